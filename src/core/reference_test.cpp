#include "core/reference.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

const Reference& reference() {
    return Reference::builtin();
}

TEST(Reference, KnowsDonorsByCodeAndByNameInEveryLanguage) {
    for (const auto* name : {"DEU", "deu", "Germany", "Deutschland", "Allemagne", "Alemania", "Niemcy",
                             "Німеччина", " germany ", "Tyskland"}) {
        EXPECT_EQ(reference().code_of(name), "DEU") << name;
    }
    EXPECT_EQ(reference().code_of("Turkiye"), "TUR");
    EXPECT_EQ(reference().code_of("Turkey"), "TUR");
    EXPECT_EQ(reference().code_of("Czech Republic"), "CZE");
    EXPECT_EQ(reference().code_of("EU (Commission and Council)"), "EUC");
    EXPECT_FALSE(reference().code_of("Atlantis"));
    EXPECT_FALSE(reference().code_of(""));
}

TEST(Reference, KnowsGroupsWithTheirDates) {
    const auto* members = reference().group("EU_MEMBERS");
    ASSERT_NE(members, nullptr);
    EXPECT_EQ(members->members_on(*Date::parse("2022-01-24")).size(), 27U);
    EXPECT_THAT(members->members_on(*Date::parse("2020-01-31")), Contains("GBR"));
    EXPECT_THAT(members->members_on(*Date::parse("2020-02-01")), Not(Contains("GBR")));
    EXPECT_THAT(reference().group("NATO")->members_on(*Date::parse("2023-04-03")), Not(Contains("FIN")));
    EXPECT_THAT(reference().group("BALTICS")->members_on(*Date::parse("2023-04-03")),
                ElementsAre("EST", "LTU", "LVA"));
    EXPECT_EQ(reference().group("EUROPE")->members_on(*Date::parse("2025-08-31")).size(), 34U);
    EXPECT_EQ(reference().group("EU")->members_on(*Date::parse("2025-08-31")).size(), 30U);
}

TEST(Reference, EveryDonorIsInAll) {
    const auto all = reference().group("ALL")->members_on(*Date::parse("2022-01-24"));
    EXPECT_EQ(all.size(), reference().donors().size());
}

TEST(Reference, OffersWhatLooksAlike) {
    EXPECT_THAT(reference().nearest("Germny"), Contains("DEU (Germany)"));
    EXPECT_TRUE(reference().nearest("Zzyzx").empty());
}

TEST(Reference, FoldsNames) {
    EXPECT_EQ(folded("  Türkiye\xC2\xA0 X "), "turkiye x");
    EXPECT_EQ(folded("\xFF"), "\xEF\xBF\xBD");
    EXPECT_EQ(folded(""), "");
}

}  // namespace
}  // namespace pledgebook
