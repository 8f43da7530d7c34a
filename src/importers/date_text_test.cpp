#include "importers/date_text.hpp"

#include <gtest/gtest.h>

#include <string>

namespace pledgebook::importers {
namespace {

using Sort = EntryDate::Sort;

// "sort earliest latest", with - for an open end
std::string read(std::string_view text) {
    const auto read = read_date_text(text);
    const auto end = [](const std::optional<Date>& day) { return day ? to_string(*day) : std::string("-"); };
    EXPECT_EQ(read.date.text, std::string(text));
    return (read.understood ? "" : "? ") + to_string(read.date.sort) + " " + end(read.date.earliest) + " " +
           end(read.date.latest);
}

TEST(DateText, BoundsAreBounds) {
    EXPECT_EQ(read("until 4/6/2022"), "until - 2022-04-06");
    EXPECT_EQ(read("until  5/7/2022"), "until - 2022-05-07");
    EXPECT_EQ(read("Until 4/4/2022"), "until - 2022-04-04");
    EXPECT_EQ(read("unti 10/3/2022"), "until - 2022-10-03");
    EXPECT_EQ(read("until 11/2022"), "until - 2022-11-30");
    EXPECT_EQ(read("until October 3, 2022"), "until - 2022-10-03");
    EXPECT_EQ(read("since 2/24/2022"), "since 2022-02-24 -");
    EXPECT_EQ(read("after 12/21/2022"), "since 2022-12-21 -");
    EXPECT_EQ(read("from March 2022"), "since 2022-03-01 -");
}

TEST(DateText, MonthsAreMonths) {
    EXPECT_EQ(read("unclear, 04/22"), "month 2022-04-01 2022-04-30");
    EXPECT_EQ(read("not specified, 03/22"), "month 2022-03-01 2022-03-31");
    EXPECT_EQ(read("unspecified, 03/2022"), "month 2022-03-01 2022-03-31");
    EXPECT_EQ(read("not specified, 8/2022"), "month 2022-08-01 2022-08-31");
    EXPECT_EQ(read("February 2024"), "month 2024-02-01 2024-02-29");
    EXPECT_EQ(read("Sept. 2022"), "month 2022-09-01 2022-09-30");
}

TEST(DateText, RangesHaveTwoEnds) {
    EXPECT_EQ(read("between 3/4/22 & 3/11/22"), "range 2022-03-04 2022-03-11");
    EXPECT_EQ(read("between 3/20/2022 and 7/1/2022"), "range 2022-03-20 2022-07-01");
    EXPECT_EQ(read("3/4/22 - 3/11/22"), "range 2022-03-04 2022-03-11");
    EXPECT_EQ(read("from March 1 to April 2, 2022"), "range 2022-03-01 2022-04-02");
    EXPECT_EQ(read("03/2022 to 05/2022"), "range 2022-03-01 2022-05-31");
    EXPECT_EQ(read("between 7/1/2022 and 3/20/2022"), "since 2022-07-01 -") << "no range runs backwards";
}

TEST(DateText, DaysAreAmericanUnlessImpossible) {
    EXPECT_EQ(read("29/06/2022"), "day 2022-06-29 2022-06-29");
    EXPECT_EQ(read("06/29/2022"), "day 2022-06-29 2022-06-29");
    EXPECT_EQ(read("4/6/2022"), "day 2022-04-06 2022-04-06");
    EXPECT_EQ(read("until 17/10/2022"), "until - 2022-10-17");
    EXPECT_EQ(read("1.10.2022"), "day 2022-10-01 2022-10-01") << "dots: the day comes first";
    EXPECT_EQ(read("2022-03-01"), "day 2022-03-01 2022-03-01");
    EXPECT_EQ(read("2022-03-01 00:00:00"), "day 2022-03-01 2022-03-01");
    EXPECT_EQ(read("3 October 2022"), "day 2022-10-03 2022-10-03");
    EXPECT_EQ(read("October 3rd, 2022"), "day 2022-10-03 2022-10-03");
    EXPECT_EQ(read_date_text("until 4/6/2022").other, Date::from(2022, 6, 4));
    EXPECT_EQ(read_date_text("4/4/2022").other, std::nullopt);
    EXPECT_EQ(read_date_text("29/06/2022").other, std::nullopt);
}

TEST(DateText, SilenceIsUnderstood) {
    EXPECT_EQ(read("Undisclosed"), "unknown - -");
    EXPECT_EQ(read("unspecified"), "unknown - -");
    EXPECT_EQ(read("."), "unknown - -");
    EXPECT_EQ(read(""), "unknown - -");
}

TEST(DateText, NonsenseIsNot) {
    EXPECT_EQ(read("soon"), "? unknown - -");
    EXPECT_EQ(read("31/31/2022"), "? unknown - -");
    EXPECT_EQ(read("2/30/2022"), "? unknown - -");
    EXPECT_EQ(read("untilled field"), "? unknown - -");
    EXPECT_EQ(read("12345/1/2022"), "? unknown - -");
    EXPECT_EQ(read("\xFF\xFE"), "? unknown - -");
}

}  // namespace
}  // namespace pledgebook::importers
