// The workbook importer on sheets written by hand: it must not matter how they are named, ordered or laid
// out.
#include "importers/kiel_workbook/kiel_workbook.hpp"

#include "core/error.hpp"
#include "importers/sheet_writing_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace pledgebook::importers {
namespace {

using sheet_writing::sheet;
using Sheets = std::vector<formats::Sheet>;

Intake taken_in(const Sheets& sheets) {
    return take_in_sheets(
        sheets.size(), [&](std::size_t at) { return sheets[at].name; },
        [&](std::size_t at) { return sheets[at]; }, {});
}

formats::Sheet main_sheet(std::string name = "Bilateral assistance, MAIN DATA") {
    return sheet(std::move(name),
                 {{"ID", "countries", "Announcement Date", "Type of Aid General", "Original Currency",
                   "Converted Value in EUR", "Total_value_dummy (1 is first row in the package)"},
                  {"DEM1", "Germany", "@2022-03-01", "Military", "EUR", "100.5", "1"},
                  {"DEM1", "Germany", "until 4/6/2022", "Military", "EUR", "", "0"},
                  {"USF1", "United States", "@2022-05-01", "Financial", "USD", "200", "1"}});
}

Sheets release_7() {
    return {
        sheet("ReadMe",
              {{}, {"", "Ukraine Support Tracker – 7th release (covering January 24 to October 3, 2022)"}}),
        sheet("Updates and Corrections", {{"", "Release 7 (until October 3, 2022)"},
                                          {"", "Major corrections"},
                                          {"", "Release 6 (until August 3, 2022)"}}),
        main_sheet(),
        sheet("Country Summary", {{"", "Numbers by country"},
                                  {"", "Country", "EU member", "Total", "GDP (2021)", "GDP (EUR)", "Total"},
                                  {"", "", "", "€ billion", "US$ billion", "€ billion", "% GDP"},
                                  {"", "Germany", "1", "0.1", "3846.4", "3800.5", "0.01"},
                                  {"", "Total", ".", "0.3", "4000", "3900", "0.02"}}),
        sheet("Exchange rates", {{"", "Currency", "1 EUR"},
                                 {"", "EUR", "1"},
                                 {"", "USD", "0.9887"},
                                 {},
                                 {"", "Source: ECB (October 6, 2022)."}}),
        sheet("Price List, Weapons & Items",
              {{"Item", "Type of item ", "Sub-type of item", "Unit Price", "Currency", "Source"},
               {".", ".", ".", ".", ".", "."},
               {"helmet", "Military equipment", ".", "300", "USD", "a shop"},
               {"secret", "Military equipment", ".", ".", ".", "."}}),
        sheet("Figure 1 US vs Europe",
              {{"", "Donor(s)", "Total aid (€ billion)"}, {"", "US", "52.3"}, {"", "EU", "29.1"}})};
}

std::vector<std::string> rules(const Intake& intake) {
    std::vector<std::string> names;
    for (const auto& finding : intake.findings) {
        names.push_back(finding.rule);
    }
    return names;
}

// The entries without their places, which another layout changes.
std::vector<Entry> without_places(const Intake& intake) {
    auto entries = intake.entries;
    for (auto& entry : entries) {
        entry.place = {};
        for (auto& value : entry.values) {
            value.place = {};
        }
    }
    return entries;
}

TEST(KielWorkbook, TakesEachSheetForWhatItIs) {
    const auto intake = taken_in(release_7());
    EXPECT_EQ(intake.release.label, "7");
    EXPECT_EQ(intake.release.begins, Date::from(2022, 1, 24));
    EXPECT_EQ(intake.release.cutoff, Date::from(2022, 10, 3));
    EXPECT_EQ(intake.entries.size(), 3U);
    ASSERT_EQ(intake.rates.size(), 2U);
    EXPECT_EQ(to_string(intake.rates[1].place), "'Exchange rates'!C3");
    ASSERT_EQ(intake.prices.size(), 2U);
    EXPECT_EQ(intake.prices[0].price.value, Decimal::from_integer(300));
    EXPECT_EQ(intake.prices[1].price.given, Given::no_price);
    EXPECT_EQ(intake.notes.size(), 6U) << "with the title of the country summary";
    EXPECT_EQ(rules(intake), std::vector<std::string>{});
    EXPECT_EQ(intake.cells.set_aside.at("sheet 'Price List, Weapons & Items': lines that name no item"), 6U);
}

TEST(KielWorkbook, FiguresOfOneHeaderAreToldApartByTheirUnits) {
    const auto intake = taken_in(release_7());
    ASSERT_EQ(intake.figures.size(), 12U);
    EXPECT_EQ(intake.figures[1].row, "DEU");
    EXPECT_EQ(intake.figures[1].column, "Total");
    EXPECT_EQ(intake.figures[1].unit, "€ billion");
    EXPECT_EQ(intake.figures[4].column, "Total");
    EXPECT_EQ(intake.figures[4].unit, "% GDP");
    EXPECT_EQ(intake.figures[5].row, "Total");
    ASSERT_EQ(intake.macro.size(), 2U) << "of donors, not of the total";
    EXPECT_EQ(to_string(intake.macro[0].value), "3846400000000");
    EXPECT_EQ(intake.macro[0].currency, Currency::parse("USD"));
    EXPECT_EQ(intake.macro[1].currency, Currency::eur());
    EXPECT_EQ(intake.macro[1].year, 2021) << "of the GDP beside it";
}

TEST(KielWorkbook, MonthsAboveNumberedHeadersNameTheirFigures) {
    auto sheets = release_7();
    sheets[3] = sheet("Country summary", {{"", "", "", "Commitments per Month"},
                                          {"", "", "", "January", "February"},
                                          {"", "Country", "EU member", "1", "2"},
                                          {"", "Germany", "1", "0.5", "0.6"}});
    const auto intake = taken_in(sheets);
    ASSERT_EQ(intake.figures.size(), 5U);
    EXPECT_EQ(intake.figures[2].column, "Commitments per Month: February");
    EXPECT_EQ(intake.figures[2].unit, "");
}

// Header rows of the releases since 2024, by report: row 8, units in row 9, GDP twice, euros and dollars
// apart.
TEST(KielWorkbook, TheSummariesInEurosAndDollarsAreTwoTables) {
    auto sheets = release_7();
    sheets[3] = sheet("Country Summary (€)",
                      {{"Numbers by country"},
                       {},
                       {},
                       {"", "Country", "Geographic Europe", "Total allocations", "GDP (2021)", "GDP (2021)"},
                       {"", "", "", "€ billion", "US$ billion", "€ billion"},
                       {"", "Czech Republic", "1", "0.1", "281.8", "238.2"}});
    auto dollars = sheets[3];
    dollars.name = "Country Summary ($)";
    sheets.push_back(dollars);
    const auto intake = taken_in(sheets);
    ASSERT_EQ(intake.figures.size(), 10U);
    EXPECT_EQ(intake.figures[1].table, "country_summary");
    EXPECT_EQ(intake.figures[1].row, "CZE");
    EXPECT_EQ(intake.figures[4].table, "us_vs_europe");
    EXPECT_EQ(intake.figures[7].table, "country_summary_usd");
    ASSERT_EQ(intake.macro.size(), 2U) << "each GDP once";
    EXPECT_EQ(intake.macro[0].currency, Currency::parse("USD"));
    EXPECT_EQ(intake.macro[1].currency, Currency::eur());
    EXPECT_EQ(rules(intake), std::vector<std::string>{});
}

TEST(KielWorkbook, OrderNamesAndLayoutDoNotMatter) {
    const auto expected = taken_in(release_7());
    auto sheets = release_7();
    sheets[2] = sheet("Hilfe",
                      {{"Bilateral aid"},
                       {},
                       {"Type of Aid General", "colour", "Converted value in EUR", "id", "ORIGINAL CURRENCY ",
                        "Donor", "announcement_date", "total_value_dummy"},
                       {"Military", "red", "100.5", "DEM1", "EUR", "Germany", "@2022-03-01", "1"},
                       {},
                       {"Military", "", "", "DEM1", "EUR", "Germany", "until 4/6/2022", "0"},
                       {"Financial", "", "200", "USF1", "USD", "United States", "@2022-05-01", "1"}},
                      2);
    sheets[3].name = "Overview";
    sheets[4].name = "FX";
    sheets[5].name = "Preise";
    std::reverse(sheets.begin(), sheets.end());
    const auto intake = taken_in(sheets);
    EXPECT_EQ(without_places(intake), without_places(expected));
    EXPECT_EQ(intake.rates.size(), expected.rates.size());
    EXPECT_EQ(intake.prices.size(), expected.prices.size());
    EXPECT_EQ(intake.figures.size(), expected.figures.size() + 1) << "the column nobody knows is kept";
    EXPECT_EQ(intake.macro.size(), expected.macro.size());
    EXPECT_EQ(rules(intake), std::vector<std::string>{"unknown_column"});
    EXPECT_EQ(intake.release.label, "7");
}

TEST(KielWorkbook, AllCellsAreAccountedFor) {
    auto sheets = release_7();
    sheets.push_back(sheet("Scratch", {{"a", "b"}, {"1", "#N/A"}}));
    std::uint64_t in = 0;
    for (const auto& each : sheets) {
        for (const auto& row : each.rows) {
            in += row.cells.size();
        }
    }
    const auto intake = taken_in(sheets);
    std::uint64_t aside = 0;
    for (const auto& [reason, cells] : intake.cells.set_aside) {
        aside += cells;
    }
    EXPECT_EQ(intake.cells.in, in);
    EXPECT_EQ(intake.cells.used + aside, in);
    EXPECT_EQ(rules(intake), std::vector<std::string>{"unknown_sheet"});
    EXPECT_EQ(intake.figures.back().table, "sheet_scratch");
}

TEST(KielWorkbook, WitnessesThatContradictEachOtherAreFound) {
    auto sheets = release_7();
    sheets[1] = sheet("Updates and Corrections", {{"", "Release 8 (until November 20, 2022)"}});
    const auto intake = taken_in(sheets);
    EXPECT_EQ(intake.release.label, "7");
    EXPECT_EQ(rules(intake), std::vector<std::string>{"release_witnesses_differ"});
    EXPECT_EQ(to_string(intake.findings.front().place), "'ReadMe'!B2");
}

TEST(KielWorkbook, AWorkbookThatDoesNotNameItselfIsTakenInAllTheSame) {
    auto sheets = release_7();
    sheets.erase(sheets.begin(), sheets.begin() + 2);
    const auto intake = taken_in(sheets);
    EXPECT_EQ(intake.release.label, "");
    EXPECT_EQ(intake.release.series, "ust");
    EXPECT_THAT(rules(intake), testing::ElementsAre("release_unnamed", "cutoff_derived"));
    EXPECT_EQ(intake.release.cutoff, Date::from(2022, 5, 1));
}

TEST(KielWorkbook, ASecondLedgerIsNotAdded) {
    auto sheets = release_7();
    sheets.push_back(main_sheet("Old copy"));
    const auto intake = taken_in(sheets);
    EXPECT_EQ(intake.entries.size(), 3U);
    EXPECT_EQ(rules(intake), std::vector<std::string>{"second_sheet"});
    EXPECT_EQ(intake.cells.set_aside.at("sheet 'Old copy': looks like another sheet"), 27U);
}

TEST(KielWorkbook, ANameWithoutItsTableIsTold) {
    auto sheets = release_7();
    sheets[4] = sheet("Exchange rates", {{"see the web"}});
    const auto intake = taken_in(sheets);
    EXPECT_TRUE(intake.rates.empty());
    EXPECT_EQ(rules(intake), std::vector<std::string>{"sheet_without_table"});
    EXPECT_EQ(intake.notes.back().text, "see the web") << "what it holds is kept all the same";
}

TEST(KielWorkbook, WithoutALedgerThereIsNothingToTakeIn) {
    auto sheets = release_7();
    sheets.erase(sheets.begin() + 2);
    EXPECT_THROW(taken_in(sheets), Error);
}

TEST(KielWorkbook, CommentsAreKeptAsNotes) {
    auto sheets = release_7();
    sheets.back().rows.front().cells.front().comment = "Attention: counts the EPF twice.";
    const auto intake = taken_in(sheets);
    EXPECT_EQ(intake.notes.back().text, "Attention: counts the EPF twice.");
    EXPECT_EQ(to_string(intake.notes.back().place), "'Figure 1 US vs Europe'!B1");
}

TEST(KielWorkbook, ASecondMainSheetIsNotCountedAgain) {
    auto sheets = release_7();
    sheets.push_back(main_sheet("Bilateral assistance, MAIN DATA Copy"));
    const auto once = taken_in(release_7());
    const auto intake = taken_in(sheets);
    EXPECT_EQ(intake.entries, once.entries);
    EXPECT_THAT(rules(intake), testing::Contains("second_sheet"));
    EXPECT_EQ(intake.cells.set_aside.size(), once.cells.set_aside.size() + 1);

    sheets = {main_sheet("Sheet1"), main_sheet("Sheet2")};
    EXPECT_EQ(taken_in(sheets).entries.size(), once.entries.size());
}

TEST(KielWorkbook, PriceColumnsThatMakeNoPriceAreKept) {
    auto sheets = release_7();
    sheets[5] = sheet("Price List", {{"Item", "Unit Price", "Currency", "Count", "Colour"},
                                     {"helmet", "300", "USD", "12", "green"},
                                     {".", ".", ".", "0", "."}});
    const auto intake = taken_in(sheets);
    ASSERT_EQ(intake.prices.size(), 1U);
    const auto& kept = *std::find_if(intake.figures.begin(), intake.figures.end(),
                                     [](const Figure& each) { return each.column == "Colour"; });
    EXPECT_EQ(kept.table, "prices");
    EXPECT_EQ(kept.row, "helmet");
    EXPECT_EQ(kept.value, "green");
    EXPECT_EQ(rules(intake), std::vector<std::string>{"unknown_column"});
    EXPECT_EQ(intake.findings.front().what,
              "columns that are not known, kept as figures of 'prices': 'Colour'");
}

TEST(KielWorkbook, ASecondSheetForATableHasATableOfItsOwn) {
    auto sheets = release_7();
    sheets.push_back(sheet("Figure 40 US vs Europe", {{"Donor(s)", "Total"}, {"US", "60"}, {"EU", "20"}}));
    const auto intake = taken_in(sheets);
    EXPECT_EQ(rules(intake), std::vector<std::string>{"second_sheet"});
    EXPECT_EQ(intake.figures.back().table, "sheet_figure_40_us_vs_europe");
}

TEST(KielWorkbook, UnknownSheetsAreNamedWithWhatTheyAreLike) {
    auto sheets = release_7();
    for (const auto* name : {"Fig 30. Deliveries of mines", "Fig 31. Deliveries of drones"}) {
        sheets.push_back(sheet(name, {{"Weapon category", "Country", "Delivered units"},
                                      {"Some", "Norway", "12"},
                                      {"", "Poland", "5"}}));
    }
    sheets.push_back(sheet("Weather", {{"Day", "Rain"}, {"Monday", "12"}}));
    const auto intake = taken_in(sheets);
    ASSERT_THAT(rules(intake), testing::ElementsAre("unknown_sheet", "unknown_sheet"));
    EXPECT_EQ(intake.findings[0].what,
              "sheet 'Weather' is not known; kept as figures of 'sheet_weather'; like no known one");
    EXPECT_EQ(intake.findings[1].what,
              "2 sheets are not known; kept as figures of tables of their own "
              "('sheet_fig_30_deliveries_of_mines' and so on): 'Fig 30. Deliveries of mines', 'Fig 31. "
              "Deliveries of drones'; most like 'weapon_deliveries'");
}

}  // namespace
}  // namespace pledgebook::importers
