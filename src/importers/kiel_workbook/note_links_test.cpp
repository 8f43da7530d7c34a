#include "importers/kiel_workbook/note_links.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::importers::kiel_workbook_sheets {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Note linked(std::string text) {
    Intake intake;
    for (const auto* id : {"FIM3", "FIM4", "FIM5", "FIM7", "DEM1", "USF1", "FRH13"}) {
        Entry entry;
        entry.package = id;
        intake.entries.push_back(std::move(entry));
    }
    intake.notes.push_back({std::move(text), {}});
    link_notes(intake);
    return intake.notes.front();
}

TEST(NoteLinks, IdsAreThoseOfTheLedgerAndOnesLikeThem) {
    EXPECT_THAT(linked("DEM1, FRH13: now under ID USF6 (was DEM1).").packages,
                ElementsAre("DEM1", "FRH13", "USF6"));
    EXPECT_THAT(linked("40 T72 and M113, 20 FH70, 5 HIMARS142, COVID19").packages, IsEmpty());
}

TEST(NoteLinks, ARangeIsWhatTheLedgerHasOfIt) {
    EXPECT_THAT(linked("FIM3-FIM7: corrected.").packages, ElementsAre("FIM3", "FIM4", "FIM5", "FIM7"));
    EXPECT_THAT(linked("FIM3 – FIM5").packages, ElementsAre("FIM3", "FIM4", "FIM5"));
    EXPECT_THAT(linked("FIM3-5").packages, ElementsAre("FIM3", "FIM4", "FIM5"));
    EXPECT_THAT(linked("FIM3-2022").packages, ElementsAre("FIM3"));
    EXPECT_THAT(linked("FIM5-FIM3").packages, ElementsAre("FIM5", "FIM3"));
}

TEST(NoteLinks, DonorsAreNamedInFull) {
    EXPECT_THAT(
        linked("The Netherlands and the United States split the costs; the UK and Norway do not.").donors,
        ElementsAre("NLD", "USA", "GBR", "NOR"));
    EXPECT_THAT(linked("EU (Commission and Council) commits more; Norway, again Norway.").donors,
                ElementsAre("EUC", "NOR"));
    EXPECT_THAT(linked("It lets us see that US$30 million were given.").donors, IsEmpty());
    EXPECT_THAT(linked("").donors, IsEmpty());
}

}  // namespace
}  // namespace pledgebook::importers::kiel_workbook_sheets
