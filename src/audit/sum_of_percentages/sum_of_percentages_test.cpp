#include "audit/hand_made_test.hpp"

#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;

std::vector<AuditFinding> found(const std::string& unit, const std::string& first, const std::string& sum) {
    HandMade made;
    made.sheet("Table", {{"Country", "of GDP"}, {"A", first}, {"B", "0.4"}, {"C", "0.2"}, {"Total", sum}});
    made.figure("country_summary", "Total", "of GDP", unit, "1.1", {"Table", 5, 2});
    return audit_all(made.evidence(), {"sum_of_percentages"});
}

TEST(SumOfPercentages, PercentagesOfDifferentWholesHaveNoSum) {
    const auto findings = found("% GDP", "0.5", "=SUM(B2:B4) -> 1.1");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].places.front(), (Place{"Table", 5, 2}));
    EXPECT_FALSE(findings[0].effect);
}

TEST(SumOfPercentages, SharesOfOneWholeAndAmountsHaveOne) {
    EXPECT_TRUE(found("%", "99.4", "=SUM(B2:B4) -> 100").empty());
    EXPECT_TRUE(found("\xE2\x82\xAC billion", "0.5", "=SUM(B2:B4) -> 1.1").empty());
    EXPECT_TRUE(found("% GDP", "0.5", "=AVERAGE(B2:B4) -> 0.3667").empty());
}

}  // namespace

}  // namespace pledgebook::audit
