#include "audit/hand_made_test.hpp"

#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;

std::vector<AuditFinding> found(std::int64_t committed, std::int64_t allocated) {
    HandMade made;
    const auto add = [&](int month, Measure measure, std::int64_t euros) {
        made.intake.observations.push_back(
            {"AUS",
             "Australia",
             Month(2022, month),
             measure == Measure::allocation ? std::optional(Kind::military) : std::nullopt,
             measure,
             Euros(Decimal::from_integer(euros)),
             {"d.csv", 2, 3}});
    };
    add(2, Measure::commitment, committed);
    add(2, Measure::allocation, allocated / 2);
    add(3, Measure::allocation, allocated / 2);
    return audit_all(made.evidence(), {"commitments_below_allocations"});
}

TEST(CommitmentsBelowAllocations, InSumOverAllMonths) {
    const auto findings = found(1'000'000'000, 1'020'000'000);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().effect, Euros(Decimal::from_integer(20'000'000)));
    EXPECT_EQ(findings.front().key, "commitments_below_allocations/observed/aus");
}

TEST(CommitmentsBelowAllocations, NotWhereTheyAreEnoughOrRounded) {
    EXPECT_TRUE(found(1'020'000'000, 1'020'000'000).empty());
    EXPECT_TRUE(found(1'019'999'000, 1'020'000'000).empty());
    EXPECT_TRUE(found(2'000'000'000, 1'020'000'000).empty());
}

}  // namespace

}  // namespace pledgebook::audit
