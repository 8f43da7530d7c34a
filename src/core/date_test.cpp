#include "core/date.hpp"

#include <gtest/gtest.h>

namespace pledgebook {
namespace {

TEST(Date, KnowsItsCalendar) {
    EXPECT_EQ(to_string(*Date::parse("2024-02-29")), "2024-02-29");
    EXPECT_FALSE(Date::parse("2023-02-29"));
    EXPECT_FALSE(Date::parse("2022-13-01"));
    EXPECT_FALSE(Date::parse("2022-1-01"));
    EXPECT_FALSE(Date::parse("2022-01-01 "));
    EXPECT_EQ(Date::from(1970, 1, 2)->days_since_1970(), 1);
    EXPECT_EQ(describe(*Date::parse("2022-10-03")), "3 Oct 2022");
}

TEST(Month, HasAFirstAndALastDayAndNeighbours) {
    const Month february(2024, 2);
    EXPECT_EQ(to_string(february.first()), "2024-02-01");
    EXPECT_EQ(to_string(february.last()), "2024-02-29");
    EXPECT_EQ(to_string(february.plus(-2)), "2023-12");
    EXPECT_EQ(Month(2022, 1).minus(Month(2021, 12)), 1);
    EXPECT_EQ(Month::parse("2025-08")->month(), 8);
    EXPECT_FALSE(Month::parse("2025-00"));
}

TEST(Period, SaysMonthsWhereItIsMadeOfMonths) {
    const Period months{Month(2022, 1).first(), Month(2025, 8).last()};
    EXPECT_EQ(describe(months), "Jan 2022 to Aug 2025");
    const Period days{Date::parse("2022-01-24"), Date::parse("2022-10-03")};
    EXPECT_EQ(describe(days), "24 Jan 2022 to 3 Oct 2022");
    EXPECT_EQ(describe(Period{}), "the whole time");
    EXPECT_EQ(describe(Period{Month(2022, 1).first(), {}}), "from Jan 2022");
}

TEST(EntryDate, SortsHaveNames) {
    EXPECT_EQ(to_string(EntryDate::Sort::until), "until");
    EXPECT_EQ(parse_date_sort("since"), EntryDate::Sort::since);
    EXPECT_FALSE(parse_date_sort("sometime"));
}

}  // namespace
}  // namespace pledgebook
