// The ledger's shapes since 2024: allocations beside commitments, months coded beside dates, columns that
// come and go.
#include "importers/kiel_ledger/ledger_sheet.hpp"

#include "importers/kiel_ledger/ledger_checks.hpp"
#include "importers/sheet_writing_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace pledgebook::importers::kiel_ledger {
namespace {

using sheet_writing::sheet;

Intake taken_in(const formats::Sheet& made) {
    Intake intake;
    const auto header = ledger_header(made);
    EXPECT_TRUE(header);
    if (header) {
        read_ledger(made, *header, {}, intake);
    }
    return intake;
}

std::vector<std::string> rules(const Intake& intake) {
    std::vector<std::string> names;
    for (const auto& finding : intake.findings) {
        names.push_back(finding.rule);
    }
    return names;
}

Euros sum(const Intake& intake, Measure measure) {
    Euros total;
    for (const auto& entry : intake.entries) {
        for (const auto& value : entry.values) {
            total += value.measure == measure ? value.euros.value_or(Euros{}) : Euros{};
        }
    }
    return total;
}

Euros euros(std::int64_t whole) {
    return Euros(Decimal::from_integer(whole));
}

const std::initializer_list<std::string_view> snake_case{"activity_id",
                                                         "sub_activity_id",
                                                         "donor",
                                                         "announcement_date",
                                                         "aid_type_general",
                                                         "measure",
                                                         "tot_sub_activity_value_EUR",
                                                         "tot_sub_activity_value_EUR_redistr",
                                                         "tot_activity_value_EUR",
                                                         "tot_value_deliv_EUR",
                                                         "month",
                                                         "month_exists_dummy"};

// In the ledger of 2024 the allocated part stands in a column of its own, the commitment where it stood.
TEST(LedgerGenerations, ReadsTheLedgerOf2024) {
    const auto intake = taken_in(
        sheet("Bilateral Assistance, MAIN DATA",
              {{"ID", "Countries", "Announcement Date", "Type of Aid General", "Type of donation",
                "Converted Value in EUR", "Allocated Total in EUR (redistributed)",
                "Total monetary value delivered in EUR", "Total_value_dummy (1 is first row in the package)"},
               {"DEM1", "Germany", "@2024-03-01", "Military", "Allocation", "100", "60", "10", "1"},
               {"DEM1", "Germany", "@2024-03-01", "Military", "Allocation", "", "40", "", "0"},
               {"DEM2", "Germany", "@2024-04-01", "Military", "Commitment", "500", "500", ".", "1"},
               {"DEM3", "Germany", "@2024-05-01", "Military", "Allocation", ".", "Not given", ".", "1"}}));
    EXPECT_EQ(sum(intake, Measure::commitment), euros(600));
    EXPECT_EQ(sum(intake, Measure::allocation), euros(100)) << "what is only committed is not allocated";
    EXPECT_EQ(sum(intake, Measure::delivery), euros(10));
    const auto& without = intake.entries.back().values;
    ASSERT_EQ(without.size(), 3U);
    EXPECT_EQ(without[1].measure, Measure::allocation);
    EXPECT_EQ(without[1].given, Given::not_given);
    EXPECT_EQ(rules(intake), std::vector<std::string>{});
}

TEST(LedgerGenerations, EachPartOfAnActivityIsAllocatedForItself) {
    const auto intake = taken_in(
        sheet("Bilateral Assistance, MAIN DATA", {snake_case,
                                                  {"DEM1", "DEM1_1", "Germany", "@2025-03-01", "Military",
                                                   "Allocation", "70", "60", "100", ".", "39", "1"},
                                                  {"DEM1", "DEM1_1", "Germany", "@2025-03-01", "Military",
                                                   "Allocation", ".", ".", ".", ".", "39", "1"},
                                                  {"DEM1", "DEM1_2", "Germany", "@2025-04-01", "Military",
                                                   "Allocation", "30", "40", ".", "25", "40", "1"},
                                                  {"DEM1", "DEM1_3", "Germany", "@2025-04-01", "Military",
                                                   "Allocation", ".", ".", ".", ".", "40", "1"}}));
    EXPECT_EQ(sum(intake, Measure::allocation), euros(100));
    EXPECT_EQ(sum(intake, Measure::commitment), euros(100));
    EXPECT_EQ(sum(intake, Measure::delivery), euros(25));
    const auto has_allocation = [&](std::size_t at) {
        const auto& values = intake.entries.at(at).values;
        return std::any_of(values.begin(), values.end(),
                           [](const Value& value) { return value.measure == Measure::allocation; });
    };
    EXPECT_FALSE(has_allocation(1)) << "another row of a part that has its value";
    EXPECT_TRUE(has_allocation(3)) << "a part whose value is not given";
    EXPECT_EQ(rules(intake), std::vector<std::string>{});
    const auto raw = std::count_if(intake.figures.begin(), intake.figures.end(), [](const Figure& each) {
        return each.column == "tot_sub_activity_value_EUR";
    });
    EXPECT_EQ(raw, 2) << "the values before they were spread are kept beside";
}

TEST(LedgerGenerations, MonthAndDateAreBothKept) {
    const auto intake = taken_in(sheet(
        "Bilateral Assistance, MAIN DATA",
        {snake_case,
         {"A1", "A1", "Italy", "@2025-03-01", "Military", "Allocation", "1", "1", "1", ".", "39", "1"},
         {"A2", "A2", "Italy", "@2025-03-01", "Military", "Allocation", "2", "2", "2", ".", "27", "1"},
         {"A3", "A3", "Italy", "@2025-03-01", "Military", "Allocation", "4", "4", "4", ".", "0", "0"},
         {"A4", "A4", "Italy", "@2025-03-01", "Military", "Allocation", "8", "8", "8", ".", "0", "1"},
         {"A5", "A5", "Italy", "@2025-03-01", "Military", "Allocation", "16", "16", "16", ".", "39", "0"},
         {"A6", "A6", "Italy", "@2025-03-01", "Military", "Allocation", "32", "32", "32", "."},
         {"A7", "A7", "Italy", "@2025-03-01", "Military", "Allocation", "64", "64", "64", ".", "3.5", "1"}}));
    std::vector<std::string> months;
    for (const auto& entry : intake.entries) {
        EXPECT_EQ(entry.announced.earliest, Date::from(2025, 3, 1));
        const auto& code = entry.coded_month;
        months.push_back(code.month ? to_string(*code.month) : code.coded ? "unknown" : "not coded");
    }
    EXPECT_THAT(months, testing::ElementsAre("2025-03", "2024-03", "unknown", "unknown", "unknown",
                                             "not coded", "not coded"));
    EXPECT_THAT(rules(intake), testing::ElementsAre("unreadable_month", "month_mark_contradicts",
                                                    "month_mark_contradicts", "month_differs_from_date"));
    EXPECT_EQ(intake.findings[1].effect, euros(8));
    EXPECT_EQ(intake.findings[2].effect, euros(16));
    EXPECT_EQ(intake.findings[3].effect, euros(2));
}

TEST(LedgerGenerations, ACodedMonthOutsideOfTheReleaseIsFound) {
    auto intake = taken_in(
        sheet("Bilateral Assistance, MAIN DATA",
              {snake_case,
               {"A1", "A1", "Italy", "unclear", "Military", "Allocation", "1", "1", "1", ".", "51", "1"},
               {"A2", "A2", "Italy", "unclear", "Military", "Allocation", "2", "2", "2", ".", "50", "1"}}));
    intake.release.begins = Date::from(2022, 1, 24);
    intake.release.cutoff = Date::from(2026, 2, 28);
    intake.findings.clear();
    check_dates(intake);
    ASSERT_EQ(rules(intake), std::vector<std::string>{"month_outside_release"});
    EXPECT_EQ(intake.findings.front().effect, euros(1));
}

TEST(LedgerGenerations, RowsWithoutValidKindOrMeasureAreKeptAndFound) {
    const auto intake = taken_in(
        sheet("Bilateral Assistance, MAIN DATA",
              {snake_case,
               {"A1", "A1", "Italy", "@2025-03-01", "Military", "Allocation ", "1", "1", "1", ".", "39", "1"},
               {"A2", "A2", "Italy", "@2025-03-01", "Military", "Pledge", "2", "2", "2", ".", "39", "1"},
               {"A3", "A3", "Italy", "@2025-03-01", "Military", "", "4", "4", "4", ".", "39", "1"},
               {"A4", "A4", "Italy", "@2025-03-01", ".", "Allocation", "-8", "-8", "8", ".", "39", "1"}}));
    EXPECT_EQ(intake.entries.size(), 4U);
    EXPECT_EQ(sum(intake, Measure::allocation), euros(-7));
    EXPECT_EQ(sum(intake, Measure::commitment), euros(15)) << "a commitment counts whatever the measure says";
    EXPECT_THAT(rules(intake), testing::UnorderedElementsAre("negative_amount", "unknown_measure",
                                                             "unknown_measure", "unknown_kind"));
    const auto pledge = std::find_if(intake.findings.begin(), intake.findings.end(), [](const Finding& each) {
        return each.what.find("'Pledge'") != std::string::npos;
    });
    ASSERT_NE(pledge, intake.findings.end());
    EXPECT_EQ(pledge->effect, euros(2));
}

TEST(LedgerGenerations, TheHeaderMayComeTwiceWithUnitsBelowIt) {
    const auto intake = taken_in(
        sheet("Bilateral Assistance, MAIN DATA",
              {{"Data as of today"},
               {},
               snake_case,
               snake_case,
               {"text", "", "name", "day", "", "", "EUR", "EUR", "EUR", "EUR"},
               {"A1", "A1", "Italy", "@2025-03-01", "Military", "Allocation", "1", "1", "1", ".", "39", "1"},
               snake_case,
               {"A2", "A2", "Italy", "@2025-03-01", "Military", "Allocation", "2", "2", "2", ".", "39", "1"}},
              2));
    EXPECT_EQ(intake.entries.size(), 2U);
    EXPECT_EQ(sum(intake, Measure::allocation), euros(3));
    EXPECT_EQ(rules(intake), std::vector<std::string>{});
    const std::map<std::string, std::uint64_t> expected{
        {"sheet 'Bilateral Assistance, MAIN DATA': above the table", 1},
        {"sheet 'Bilateral Assistance, MAIN DATA': the header once more", 24},
        {"sheet 'Bilateral Assistance, MAIN DATA': the row of units", 7}};
    EXPECT_EQ(intake.cells.set_aside, expected);
    EXPECT_EQ(intake.cells.in, intake.cells.used + 32U);
}

TEST(LedgerGenerations, UnknownColumnsAreKeptWithABestGuess) {
    const auto intake = taken_in(
        sheet("Bilateral Assistance, MAIN DATA",
              {{"activity_id", "donor", "announcement_date", "aid_type_general", "measure",
                "tot_sub_activity_value_EUR_redistr", "colour", "EUR_tot_activity_value_new", "month_code"},
               {"A1", "Italy", "@2025-03-01", "Military", "Allocation", "1", "red", "77", "."}}));
    ASSERT_EQ(rules(intake), std::vector<std::string>{"unknown_column"});
    const auto& what = intake.findings.front().what;
    EXPECT_THAT(what, testing::HasSubstr("'colour' (texts)"));
    EXPECT_THAT(what,
                testing::HasSubstr("'EUR_tot_activity_value_new' (numbers, like 'tot_activity_value_EUR')"));
    EXPECT_THAT(what, testing::HasSubstr("'month_code' (empty"));
    ASSERT_EQ(intake.figures.size(), 2U);
    EXPECT_EQ(intake.figures[1].row, "A1");
    EXPECT_EQ(intake.figures[1].column, "EUR_tot_activity_value_new");
    EXPECT_EQ(intake.figures[1].value, "77");
    EXPECT_EQ(to_string(intake.figures[1].place), "'Bilateral Assistance, MAIN DATA'!H2");
    EXPECT_EQ(sum(intake, Measure::commitment), Euros{}) << "a guess is no ground for adding money";
    EXPECT_EQ(intake.cells.in, intake.cells.used);
}

TEST(LedgerGenerations, AHeaderWithASlipOfThePenIsReadAndSaid) {
    const auto intake = taken_in(
        sheet("Bilateral Assistance, MAIN DATA",
              {{"activity_id", "donor", "anouncement_date", "aid_type_general", "measure",
                "tot_sub_activity_value_EUR_redsitr", "Source of Aid 1", "Source of Aid 9"},
               {"A1", "Italy", "@2025-03-01", "Military", "Allocation", "5", "https://a.example", "b"}}));
    EXPECT_EQ(sum(intake, Measure::allocation), euros(5));
    EXPECT_EQ(intake.entries.front().announced.earliest, Date::from(2025, 3, 1));
    EXPECT_THAT(rules(intake), testing::ElementsAre("unknown_column", "column_guessed", "column_guessed"));
    EXPECT_EQ(intake.entries.front().links, std::vector<std::string>{"https://a.example"})
        << "another number is another column";
}

TEST(LedgerGenerations, ASecondColumnOfOneNameIsKeptWhereItSaysSomethingElse) {
    const auto intake = taken_in(
        sheet("Bilateral Assistance, MAIN DATA",
              {{"activity_id", "donor", "announcement_date", "aid_type_general", "measure",
                "tot_sub_activity_value_EUR_redistr", "measure", "tot_sub_activity_value_EUR_redistr"},
               {"A1", "Italy", "@2025-03-01", "Military", "Allocation", "1", "Allocation", "3"}}));
    EXPECT_EQ(sum(intake, Measure::allocation), euros(1)) << "the first is read";
    EXPECT_EQ(rules(intake), std::vector<std::string>{"unknown_column"});
    EXPECT_THAT(intake.findings.front().what, testing::HasSubstr("a second column of that name"));
    ASSERT_EQ(intake.figures.size(), 1U);
    EXPECT_EQ(intake.figures.front().value, "3");
    EXPECT_EQ(
        intake.cells.set_aside.at(
            "sheet 'Bilateral Assistance, MAIN DATA': a second column 'measure', which says the same as "
            "the first"),
        2U);
}

}  // namespace
}  // namespace pledgebook::importers::kiel_ledger
