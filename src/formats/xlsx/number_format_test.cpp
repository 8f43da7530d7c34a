#include "formats/xlsx/number_format.hpp"

#include "formats/workbook.hpp"
#include "support/workbook_writer.hpp"

#include <gtest/gtest.h>

namespace pledgebook::formats::xlsx {
namespace {

std::string day(std::string_view serial, bool from_1904 = false) {
    const auto date = date_of_serial(serial, from_1904);
    return date ? to_string(*date) : "none";
}

TEST(NumberFormat, Dates) {
    for (const auto* format :
         {"d/m/yy", "yyyy-mm-dd", "mmm", "mmmm yyyy", "[$-409]d\\-mmm\\-yy;@", "dddd", "m/d/yy h:mm",
          "[Red]dd.mm.yyyy", "\"on \"d mmm", "DD/MM/YYYY", "yyyy\\-mm\\-dd\\Thh:mm:ss",
          "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "e", "[$-411]ge.m.d", "d", "mm", "\"-\";d/m/yy"}) {
        EXPECT_TRUE(shows_date(format)) << format;
    }
}

TEST(NumberFormat, NoDates) {
    for (const auto* format : {"General",
                               "0.00",
                               "#,##0",
                               "h:mm",
                               "[h]:mm",
                               "[h]:mm:ss",
                               "[mm]:ss",
                               "mm:ss.0",
                               "h:mm AM/PM",
                               "h A/P",
                               "0.00E+00",
                               "##0.0e-0",
                               "\"days\" 0",
                               "0\\d",
                               "[Red]0.00",
                               "[Magenta]0;[Blue]0",
                               "[$€-407] #,##0.00",
                               "_d0",
                               "*y0",
                               "@",
                               "0%",
                               "# ?/?",
                               "\"dmy\"",
                               "[>=100]0",
                               "General\" m\"",
                               "[Black]General",
                               ""}) {
        EXPECT_FALSE(shows_date(format)) << format;
    }
}

TEST(NumberFormat, Builtin) {
    for (const unsigned id : {14U, 15U, 16U, 17U, 22U, 30U, 57U}) {
        EXPECT_TRUE(builtin_shows_date(id)) << id;
    }
    for (const unsigned id : {0U, 1U, 2U, 9U, 13U, 18U, 19U, 20U, 21U, 37U, 45U, 46U, 47U, 48U, 49U, 164U}) {
        EXPECT_FALSE(builtin_shows_date(id)) << id;
    }
}

TEST(NumberFormat, DaysFrom1900) {
    EXPECT_EQ(day("1"), "1900-01-01");
    EXPECT_EQ(day("59"), "1900-02-28");
    EXPECT_EQ(day("60"), "none");  // 29 February 1900, which never was
    EXPECT_EQ(day("61"), "1900-03-01");
    EXPECT_EQ(day("44616"), "2022-02-24");
    EXPECT_EQ(day("44616.75"), "2022-02-24");
    EXPECT_EQ(day("2958465"), "9999-12-31");
    EXPECT_EQ(day("2958466"), "none");
    EXPECT_EQ(day("0"), "none");
    EXPECT_EQ(day("0.5"), "none");
    EXPECT_EQ(day("-1"), "none");
    EXPECT_EQ(day("1E300"), "none");
    EXPECT_EQ(day("4.4616E4"), "2022-02-24");
}

TEST(NumberFormat, DaysFrom1904) {
    EXPECT_EQ(day("0", true), "1904-01-01");
    EXPECT_EQ(day("43154", true), "2022-02-24");
    EXPECT_EQ(day("2957003", true), "9999-12-31");
    EXPECT_EQ(day("2957004", true), "none");
}

TEST(NumberFormat, IsoDays) {
    EXPECT_EQ(serial_of_iso("2022-02-24", false), "44616");
    EXPECT_EQ(serial_of_iso("2022-02-24", true), "43154");
    EXPECT_EQ(serial_of_iso("1900-01-01", false), "1");
    EXPECT_EQ(serial_of_iso("1900-03-01", false), "61");
    EXPECT_EQ(serial_of_iso("2022-02-24T06:00:00", false), "44616.25");
    EXPECT_EQ(serial_of_iso("2022-02-30", false), std::nullopt);
    EXPECT_EQ(serial_of_iso("", false), std::nullopt);
}

TEST(NumberFormat, OfACell) {
    using namespace test_support;
    TestWorkbook workbook{{TestSheet{"Data"}}, false, {"#14", "0.00", "[h]:mm", "mmm yy"}};
    auto& cells = workbook.sheets[0].cells;
    for (int style = 0; style < 6; ++style) {
        auto cell = number("A" + std::to_string(style + 1), "44616");
        cell.style = style;
        cells.push_back(cell);
    }
    const auto bytes = write_workbook(workbook);
    const auto sheet = Workbook::open(bytes).load(0);
    const bool dates[] = {false, true, true, false, false, true};
    for (std::uint32_t row = 1; row <= 6; ++row) {
        EXPECT_EQ(sheet.at(row, 1)->is_date, dates[row - 1]) << row;
        EXPECT_EQ(sheet.at(row, 1)->date.has_value(), dates[row - 1]) << row;
    }
}

}  // namespace
}  // namespace pledgebook::formats::xlsx
