#include "audit/hand_made_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;
using ::testing::HasSubstr;

std::vector<AuditFinding> found(const HandMade& made) {
    return audit_all(made.evidence(), {"tables_disagree"});
}

HandMade totals(const char* summary, const char* ranking, const char* with_eu) {
    HandMade made;
    made.figure("country_summary", "DEU", "Total bilateral commitments", "€ billion", summary,
                {"Summary", 6, 7});
    made.figure("ranking_euro", "DEU", "Total", "€ billion", ranking, {"Figure 2", 8, 6});
    made.figure("with_eu_share", "DEU", "Bilateral", "€ billion", with_eu, {"Figure A1", 9, 3});
    return made;
}

TEST(TablesDisagree, TheOneThatTheOthersContradictIsNamed) {
    const auto findings = found(totals("3.300000001", "3.100000001", "3.300000001"));
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().places, std::vector<Place>{(Place{"Figure 2", 8, 6})});
    EXPECT_EQ(findings.front().effect, Euros(Decimal::from_integer(200'000'000)));
    EXPECT_THAT(findings.front().why, HasSubstr("2 places say the second"));
}

TEST(TablesDisagree, AgreementAndRoundingAreNoFinding) {
    EXPECT_TRUE(found(totals("3.30", "3.30", "3.30")).empty());
    EXPECT_TRUE(found(totals("3.29961234567891", "3.30", "3.30")).empty());
}

TEST(TablesDisagree, AShareOfGdpIsHeldAgainstTheObservations) {
    HandMade made;
    made.intake.observations.push_back({"SVN",
                                        "Slovenia",
                                        Month(2022, 3),
                                        Kind::military,
                                        Measure::allocation,
                                        Euros(Decimal::from_integer(140'000'000)),
                                        {"d.csv", 2, 3}});
    made.intake.macro.push_back(
        {"SVN", Macro::What::gdp, 2021, Decimal::from_integer(50'000'000'000), Currency::eur(), {}});
    made.figure("eu_aid_shares", "SVN", "bilateral_pct_gdp", "% GDP", "0.280000", {"eu.csv", 2, 3});
    EXPECT_TRUE(found(made).empty());
    made.intake.figures.back().value = "0.260000";
    const auto findings = found(made);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().effect, Euros(Decimal::from_integer(10'000'000)));
}

}  // namespace

}  // namespace pledgebook::audit
