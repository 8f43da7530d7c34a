#include "importers/kiel_workbook/known_shapes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::importers::kiel_workbook_sheets {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> told(const std::string& label, const std::vector<SheetShape>& shapes) {
    Intake intake;
    intake.release.label = label;
    tell_what_moved(shapes, intake);
    std::vector<std::string> all;
    for (const auto& finding : intake.findings) {
        EXPECT_EQ(finding.weight, Finding::Weight::note);
        all.push_back(finding.rule + ": " + finding.what);
    }
    return all;
}

// As release 8 has them, but for what is said to have moved.
const std::vector<SheetShape> later{{"country_groups",
                                     "Groups",
                                     6,
                                     {"Country (group)", "Financial commitment", "Humanitarian commitments",
                                      "Military commitments", "Loans"}},
                                    {"rates", "Exchange rates", 2, {"Currency", "1 EUR"}},
                                    {"drone_deliveries", "Drones", 3, {"Country", "Drones"}}};

TEST(KnownShapes, SayWhatMovedSinceTheLastKnownRelease) {
    const auto all = told("9", later);
    EXPECT_THAT(all,
                Contains("headings_changed: headings changed since release 8: 'Financial commitments' is now "
                         "'Financial commitment'; new: 'Loans'; gone: 'Total bilateral commitments'"));
    EXPECT_THAT(all,
                Contains("sheets_renamed: sheets renamed since release 8: 'Aggregates by country group' is "
                         "now 'Groups'"));
    EXPECT_THAT(all, Contains("headers_moved: header rows moved since release 8: 'Groups' from 4 to 6"));
    EXPECT_THAT(all, Contains("sheets_new: sheets that release 8 and those before it had not: 'Drones'"));
    EXPECT_THAT(all, Contains(HasSubstr("sheets_gone: sheets gone since release 8: ")));
    EXPECT_THAT(all, Not(Contains(HasSubstr("Exchange rates' is now"))));
    EXPECT_EQ(all.size(), 5U) << "one line for each sort of change";
}

TEST(KnownShapes, TheFirstKnownReleaseAndOneWithoutANumberHaveNothingBeforeThem) {
    EXPECT_THAT(told("7", later), IsEmpty());
    EXPECT_THAT(told("", later), IsEmpty());
}

TEST(KnownShapes, TellWhatAnUnknownSheetIsMostLike) {
    EXPECT_EQ(
        most_like({"", "Fig 31. Deliveries of drones", 4, {"Weapon category", "Country", "Delivered units"}}),
        "weapon_deliveries");
    EXPECT_EQ(most_like({"", "Refugee cost", 4, {}}), "refugee_costs");
    EXPECT_EQ(most_like({"", "Weather", 1, {"Day", "Rain"}}), "");
}

}  // namespace
}  // namespace pledgebook::importers::kiel_workbook_sheets
