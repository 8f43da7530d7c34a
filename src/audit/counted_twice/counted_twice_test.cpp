#include "audit/hand_made_test.hpp"

#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;

void row(HandMade& made, const std::string& who, const char* own, const char* share, const char* both,
         std::uint32_t at) {
    made.figure("country_summary", who, "Total bilateral commitments", "€ billion", own, {"Summary", at, 7});
    made.figure("country_summary", who, "Share in total EU commitments", "€ billion", share,
                {"Summary", at, 14});
    made.figure("country_summary", who, "Total bilateral and EU assistance", "€ billion", both,
                {"Summary", at, 16});
}

std::vector<AuditFinding> found(const char* total) {
    HandMade made;
    row(made, "DEU", "3", "7", "10", 6);
    row(made, "FRA", "1", "5", "6", 7);
    row(made, "USA", "50", "0", "50", 8);
    row(made, "EUC", "12", "0", "12", 9);
    row(made, "Total", "66", "12", total, 10);
    return audit_all(made.evidence(), {"counted_twice"});
}

TEST(CountedTwice, TheEusRowBesideTheMembersShares) {
    const auto findings = found("78");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().effect, Euros(Decimal::from_integer(12'000'000'000)));
    EXPECT_EQ(findings.front().places.front(), (Place{"Summary", 10, 16}));
}

TEST(CountedTwice, NotWhereTheTotalLeavesItOut) {
    EXPECT_TRUE(found("66").empty());
}

}  // namespace

}  // namespace pledgebook::audit
