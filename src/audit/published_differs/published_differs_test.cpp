#include "audit/hand_made_test.hpp"

#include <gtest/gtest.h>

namespace pledgebook::audit {
namespace {

using hand_made::HandMade;

HandMade arms(std::string_view published) {
    HandMade made;
    made.covers("2022-01-24", "2022-10-03");
    made.entry("DKM1", "DNK", Kind::military, "100").kind_text = "Weapons";
    made.entry("DKM2", "DNK", Kind::military, "30").kind_text = "Weapons";
    const Place place{"Military aid by type", 10, 4};
    made.figure("military_by_type", "DNK", "Arms and Equipment (unadjusted, billion EUR)", "€",
                std::string(published), place);
    made.intake.figures.back().formula = "SUMIFS(S:S,E:E,\"Weapons\")";
    return made;
}

TEST(PublishedDiffers, NamesTheCellTheReasonAndTheEffect) {
    const auto findings = audit_all(arms("100").evidence(), {"published_differs"});
    ASSERT_EQ(findings.size(), 1U);
    const auto& found = findings.front();
    EXPECT_EQ(found.key, "published_differs/military-by-type/arms-unadjusted/commitment/dnk");
    EXPECT_EQ(found.effect, Euros(*Decimal::parse("30")));
    EXPECT_EQ(to_string(found.places.front()), "'Military aid by type'!D10");
    EXPECT_NE(found.why.find("DKM2"), std::string::npos);
}

TEST(PublishedDiffers, IsSilentWhereTheNumbersAgree) {
    EXPECT_TRUE(audit_all(arms("130").evidence(), {"published_differs"}).empty());
    EXPECT_TRUE(audit_all(arms("130.9").evidence(), {"published_differs"}).empty()) << "less than a euro";
}

TEST(PublishedDiffers, LeavesWhatIsTypedOverAFormulaToItsOwnRule) {
    auto made = arms("100");
    made.intake.figures.push_back(made.intake.figures.back());
    auto& typed = made.intake.figures.front();
    typed.formula.clear();
    made.intake.figures.back().row = made.intake.figures.back().row_text = "NOR";
    made.intake.figures.back().value = "0";
    made.intake.figures.back().place.row = 11;
    EXPECT_TRUE(audit_all(made.evidence(), {"published_differs"}).empty());
}

}  // namespace
}  // namespace pledgebook::audit
