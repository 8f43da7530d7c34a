#include "audit/hand_made_test.hpp"
#include "audit/name_nearly_matches/likeness.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;
using hand_made::Line;
using ::testing::HasSubstr;

TEST(Likeness, IsASlipOfThePen) {
    EXPECT_TRUE(is_misspelt("assitance", "assistance"));
    EXPECT_TRUE(is_misspelt("value is given by the souce", "value is given by the source"));
    EXPECT_TRUE(is_misspelt("belguim", "belgium"));
    EXPECT_FALSE(is_misspelt("155mm howitzer", "152mm howitzer"));
    EXPECT_FALSE(is_misspelt("laser rangefinders", "laser rangefinder"));
    EXPECT_FALSE(is_misspelt("loan", "load"));
    EXPECT_FALSE(is_misspelt("grants", "guarantee"));
    EXPECT_EQ(edits_between("abcdef", "abdcef", 2), 1U);
    EXPECT_EQ(edits_between("abc", "xyz", 2), 3U);
}

HandMade ledger(const std::string& odd, const std::string& formula) {
    HandMade made;
    std::vector<Line> lines{{"ID", "Type"}};
    for (int row = 0; row < 24; ++row) {
        lines.push_back({"DEM1", row < 12 ? "Weapons" : "Assistance"});
        made.entry("DEM1", "DEU", Kind::military, "10");
    }
    lines.push_back({"DEM2", odd});
    made.entry("DEM2", "DEU", Kind::military, "700");
    made.sheet("MAIN DATA", lines);
    made.sheet("By type", {{"Weapons", formula}});
    return made;
}

std::vector<AuditFinding> found(const HandMade& made) {
    return audit_all(made.evidence(), {"name_nearly_matches"});
}

TEST(NameNearlyMatches, SaysWhatALookupMisses) {
    const auto findings =
        found(ledger("Weapons ", "=SUMIFS('MAIN DATA'!C:C,'MAIN DATA'!$B:$B,\"weapons\") -> 120"));
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().effect, Euros(Decimal::from_integer(700)));
    EXPECT_EQ(findings.front().sure, Sureness::certain);
    EXPECT_EQ(findings.front().key, "name_nearly_matches/bilateral/type/weapons/blanks");
}

TEST(NameNearlyMatches, WithoutALookupThereIsNoEffect) {
    const auto findings = found(ledger("Assitance", "=1 -> 1"));
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_FALSE(findings.front().effect);
    EXPECT_THAT(findings.front().what, HasSubstr("'Assitance' (1) stands for 'Assistance'"));
}

TEST(NameNearlyMatches, ForgivesCaseAsSpreadsheetsDo) {
    EXPECT_TRUE(found(ledger("weapons", "=1 -> 1")).empty());
    EXPECT_TRUE(found(ledger("Reconstruction", "=1 -> 1")).empty());
}

TEST(NameNearlyMatches, ADonorWithABlankInATable) {
    auto made = ledger("Weapons", "=1 -> 1");
    made.intake.entries.front().donor_text = "Belgium";
    made.sheet("Stocks", {{"Country", "Tanks"}, {"Belgium ", "0"}});
    const auto findings = found(made);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().places.front(), (Place{"Stocks", 2, 1}));
}

}  // namespace

}  // namespace pledgebook::audit
