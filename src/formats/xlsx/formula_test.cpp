#include "formats/xlsx/formula.hpp"

#include "formats/workbook.hpp"
#include "support/workbook_writer.hpp"

#include <gtest/gtest.h>

namespace pledgebook::formats::xlsx {
namespace {

struct Case {
    const char* formula;
    const char* moved;  // two rows down, one column to the right
};

TEST(Formula, MovesWhatIsRelative) {
    constexpr Case cases[] = {
        {"A1", "B3"},
        {"$A1+A$1+$A$1", "$A3+B$1+$A$1"},
        {"SUM(A1:B2)", "SUM(B3:C4)"},
        {"SUM($A1:B$2)", "SUM($A3:C$2)"},
        {"SUM(A:A,$B:C)", "SUM(B:B,$B:D)"},
        {"SUM(1:1,$2:3)", "SUM(3:3,$2:5)"},
        {"a1*b2", "B3*C4"},
        {"IF(A1>=-1.5E+10,\"A1 \"\"B2\"\"\",A1)", "IF(B3>=-1.5E+10,\"A1 \"\"B2\"\"\",B3)"},
        {"Sheet1!A1+Sheet1!$A:B", "Sheet1!B3+Sheet1!$A:C"},
        {"'It''s A1'!A1", "'It''s A1'!B3"},
        {"Q1!A1+Q1:Q4!B2", "Q1!B3+Q1:Q4!C4"},
        {"Sheet1!A1:Sheet1!B2", "Sheet1!B3:Sheet1!C4"},
        {"[1]Sheet1!A1+'[2]My A1'!A1", "[1]Sheet1!B3+'[2]My A1'!B3"},
        {"LOG10(A1)+ATAN2(A1,B1)", "LOG10(B3)+ATAN2(B3,C3)"},
        {"Table1[[#This Row],[A1]]+Table1[B2]", "Table1[[#This Row],[A1]]+Table1[B2]"},
        {"TRUE+rate_A1+A1.rate+_A1", "TRUE+rate_A1+A1.rate+_A1"},
        {"#REF!+#N/A+#DIV/0!+Sheet1!#REF!+A1", "#REF!+#N/A+#DIV/0!+Sheet1!#REF!+B3"},
        {"SUM(A1#)", "SUM(B3#)"},
        {"{1,2;3,4}*A1%", "{1,2;3,4}*B3%"},
        {"_xlfn.XLOOKUP(A1,B:B,C:C)", "_xlfn.XLOOKUP(B3,C:C,D:D)"},
        {"A1:OFFSET(A1,1,1)", "B3:OFFSET(B3,1,1)"},
        {"A1:INDEX(B:B,3)", "B3:INDEX(C:C,3)"},
        {"XFE1+ABCD1+A1048577+A0", "XFE1+ABCD1+A1048577+A0"},
        {"Überweisung+ÄA1", "Überweisung+ÄA1"},
        {"A1 B1,(C1:D1 D:D)", "B3 C3,(D3:E3 E:E)"},
        {"", ""},
    };
    for (const auto& [formula, moved] : cases) {
        EXPECT_EQ(shift_formula(formula, 2, 1), moved);
    }
}

TEST(Formula, StaysWhereItIs) {
    EXPECT_EQ(shift_formula("SUM(A1:$B$2)", 0, 0), "SUM(A1:$B$2)");
}

TEST(Formula, WhatLeavesTheSheet) {
    EXPECT_EQ(shift_formula("A1+B2", -1, -1), "#REF!+A1");
    EXPECT_EQ(shift_formula("SUM(A1:B2)", -1, 0), "SUM(#REF!)");
    EXPECT_EQ(shift_formula("XFD1", 0, 1), "#REF!");
    EXPECT_EQ(shift_formula("A1048576+Sheet1!A1048576", 1, 0), "#REF!+Sheet1!#REF!");
}

TEST(Formula, UnclosedThingsEnd) {
    for (const auto* formula : {"\"A1", "'A1", "[A1", "#", "$", "A1:", "$A$", ":", "A1:B", "'", "[['"}) {
        EXPECT_FALSE(shift_formula(formula, 1, 1).empty()) << formula;
    }
}

Sheet read(const test_support::TestSheet& sheet) {
    const auto bytes = test_support::write_workbook({{sheet}});
    return Workbook::open(bytes).load(0);
}

test_support::TestCell with(std::string attributes, test_support::TestCell cell) {
    cell.formula_attributes = std::move(attributes);
    return cell;
}

using test_support::formula;
using test_support::number;
using test_support::TestSheet;

TEST(Formula, SharedOnesAreWrittenOut) {
    TestSheet sheet{"Data"};
    sheet.cells = {with("t=\"shared\" ref=\"B2:C3\" si=\"0\"", formula("B2", "A2*$A$1", number("", "1"))),
                   with("t=\"shared\" si=\"0\"", number("C2", "2")),
                   with("t=\"shared\" si=\"0\"", number("B3", "3")),
                   with("t=\"shared\" si=\"0\"", number("C3", "4")), number("D3", "5")};
    const auto result = read(sheet);
    EXPECT_EQ(result.at(2, 2)->formula, "A2*$A$1");
    EXPECT_EQ(result.at(2, 3)->formula, "B2*$A$1");
    EXPECT_EQ(result.at(3, 2)->formula, "A3*$A$1");
    EXPECT_EQ(result.at(3, 3)->formula, "B3*$A$1");
    EXPECT_EQ(result.at(3, 4)->formula, "");
}

TEST(Formula, SharedBeforeItsDefinition) {
    TestSheet sheet{"Data"};
    sheet.cells = {with("t=\"shared\" si=\"7\"", number("B2", "1")),
                   with("t=\"shared\" ref=\"B2:B3\" si=\"7\"", formula("B3", "A3+1", number("", "2")))};
    EXPECT_EQ(read(sheet).at(2, 2)->formula, "A2+1");
}

TEST(Formula, SharedWithoutDefinition) {
    TestSheet sheet{"Data"};
    sheet.cells = {with("t=\"shared\" si=\"7\"", number("B2", "1"))};
    EXPECT_ANY_THROW(read(sheet));
}

TEST(Formula, ArraysAreOnEachCell) {
    TestSheet sheet{"Data"};
    sheet.cells = {with("t=\"array\" ref=\"B2:C3\"", formula("B2", "A2:A3*2", number("", "1"))),
                   number("C2", "2"), number("B3", "3"), number("D2", "9"), number("B4", "9")};
    const auto result = read(sheet);
    for (const auto& [row, column] : {std::pair(2U, 2U), {2U, 3U}, {3U, 2U}}) {
        EXPECT_EQ(result.at(row, column)->formula, "A2:A3*2");
    }
    EXPECT_EQ(result.at(2, 4)->formula, "");
    EXPECT_EQ(result.at(4, 2)->formula, "");
}

TEST(Formula, DataTables) {
    TestSheet sheet{"Data"};
    sheet.cells = {
        with("t=\"dataTable\" ref=\"B2:B3\" dt2D=\"0\" dtr=\"0\" r1=\"F1\"", number("B2", "1")),
        number("B3", "2"),
        with("t=\"dataTable\" ref=\"D2:D2\" dt2D=\"1\" dtr=\"1\" r1=\"F1\" r2=\"F2\"", number("D2", "1"))};
    const auto result = read(sheet);
    EXPECT_EQ(result.at(2, 2)->formula, "TABLE(,F1)");
    EXPECT_EQ(result.at(3, 2)->formula, "TABLE(,F1)");
    EXPECT_EQ(result.at(2, 4)->formula, "TABLE(F1,F2)");
}

}  // namespace
}  // namespace pledgebook::formats::xlsx
