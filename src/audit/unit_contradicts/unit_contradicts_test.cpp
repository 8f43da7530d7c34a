#include "audit/hand_made_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;

std::vector<AuditFinding> found(const char* unit, const char* value) {
    HandMade made;
    std::uint32_t row = 6;
    for (const auto* donor : {"AUT", "BEL", "DEU", "FRA", "ITA", "POL"}) {
        made.intake.macro.push_back(
            {donor, Macro::What::gdp, 2021, Decimal::from_integer(400'000'000'000), Currency::eur(), {}});
        made.figure("eu_aid_shares", donor, "Contribution to EU Budget", unit, value,
                    {"EU aid shares", ++row, 3});
    }
    return audit_all(made.evidence(), {"unit_contradicts"});
}

TEST(UnitContradicts, MillionsUnderBillions) {
    const auto findings = found("€ billion", "3441.2");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().places.size(), 6U);
    EXPECT_THAT(findings.front().mend, ::testing::HasSubstr("a thousandth"));
}

TEST(UnitContradicts, WhatCanBe) {
    EXPECT_TRUE(found("€ million", "3441.2").empty());
    EXPECT_TRUE(found("€ billion", "3.4").empty());
    EXPECT_TRUE(found("% GDP", "3441.2").empty());
}

}  // namespace

}  // namespace pledgebook::audit
