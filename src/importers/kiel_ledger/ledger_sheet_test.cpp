#include "importers/kiel_ledger/ledger_sheet.hpp"

#include "core/error.hpp"
#include "importers/kiel_ledger/cutoff.hpp"
#include "importers/kiel_ledger/ledger_checks.hpp"
#include "importers/sheet_writing_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace pledgebook::importers::kiel_ledger {
namespace {

using sheet_writing::sheet;

const std::initializer_list<std::string_view> headers{"ID",
                                                      "countries",
                                                      "Announcement Date",
                                                      "Type of Aid General",
                                                      "Type of Aid Specific",
                                                      "Explanation",
                                                      "Original Currency",
                                                      "Monetary Value as Given by Source",
                                                      "",
                                                      "Type of item",
                                                      "No. of Units",
                                                      "Unit Price in USD",
                                                      "Total ",
                                                      "Converted Value in EUR",
                                                      "Total monetary value delivered in EUR",
                                                      "Source of Aid 1",
                                                      "Source of Aid 2",
                                                      "Total_value_dummy (1 is first row in the package)",
                                                      "value_source_commitments"};

Intake taken_in(const formats::Sheet& made, LedgerSort sort = {}) {
    Intake intake;
    const auto header = ledger_header(made);
    EXPECT_TRUE(header);
    if (header) {
        read_ledger(made, *header, sort, intake);
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

TEST(LedgerSheet, ARowBecomesAnEntryWithItsPlace) {
    const auto intake =
        taken_in(sheet("Main", {headers,
                                {"GBM1", "United Kingdom", "@2022-03-09", "Military ", "Weapons ", "Missiles",
                                 "GBP", "1000000", "NLAW", "Portable defence system", "100", "40000",
                                 "1000000", "1141930.090554864", ".", "https://a.example/1", ".", "1",
                                 "Value is given by the source"}}));
    ASSERT_EQ(intake.entries.size(), 1U);
    const auto& entry = intake.entries.front();
    EXPECT_EQ(entry.package, "GBM1");
    EXPECT_EQ(entry.line, 1U);
    EXPECT_EQ(entry.donor, "GBR");
    EXPECT_EQ(entry.kind, Kind::military);
    EXPECT_EQ(entry.kind_text, "Weapons");
    EXPECT_EQ(entry.announced,
              (EntryDate{EntryDate::Sort::day, Date::from(2022, 3, 9), Date::from(2022, 3, 9), ""}));
    EXPECT_EQ(entry.item.name, "NLAW") << "the column without a header before 'Type of item'";
    EXPECT_EQ(entry.item.units.value, Decimal::from_integer(100));
    EXPECT_EQ(entry.links, std::vector<std::string>{"https://a.example/1"});
    ASSERT_EQ(entry.values.size(), 2U);
    EXPECT_EQ(to_string(entry.values[0].euros->value()), "1141930.0906");
    EXPECT_EQ(entry.values[0].amount, (Amount{Decimal::from_integer(1000000), *Currency::parse("GBP")}));
    EXPECT_EQ(to_string(entry.values[0].place), "'Main'!N2");
    EXPECT_EQ(entry.values[1].measure, Measure::delivery);
    EXPECT_EQ(entry.values[1].given, Given::not_given);
    EXPECT_EQ(to_string(entry.place), "'Main' row 2");
    EXPECT_EQ(rules(intake), std::vector<std::string>{});
    EXPECT_EQ(intake.cells.in, 18U + 19U);
    EXPECT_EQ(intake.cells.in, intake.cells.used);
}

TEST(LedgerSheet, OnlyTheFirstRowOfAPackageCarriesMoney) {
    const auto intake =
        taken_in(sheet("Main", {headers,
                                {"DEM1", "Germany", "@2022-03-09", "Military", "", "", "USD", "Not given",
                                 "a", "", "1", "10", "10", "10.1", ".", "", "", "1"},
                                {"DEM1", "Germany", "@2022-03-09", "Military", "", "", "USD", "Not given",
                                 "b", "", "undisclosed", ".", "", "", "", "", "", "0"},
                                {"DEM2", "Germany", "@2022-03-10", "Military", "", "", ".", "Not given", ".",
                                 "", ".", ".", ".", ".", ".", "", "", "1"},
                                {"DEM3", "Germany", "@2022-03-11", "Military", "", "", "EUR", "7", ".", "",
                                 ".", ".", "7", "", "", "", "", "1"}}));
    ASSERT_EQ(intake.entries.size(), 4U);
    EXPECT_EQ(intake.entries[0].values.front().given, Given::given);
    EXPECT_EQ(intake.entries[0].source_value.given, Given::not_given);
    EXPECT_TRUE(intake.entries[1].values.empty());
    EXPECT_EQ(intake.entries[1].line, 2U);
    EXPECT_EQ(intake.entries[1].item.units.given, Given::undisclosed);
    EXPECT_EQ(intake.entries[1].item.unit_price_usd.given, Given::no_price);
    EXPECT_EQ(intake.entries[2].values.front().given, Given::not_given);
    EXPECT_EQ(intake.entries[2].item, Item{});
    EXPECT_EQ(intake.entries[2].currency, std::nullopt);
    EXPECT_EQ(intake.entries[3].values.front().given, Given::blanked);
}

TEST(LedgerSheet, SlipsBecomeFindingsAndNoRowIsLost) {
    const auto intake = taken_in(sheet("Main", {headers,
                                                {"XXM1", "Atlantis", "@2022-03-09", "Military", "", "", "EUR",
                                                 "5", "", "", "1.000.00", "' 3", "5", "5", ".", "", "", "1"},
                                                {"DEM1", "Germany", "4400", "Magic", "", "", "EUR", "6", "",
                                                 "", "", "", "6", "6", ".", "", "", "0"},
                                                {"DEM2", "Germany", "soon", "Military", "", "", "EUR", "7",
                                                 "", "", "", "", "#REF!", "7", ".", "", "", "1"},
                                                {"DEM2", "Germany", "@2022-03-09", "Military", "", "", "EUR",
                                                 "8", "", "", "", "", "8", "8", ".", "", "", "1"},
                                                {"", "Germany", "@2022-03-09", "Military", "", "", "EUR", "9",
                                                 "", "", "", "", "9", "9", ".", "", "", "1"}}));
    EXPECT_EQ(intake.entries.size(), 5U);
    EXPECT_THAT(rules(intake),
                testing::UnorderedElementsAre("error_cell", "text_in_number", "text_in_number",
                                              "unreadable_date", "unreadable_date", "value_off_first_row",
                                              "row_without_id", "unknown_donor", "unknown_kind",
                                              "package_without_first_row", "package_with_two_first_rows"));
    EXPECT_EQ(intake.entries[0].donor, "");
    EXPECT_EQ(intake.entries[0].donor_text, "Atlantis");
    EXPECT_EQ(intake.entries[4].package, "row-6");
    const auto donor = std::find_if(intake.findings.begin(), intake.findings.end(),
                                    [](const Finding& each) { return each.rule == "unknown_donor"; });
    EXPECT_EQ(to_string(donor->place), "'Main'!B2");
    EXPECT_EQ(donor->effect, Euros(Decimal::from_integer(5)));
    const auto twice = std::find_if(intake.findings.begin(), intake.findings.end(), [](const Finding& each) {
        return each.rule == "package_with_two_first_rows";
    });
    EXPECT_EQ(twice->effect, Euros(Decimal::from_integer(8))) << "what the second row adds";
}

TEST(LedgerSheet, DaysWithoutAFormatAreReadAsTheDaysTheyCount) {
    auto made = sheet(
        "Main",
        {headers,
         {"A1", "Italy", "44621", "Military", "", "", "EUR", "5", "", "", "", "", "5", "5", ".", "", "", "1"},
         {"A2", "Italy", "2022", "Military", "", "", "EUR", "5", "", "", "", "", "5", "5", ".", "", "", "1"},
         {"A3", "Italy", "44622", "Military", "", "", "EUR", "5", "", "", "", "", "5", "5", ".", "", "",
          "1"}});
    const auto intake = taken_in(made);
    EXPECT_EQ(intake.entries[0].announced.earliest, Date::from(2022, 3, 1));
    EXPECT_EQ(intake.entries[1].announced.earliest, std::nullopt);
    EXPECT_THAT(rules(intake), testing::UnorderedElementsAre("unreadable_date", "date_without_format"));
    made.from_1904 = true;
    EXPECT_EQ(taken_in(made).entries[0].announced.earliest, Date::from(2026, 3, 2));
}

TEST(LedgerSheet, AmountsThatCannotBeRightAreFound) {
    const auto intake = taken_in(sheet("Main", {headers,
                                                {"A1", "Italy", "@2022-03-01", "Military", "", "", "EUR", "5",
                                                 "", "", "", "", "5", "@2022-03-05", ".", "", "", "1"},
                                                {"A2", "Italy", "@2022-03-01", "Military", "", "", "EUR", "5",
                                                 "", "", "", "", "-5", "-5", ".", "", "", "1"}}));
    EXPECT_THAT(rules(intake), testing::ElementsAre("text_in_number", "negative_amount"));
    EXPECT_EQ(intake.entries[0].values.front().given, Given::unreadable);
    EXPECT_EQ(intake.findings[1].effect, Euros(Decimal::from_integer(-5)));
}

TEST(LedgerSheet, WithoutAColumnOfValuesItSaysSo) {
    const auto intake = taken_in(sheet("Main", {{"ID", "Donor", "Announcement Date", "Type of Aid General",
                                                 "Monetary Value as Given by Source"},
                                                {"A1", "Italy", "@2022-03-01", "Financial", "5"}}));
    EXPECT_EQ(rules(intake), std::vector<std::string>{"no_value_column"});
}

TEST(LedgerSheet, ColumnsThatAreNotReadAreKeptOrSetAside) {
    const auto intake = taken_in(
        sheet("", {{"note"},
                   {"ID", "Donor", "Announcement Date", "Type of Aid General", "Converted Value in EUR",
                    "BeforeWar4", "My column", "", "retrieved"},
                   {"A1", "Italy", "2022-03-01 00:00:00", "Financial", "5.0", "0", "x", "y", "03/02/2023"}}),
        {Channel::bilateral, true});
    const std::map<std::string, std::uint64_t> expected{
        {"the sheet: above the table", 1},
        {"the sheet: column 'retrieved', added by whoever saved the file", 2},
        {"the sheet: made from other columns", 2}};
    EXPECT_EQ(intake.cells.set_aside, expected);
    EXPECT_EQ(intake.cells.used, 13U);
    EXPECT_EQ(rules(intake), std::vector<std::string>{"unknown_column"});
    ASSERT_EQ(intake.figures.size(), 2U);
    EXPECT_EQ(intake.figures[0].table, "main_data");
    EXPECT_EQ(intake.figures[0].row, "A1");
    EXPECT_EQ(intake.figures[0].column, "My column");
    EXPECT_EQ(intake.figures[0].value, "x");
    EXPECT_EQ(intake.figures[1].column, "column H");
    EXPECT_EQ(intake.entries.front().announced.earliest, Date::from(2022, 3, 1));
}

TEST(LedgerSheet, FormulasThatNobodyWorkedOutAreRefused) {
    auto made = sheet("Main", {{"donor", "announcement_date", "aid_type_general", "tot_activity_value_EUR"},
                               {"Norway", "@2025-03-01", "military"},
                               {"Norway", "@2025-04-01", "military"}});
    for (const std::uint32_t row : {2U, 3U}) {
        formats::Cell formula;
        formula.row = row;
        formula.column = 4;
        formula.formula = "A1*2";
        made.rows.at(row - 1).cells.push_back(formula);
    }
    EXPECT_THROW(taken_in(made), Error);
    made.rows.at(2).cells.back().type = formats::CellType::number;
    made.rows.at(2).cells.back().text = "5";
    EXPECT_EQ(taken_in(made).entries.size(), 2U);
}

TEST(LedgerSheet, MergedRowsAreTheContributionsToAPackage) {
    auto made = sheet(
        "Multi",
        {{"ID", "Donor", "Announcement Date", "Type of Aid General", "Contributing Country",
          "Country contribution", "Currency of Country Contribution", "Monetary Value as Given by Source",
          "Original Currency", "Total", "Converted Value in EUR"},
         {"WBF1", "World Bank Group", "@2022-03-07", "Financial", "Japan", "100", "USD", "139", "USD", "139",
          "140"},
         {"", "", "", "", "Sweden", "39", "USD", "", "", "", "140"},
         {"RCH1", "Red Cross", "Until 4/4/2022", "Humanitarian", ".", ".", ".", ".", ".", ".", "'\xC2\xA0"}});
    for (std::uint32_t column = 1; column <= 4; ++column) {
        made.merged.push_back({2, column, 3, column});
    }
    const auto intake = taken_in(made, {Channel::multilateral, false});
    ASSERT_EQ(intake.entries.size(), 3U);
    const auto& whole = intake.entries[0];
    EXPECT_EQ(whole.donor, "");
    EXPECT_EQ(whole.donor_text, "World Bank Group");
    EXPECT_EQ(whole.value_source, "contributed by Japan: 100 USD");
    EXPECT_EQ(whole.values.front().euros, Euros(Decimal::from_integer(140)));
    const auto& part = intake.entries[1];
    EXPECT_EQ(part.package, "WBF1");
    EXPECT_EQ(part.line, 2U);
    EXPECT_EQ(part.donor, "SWE");
    EXPECT_EQ(part.kind, Kind::financial);
    EXPECT_EQ(part.announced.earliest, Date::from(2022, 3, 7));
    EXPECT_EQ(part.source_value.value, Decimal::from_integer(39));
    EXPECT_TRUE(part.values.empty()) << "the whole is counted once";
    EXPECT_EQ(intake.entries[2].values.front().given, Given::not_given);
    EXPECT_EQ(rules(intake), std::vector<std::string>{"value_on_part"});
}

TEST(LedgerSheet, LinksComeInOrderAndOnce) {
    auto made = sheet("Main", {headers,
                               {"A1", "Italy", "@2022-03-01", "Financial", "", "text", "EUR", "5", "", "", "",
                                "", "5", "5", ".", "https://a.example/", "a letter", "1"}});
    for (auto& cell : made.rows[1].cells) {
        if (cell.column == 6) {
            cell.link = "https://b.example/";
        }
        if (cell.column == 16) {
            cell.link = "https://a.example/";
        }
    }
    const std::vector<std::string> expected{"https://b.example/", "https://a.example/", "a letter"};
    EXPECT_EQ(taken_in(made).entries.front().links, expected);
}

// Headers of the releases since 2025, by report.
TEST(LedgerSheet, ReadsTheSnakeCaseOfLaterReleases) {
    const auto intake = taken_in(
        sheet("Bilateral Assistance, MAIN DATA",
              {{"activity_id", "sub_activity_id", "donor", "announcement_date", "aid_type_general", "measure",
                "tot_sub_activity_value_EUR_redistr", "tot_activity_value_EUR", "tot_value_deliv_EUR"},
               {"DEM1", "DEM1.1", "Germany", "@2024-03-01", "Military", "Allocation", "60", "100", "."},
               {"DEM1", "DEM1.2", "Germany", "@2024-04-01", "Military", "Allocation", "30", "", ""},
               {"DEM2", "DEM2.1", "Germany", "@2024-05-01", "Military", "Commitment", ".", "500", "."}}));
    Euros allocated;
    Euros committed;
    for (const auto& entry : intake.entries) {
        for (const auto& value : entry.values) {
            (value.measure == Measure::allocation ? allocated : committed) += value.euros.value_or(Euros{});
        }
    }
    EXPECT_EQ(allocated, Euros(Decimal::from_integer(90)));
    EXPECT_EQ(committed, Euros(Decimal::from_integer(600)));
    EXPECT_EQ(rules(intake), std::vector<std::string>{});
}

TEST(LedgerSheet, OtherTablesAreNoLedger) {
    EXPECT_FALSE(ledger_header(sheet("x", {{"Country", "Announcement Date", "Type of Aid General"}})));
    EXPECT_FALSE(ledger_header(sheet("x", {{"Country", "Converted Value in EUR"}})));
    EXPECT_FALSE(ledger_header(sheet("x", {})));
}

Intake dated(std::initializer_list<std::string_view> texts) {
    Intake intake;
    intake.release.begins = Date::from(2022, 1, 24);
    intake.release.cutoff = Date::from(2022, 10, 3);
    formats::Sheet made = sheet(
        "Main", {{"ID", "Donor", "Announcement Date", "Type of Aid General", "Converted Value in EUR"}});
    for (const auto text : texts) {
        sheet_writing::add_row(made, {"A1", "Italy", text, "Financial", "5"});
    }
    read_ledger(made, *ledger_header(made), {}, intake);
    return intake;
}

TEST(LedgerChecks, DaysOutsideOfTheReleaseAreFound) {
    auto intake =
        dated({"@2022-10-03", "@2922-02-09", "@2022-01-01", "until 4/6/2027", "until 10/2022",
               "since 2/24/2022", "between 9/1/2022 and 11/1/2022", "until 10/12/2022", "Undisclosed"});
    check_dates(intake);
    ASSERT_EQ(rules(intake), (std::vector<std::string>{"date_outside_release", "date_outside_release",
                                                       "date_outside_release", "date_outside_release"}));
    EXPECT_EQ(intake.findings[0].effect, Euros(Decimal::from_integer(5)));
    EXPECT_EQ(intake.findings[0].place.row, 3U);
    EXPECT_EQ(intake.findings[3].place.row, 9U);
}

TEST(LedgerChecks, ADayThatOnlyFitsWithMonthAndDaySwappedIsAmbiguous) {
    auto intake = dated({"until 12/9/2022", "until 4/9/2022"});
    check_dates(intake);
    ASSERT_EQ(rules(intake), std::vector<std::string>{"ambiguous_date"});
    EXPECT_THAT(intake.findings.front().what, testing::HasSubstr("it would be 2022-09-12"));
    EXPECT_EQ(intake.entries.front().announced.latest, Date::from(2022, 12, 9)) << "it stays as it reads";
}

TEST(LedgerChecks, CurrenciesWithoutARateAreFound) {
    Intake intake;
    const auto made = sheet("Main", {{"ID", "Donor", "Announcement Date", "Type of Aid General",
                                      "Original Currency", "Converted Value in EUR"},
                                     {"A1", "Italy", "@2022-03-01", "Financial", "XYZ", "5"},
                                     {"A2", "Italy", "@2022-03-01", "Financial", "EUR", "5"}});
    read_ledger(made, *ledger_header(made), {}, intake);
    check_currencies(intake);
    EXPECT_TRUE(intake.findings.empty()) << "a release without any rates says nothing";
    intake.rates.push_back({Currency::eur(), Rate::one(), {}});
    check_currencies(intake);
    EXPECT_EQ(rules(intake), std::vector<std::string>{"currency_without_rate"});
}

// Two entries a day, 1 to 60 days into the year.
Intake sixty_days() {
    Intake intake;
    for (int day = 0; day < 60; ++day) {
        for (int entry = 0; entry < 2; ++entry) {
            const auto announced = Date::from(2022, 2, 1)->plus_days(day);
            intake.entries.push_back({});
            intake.entries.back().announced = {EntryDate::Sort::day, announced, announced, ""};
            intake.entries.back().place.row = static_cast<std::uint32_t>(intake.entries.size());
        }
    }
    return intake;
}

TEST(LedgerCutoff, StrayDaysDoNotSetIt) {
    auto intake = sixty_days();
    for (const auto day : {Date::from(2922, 2, 9), Date::from(2022, 12, 1)}) {
        intake.entries.push_back({});
        intake.entries.back().announced = {EntryDate::Sort::day, day, day, ""};
    }
    derive_cutoff(intake);
    EXPECT_EQ(intake.release.cutoff, Date::from(2022, 4, 1));
    EXPECT_EQ(rules(intake), std::vector<std::string>{"cutoff_derived"});
    EXPECT_EQ(intake.findings.front().place.row, 119U) << "the first row of that day";
}

TEST(LedgerCutoff, WhatIsManyIsNotStray) {
    auto intake = sixty_days();
    for (int entry = 0; entry < 4; ++entry) {
        const auto day = Date::from(2022, 6, 1);
        intake.entries.push_back({});
        intake.entries.back().announced = {EntryDate::Sort::day, day, day, ""};
    }
    derive_cutoff(intake);
    EXPECT_EQ(intake.release.cutoff, Date::from(2022, 6, 1));
}

TEST(LedgerCutoff, WithoutDaysThereIsNone) {
    auto intake = dated({"Undisclosed"});
    intake.release.cutoff.reset();
    derive_cutoff(intake);
    EXPECT_EQ(intake.release.cutoff, std::nullopt);
    EXPECT_TRUE(intake.findings.empty());
}

}  // namespace
}  // namespace pledgebook::importers::kiel_ledger
