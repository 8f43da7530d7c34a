#include "render/import_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::render {

using testing::HasSubstr;
using testing::Not;

namespace {

ImportReport some_report() {
    ImportReport report;
    report.release.id = "ust-7";
    report.release.file = "ust-7.xlsx";
    report.what = "a workbook of the Ukraine Support Tracker";
    report.packages = {{Channel::bilateral, 432}};
    report.rows = {{Channel::bilateral, 1032}};
    report.valued = 376;
    report.without = {{Given::not_given, 52}, {Given::blanked, 4}};
    const Euros sum(Decimal::parse("93731992897.95").value());
    report.sums = {{Channel::bilateral, Measure::commitment, {{Kind::military, sum}}, {}, 376, sum}};
    report.cells = {100, 90, {{"helper columns", 10}}};
    report.findings = {{"date", Finding::Weight::wrong, "The year is 2922.", {"MAIN DATA", 7, 3}, {}},
                       {"blank", Finding::Weight::odd, "A blank too much.", {"MAIN DATA", 8, 2}, {}}};
    return report;
}

}  // namespace

TEST(ImportReport, CountsSumsCellsAndFindings) {
    const auto shown = text(some_report(), 1, {});
    EXPECT_THAT(shown, HasSubstr("ust-7.xlsx: ust-7\n"));
    EXPECT_THAT(shown, HasSubstr("432 packages, 1,032 item rows; 376 valued, 52 without a value, 4"));
    EXPECT_THAT(shown, HasSubstr("93,731,992,897.95"));
    EXPECT_THAT(shown, HasSubstr("100 cells in = 90 used + 10 set aside\n"));
    EXPECT_THAT(shown, HasSubstr("wrong  'MAIN DATA'!C7: The year is 2922.\n"));
    EXPECT_THAT(shown, HasSubstr("… 1 more"));
    EXPECT_THAT(shown, Not(HasSubstr("A blank too much")));
    EXPECT_THAT(text(some_report(), 0, {}), HasSubstr("A blank too much"));
}

TEST(ImportReport, CellsThatDoNotAddUpAreSaid) {
    auto report = some_report();
    report.cells.in = 101;
    EXPECT_THAT(text(report, 0, {}), HasSubstr("they do not add up"));
}

TEST(ImportReport, TheSameBytesAgain) {
    auto report = some_report();
    report.state = ImportReport::State::already_there;
    EXPECT_EQ(text(report, 0, {}), "ust-7.xlsx: already in the book as ust-7\n");
    EXPECT_THAT(json(report), HasSubstr(R"("state": "already_there")"));
}

}  // namespace pledgebook::render
