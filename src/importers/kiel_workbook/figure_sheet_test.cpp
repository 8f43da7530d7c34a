// Tables in all the layouts that the tracker's sheets have had, on sheets written by hand.
#include "importers/kiel_workbook/figure_sheet.hpp"

#include "importers/sheet_writing_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::importers::kiel_workbook_sheets {
namespace {

using sheet_writing::sheet;
using testing::ElementsAre;

Intake read(const formats::Sheet& sheet) {
    Intake intake;
    read_figures(sheet, "table", intake);
    std::uint64_t aside = 0;
    for (const auto& [reason, count] : intake.cells.set_aside) {
        aside += count;
    }
    EXPECT_EQ(intake.cells.in, intake.cells.used + aside);
    return intake;
}

// "row | column | unit = value"
std::vector<std::string> figures(const formats::Sheet& sheet) {
    std::vector<std::string> all;
    for (const auto& figure : read(sheet).figures) {
        all.push_back(figure.row + " | " + figure.column + " | " + figure.unit + " = " + figure.value);
    }
    return all;
}

std::vector<std::string> notes(const formats::Sheet& sheet) {
    std::vector<std::string> all;
    for (const auto& note : read(sheet).notes) {
        all.push_back(note.text);
    }
    return all;
}

TEST(FigureSheet, ATitleGivesTheUnitThatNoHeaderGives) {
    const auto figure =
        sheet("Figure 2", {{"", "Total commitments (€ billion)", "", "", "", "Figure 2. A chart"},
                           {},
                           {"", "Country", "Total", "Number of refugees"},
                           {"", "Poland", "2.9", "1422482"},
                           {"", "EU Institutions", "16.2", "."},
                           {},
                           {"", "Total", "19.1", "1422482"},
                           {},
                           {"", "Note: this figure shows commitments."}});
    EXPECT_THAT(
        figures(figure),
        ElementsAre("POL | Total | € billion = 2.9", "POL | Number of refugees | persons = 1422482",
                    "EU_INSTITUTIONS | Total | € billion = 16.2",
                    "EU_INSTITUTIONS | Number of refugees | persons = .", "Total | Total | € billion = 19.1",
                    "Total | Number of refugees | persons = 1422482"));
    EXPECT_THAT(notes(figure), ElementsAre("Total commitments (€ billion)", "Figure 2. A chart",
                                           "Note: this figure shows commitments."));
}

TEST(FigureSheet, ARowOfUnitsTellsHeadersOfOneNameApart) {
    // Release 30: a header over two columns, each with its unit.
    auto pairs = sheet("Country Summary ($)", {{"Country", "Total bilateral allocations", "", "Share"},
                                               {"", "$ billion", "% 2021 GDP", "$ billion"},
                                               {"Estonia", "1", "2", "3"}});
    EXPECT_THAT(figures(pairs), ElementsAre("EST | Total bilateral allocations | $ billion = 1",
                                            "EST | Total bilateral allocations | % 2021 GDP = 2",
                                            "EST | Share | $ billion = 3"));
}

TEST(FigureSheet, DoubledHeadersWithoutUnitsAreNumbered) {
    EXPECT_THAT(figures(sheet("X", {{"Country", "Total", "Total"}, {"Estonia", "1", "2"}})),
                ElementsAre("EST | Total |  = 1", "EST | Total (2) |  = 2"));
}

TEST(FigureSheet, TablesSideBySideAreParted) {
    EXPECT_THAT(figures(sheet("In-kind", {{"", "Tanks comm", "Tanks del", "", "", "MLRS comm"},
                                          {"Poland", "240", "230", "", "Norway", "3"},
                                          {"Norway", "0", "0", "", "Poland", "1"}})),
                ElementsAre("POL | Tanks comm |  = 240", "POL | Tanks del |  = 230", "NOR | MLRS comm |  = 3",
                            "NOR | Tanks comm |  = 0", "NOR | Tanks del |  = 0", "POL | MLRS comm |  = 1"));
}

TEST(FigureSheet, AnEmptyColumnWithinATableDoesNotPartIt) {
    EXPECT_THAT(
        figures(sheet("Stocks",
                      {{"Country", "Greece", "", "Total"}, {"Tanks", "5", "", "6"}, {"MLRS", "7", "", "8"}})),
        ElementsAre("Tanks | Greece |  = 5", "Tanks | Total |  = 6", "MLRS | Greece |  = 7",
                    "MLRS | Total |  = 8"));
}

TEST(FigureSheet, TablesBelowEachOtherHaveHeadersOfTheirOwn) {
    const auto gap = sheet("Gap", {{"Military aid gap (number of items)"},
                                   {},
                                   {"Item", "Tanks ", "Source"},
                                   {"Needs", "500", "somebody"},
                                   {"Delivered", ".", "This data set"},
                                   {},
                                   {"Item", "Type", "Delivered", "To be delivered"},
                                   {"Tanks", "Delivered to Ukraine", "252", "36"},
                                   {"", "Demanded by Ukraine", "500", "."},
                                   {"MLRS", "Delivered to Ukraine", "38", "26"},
                                   {"", "Demanded by Ukraine", "200", "."}});
    EXPECT_THAT(figures(gap),
                ElementsAre("Needs | Tanks | units = 500", "Needs | Source |  = somebody",
                            "Delivered | Tanks | units = .", "Delivered | Source |  = This data set",
                            "Tanks: Delivered to Ukraine | Delivered | units = 252",
                            "Tanks: Delivered to Ukraine | To be delivered | units = 36",
                            "Tanks: Demanded by Ukraine | Delivered | units = 500",
                            "Tanks: Demanded by Ukraine | To be delivered | units = .",
                            "MLRS: Delivered to Ukraine | Delivered | units = 38",
                            "MLRS: Delivered to Ukraine | To be delivered | units = 26",
                            "MLRS: Demanded by Ukraine | Delivered | units = 200",
                            "MLRS: Demanded by Ukraine | To be delivered | units = ."));
}

TEST(FigureSheet, HeadersWithAMarkBeginSections) {
    EXPECT_THAT(figures(sheet("Share", {{"", "EU", "Stocks >>>", "Tanks", "MLRS", "Delivered>>>", "Tanks"},
                                        {"Poland", "1", "", "797", "179", "", "240"}})),
                ElementsAre("POL | EU |  = 1", "POL | Stocks: Tanks |  = 797", "POL | Stocks: MLRS |  = 179",
                            "POL | Delivered: Tanks |  = 240"));
}

// Sheet "Financial disb per Month (€)" of the releases since 2024, by report.
TEST(FigureSheet, MonthsAboveTheHeaderCarryTheirYearOn) {
    EXPECT_THAT(figures(sheet("Financial disb per Month (€)",
                              {{"", "", "December", "January (2023)", "", "February", ""},
                               {"", "Country", "Loans", "Loans", "Grants", "Loans", "Grants"},
                               {"", "Canada", "1", "2", "3", "4", "5"},
                               {"", "Hungary", "No budget support", "No budget support", "", "0", "0"}})),
                ElementsAre("CAN | December (2022): Loans |  = 1", "CAN | January (2023): Loans |  = 2",
                            "CAN | January (2023): Grants |  = 3", "CAN | February (2023): Loans |  = 4",
                            "CAN | February (2023): Grants |  = 5",
                            "HUN | December (2022): Loans |  = No budget support",
                            "HUN | January (2023): Loans |  = No budget support",
                            "HUN | February (2023): Loans |  = 0", "HUN | February (2023): Grants |  = 0"));
}

TEST(FigureSheet, MonthsMayBeNumberedBelowTheirNames) {
    EXPECT_THAT(figures(sheet("Per month", {{"", "January", "February", "March"},
                                            {"Country", "1", "2", "3"},
                                            {"Canada", "5", "6", "7"}})),
                ElementsAre("CAN | January |  = 5", "CAN | February |  = 6", "CAN | March |  = 7"));
    // Numbers that only happen to follow each other are figures.
    EXPECT_THAT(figures(sheet("Units", {{"Item", "Sent", "Left"}, {"Tanks", "2", "3"}})),
                ElementsAre("Tanks | Sent |  = 2", "Tanks | Left |  = 3"));
}

TEST(FigureSheet, ARowOfTextsIsNoHeader) {
    EXPECT_THAT(figures(sheet("Disbursed", {{"Country", "2022", "2023"},
                                            {"Hungary", "No budget support", "No budget support"},
                                            {"Canada", "1", "2"}})),
                ElementsAre("HUN | 2022 |  = No budget support", "HUN | 2023 |  = No budget support",
                            "CAN | 2022 |  = 1", "CAN | 2023 |  = 2"));
}

TEST(FigureSheet, TwoTablesOfOneShapeAreNumbered) {
    EXPECT_THAT(
        figures(sheet("Anti aircraft", {{"", "Delivered", "Promised"},
                                        {"Long-range", "1", "0"},
                                        {"Short-range", "2", "0"},
                                        {},
                                        {"", "Delivered", "Promised"},
                                        {"Long-range", "208817599.13", "0"}})),
        ElementsAre("Long-range | Delivered |  = 1", "Long-range | Promised |  = 0",
                    "Short-range | Delivered |  = 2", "Short-range | Promised |  = 0",
                    "Long-range | Delivered (2) |  = 208817599.13", "Long-range | Promised (2) |  = 0"));
}

// Sheet "Exchange Rates (time series)" of the releases since 2024, by report: in which layout is not known.
TEST(FigureSheet, DaysAreRowsOrColumns) {
    EXPECT_THAT(figures(sheet("Series", {{"Date", "USD", "GBP"},
                                         {"@2022-01-03", "1.1355", "0.84135"},
                                         {"@2022-01-04", "1.1279", "."}})),
                ElementsAre("2022-01-03 | USD | US$ = 1.1355", "2022-01-03 | GBP |  = 0.84135",
                            "2022-01-04 | USD | US$ = 1.1279", "2022-01-04 | GBP |  = ."));
    EXPECT_THAT(figures(sheet("Series", {{"Currency", "@2022-01-03", "@2022-01-04"},
                                         {"USD", "1.1355", "1.1279"},
                                         {"GBP", "0.84135", ""}})),
                ElementsAre("USD | 2022-01-03 |  = 1.1355", "USD | 2022-01-04 |  = 1.1279",
                            "GBP | 2022-01-03 |  = 0.84135"));
    EXPECT_THAT(figures(sheet("Series", {{"Date", "Currency", "Rate"},
                                         {"@2022-01-03", "USD", "1.1355"},
                                         {"@2022-01-03", "GBP", "0.84135"}})),
                ElementsAre("2022-01-03: USD | Rate |  = 1.1355", "2022-01-03: GBP | Rate |  = 0.84135"));
}

TEST(FigureSheet, NumbersBelowNoHeaderAreFiguresToo) {
    const auto scratch = sheet("Scratch", {{"Check", "", "5"}, {"", "", "", "7"}, {"", "'\xC2\xA0"}, {"'."}});
    EXPECT_THAT(figures(scratch), ElementsAre("Check | column C |  = 5", "row 2 | column D |  = 7"));
    EXPECT_THAT(read(scratch).cells.set_aside,
                ElementsAre(std::pair<const std::string, std::uint64_t>(
                                "sheet 'Scratch': cells that hold only blanks", 1),
                            std::pair<const std::string, std::uint64_t>(
                                "sheet 'Scratch': marks that stand below no header", 1)));
}

}  // namespace
}  // namespace pledgebook::importers::kiel_workbook_sheets
