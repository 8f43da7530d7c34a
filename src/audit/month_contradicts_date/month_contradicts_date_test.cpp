#include "audit/hand_made_test.hpp"

#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;

std::vector<AuditFinding> found(std::optional<Month> coded, const EntryDate& date) {
    HandMade made;
    auto& entry = made.entry("NOF3", "NOR", Kind::financial, "150");
    entry.announced = date;
    entry.coded_month = {true, coded};
    return audit_all(made.evidence(), {"month_contradicts_date"});
}

EntryDate on(std::string_view iso) {
    return {EntryDate::Sort::day, Date::parse(iso), Date::parse(iso), {}};
}

TEST(MonthContradictsDate, AnotherMonthThanTheDates) {
    const auto findings = found(Month(2022, 10), on("2022-05-10"));
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().effect, Euros(Decimal::from_integer(150)));
    EXPECT_EQ(findings.front().key, "month_contradicts_date/bilateral/nof3/2022-10");
}

TEST(MonthContradictsDate, WhatAgreesOrIsNotKnown) {
    EXPECT_TRUE(found(Month(2022, 5), on("2022-05-10")).empty());
    EXPECT_TRUE(found(std::nullopt, on("2022-05-10")).empty());
    EXPECT_TRUE(
        found(Month(2022, 3), {EntryDate::Sort::until, {}, Date::parse("2022-05-10"), "until"}).empty());
}

}  // namespace

}  // namespace pledgebook::audit
