#include "formulas/calculation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::formulas {
namespace {

using formats::Cell;
using formats::CellType;

// A sheet from rows of texts: "=…" is a formula, what reads as a number is one, "" is no cell.
formats::Sheet sheet(const std::string& name, const std::vector<std::vector<std::string>>& rows) {
    formats::Sheet sheet;
    sheet.name = name;
    for (std::uint32_t r = 0; r < rows.size(); ++r) {
        formats::Row row;
        row.number = r + 1;
        for (std::uint32_t c = 0; c < rows[r].size(); ++c) {
            const auto& text = rows[r][c];
            Cell cell;
            cell.row = r + 1;
            cell.column = c + 1;
            if (text.starts_with("=")) {
                cell.formula = text.substr(1);
                cell.type = CellType::number;
                cell.text = "-99";  // what stands there, where it cannot be worked out
            } else {
                cell.type = number_in(text) ? CellType::number : CellType::text;
                cell.text = text;
            }
            if (!text.empty()) {
                row.cells.push_back(cell);
            }
        }
        sheet.rows.push_back(row);
    }
    return sheet;
}

class Works : public testing::Test {
protected:
    Works() {
        m_sheets = {sheet("Data", {{"kind", "donor", "euro", "note"},    // 1
                                   {"Military", "Germany", "100", "x"},  // 2
                                   {"military", "Germany ", "20", "1"},  // 3
                                   {"Financial", "France", "3", ""},     // 4
                                   {"Military", "Germany", "n/a", "y"},  // 5
                                   {"Humanitarian", "", "0.5", "ab"}}),  // 6
                    sheet("My rates", {{"EUR", "1"}, {"USD", "1.25"}, {"usd", "2"}, {"5", "50"}})};
    }

    // The formula's value in F3 of the first sheet, as text; errors as such, "?" where it is not worked out.
    std::string work(const std::string& formula) {
        Spreadsheet spreadsheet(m_sheets);
        Calculation base(spreadsheet);
        Calculation with(base, {{{0, 3, 6}, formula}});
        const auto value = with.at({0, 3, 6});
        return value.is_unknown() ? "?"
               : value.is_error() ? std::string(to_string(value.code))
                                  : as_text(value).text;
    }

    std::vector<formats::Sheet> m_sheets;
};

TEST_F(Works, Operators) {
    EXPECT_EQ(work("1+2*3^2"), "19");
    EXPECT_EQ(work("-2^2"), "4");
    EXPECT_EQ(work("2^-1"), "0.5");
    EXPECT_EQ(work("50%"), "0.5");
    EXPECT_EQ(work("\"a\"&1&TRUE"), "a1TRUE");
    EXPECT_EQ(work("1/0"), "#DIV/0!");
    EXPECT_EQ(work("\"3\"*2"), "6");
    EXPECT_EQ(work("\"x\"*2"), "#VALUE!");
    EXPECT_EQ(work("\"A\"=\"a\""), "TRUE");
    EXPECT_EQ(work("\"a\"=\"a \""), "FALSE");
    EXPECT_EQ(work("0.1+0.2=0.3"), "TRUE");
    EXPECT_EQ(work("\"a\">5"), "TRUE");
    EXPECT_EQ(work("Z9=0"), "TRUE");
    EXPECT_EQ(work("Z9=\"\""), "TRUE");
    EXPECT_EQ(work("Z9"), "0");
    EXPECT_EQ(work("1+#N/A"), "#N/A");
    EXPECT_EQ(work("SUM(A1:C6 C2:D2)"), "100");
    EXPECT_EQ(work("C:C"), "20");  // the cell of its own row
}

TEST_F(Works, SumsAndCounts) {
    EXPECT_EQ(work("SUM(C:C)"), "123.5");
    EXPECT_EQ(work("SUM(C2:C4,\"7\",TRUE)"), "131");
    EXPECT_EQ(work("SUMIFS(C:C,A:A,\"military\",B:B,\"Germany\")"),
              "100");  // text is skipped, a blank differs
    EXPECT_EQ(work("SUMIFS(C:C,A:A,\"mil*\")"), "120");
    EXPECT_EQ(work("SUMIFS(C:C,C:C,\">=3\")"), "123");
    EXPECT_EQ(work("SUMIFS(C:C,A:A,\"<>Military\")"), "3.5");
    EXPECT_EQ(work("SUMIF(A2:A6,\"Military\",C2)"), "120");
    EXPECT_EQ(work("COUNTIF(A:A,\"MILITARY\")"), "3");
    EXPECT_EQ(work("COUNTIF(D:D,1)"), "1");
    EXPECT_EQ(work("COUNTIF(B2:B6,\"\")"), "1");
    EXPECT_EQ(work("COUNTIFS(A:A,\"Military\",C:C,\">50\")"), "1");
    EXPECT_EQ(work("SUMIFS(C2:C6,A2:A5,\"x\")"), "#VALUE!");
    EXPECT_EQ(work("AVERAGE(C2:C5)"), "41");
    EXPECT_EQ(work("MAX(C:C)-MIN(C:C)"), "99.5");
    EXPECT_EQ(work("MEDIAN(C:C)"), "11.5");
    EXPECT_EQ(work("LARGE(C:C,2)"), "20");
    EXPECT_EQ(work("RANK(C3,C2:C6)"), "2");
    EXPECT_EQ(work("COUNT(C:C)&\"/\"&COUNTA(C1:C6)"), "4/6");
    EXPECT_EQ(work("SUMPRODUCT((A2:A6=\"Military\")*(C2:C6>0),C2:C6)"), "120");
    EXPECT_EQ(work("SUMPRODUCT((A2:A4=\"Military\")*C2:C4)"), "120");
    EXPECT_EQ(work("ROUND(2.5,0)&ROUND(-2.5,0)&ROUND(1.005,2)&ROUND(1234,-2)"), "3-31.011200");
}

TEST_F(Works, Lookups) {
    EXPECT_EQ(work("VLOOKUP(\"usd\",'My rates'!A:B,2,0)"), "1.25");  // the first hit
    EXPECT_EQ(work("VLOOKUP(\"u*\",'my RATES'!A:B,2,FALSE)"), "1.25");
    EXPECT_EQ(work("VLOOKUP(\"GBP\",'My rates'!A:B,2,0)"), "#N/A");
    EXPECT_EQ(work("VLOOKUP(\"5\",'My rates'!A:B,2,0)"), "#N/A");  // the text 5 is not the number
    EXPECT_EQ(work("VLOOKUP(\"EUR\",'My rates'!A:B,3,0)"), "#REF!");
    EXPECT_EQ(work("VLOOKUP(\"Financial\",A:D,4,0)"), "0");  // an empty cell
    EXPECT_EQ(work("INDEX(C:C,MATCH(\"france\",B:B,0))"), "3");
    EXPECT_EQ(work("INDEX(A1:C1,2)"), "donor");
    EXPECT_EQ(work("XLOOKUP(\"none\",B:B,C:C,\"?!\")"), "?!");
    EXPECT_EQ(work("MATCH(30,'My rates'!B1:B4,1)"), "3");
    EXPECT_EQ(work("MATCH(1,C2:C4,1)"), "?");  // not in order: what comes depends on how one halves
    EXPECT_EQ(work("SUM(OFFSET(C1,1,0,3,1))"), "123");
    EXPECT_EQ(work("COLUMN(D1)*10+ROW()"), "43");
    EXPECT_EQ(work("Nowhere!A1"), "#REF!");
}

TEST_F(Works, ChoicesAndKinds) {
    EXPECT_EQ(work("IF(C5>1,\"yes\",1/0)"), "yes");
    EXPECT_EQ(work("IF(FALSE,1)"), "FALSE");
    EXPECT_EQ(work("IFERROR(1/0,\"none\")"), "none");
    EXPECT_EQ(work("IFERROR(NO.SUCH(1),2)"), "?");  // what we do not know is not an error of the sheet's
    EXPECT_EQ(work("AND(C2:C4)&OR(FALSE,0)"), "TRUEFALSE");
    EXPECT_EQ(work("TYPE(Z9)&TYPE(A1)&TYPE(TRUE)&TYPE(1/0)&TYPE(A1:B2)"), "1241664");
    EXPECT_EQ(work("ISNUMBER(C5)&ISNUMBER(C2)&ISERROR(NA())"), "FALSETRUETRUE");
}

TEST_F(Works, Texts) {
    EXPECT_EQ(work("LEFT(\"\xC3\x84rger\",2)&RIGHT(\"abc\")&MID(\"abcd\",2,2)"), "\xC3\x84rcbc");
    EXPECT_EQ(work("SEARCH(\"?B\",\"xab\")&FIND(\"b\",\"xab\")"), "23");
    EXPECT_EQ(work("SUBSTITUTE(\"a-b-c\",\"-\",\"+\",2)"), "a-b+c");
    EXPECT_EQ(work("TRIM(\"  a   b \")&LEN(\"\xC3\xA4\")"), "a b1");
    EXPECT_EQ(work("TEXT(1234.5,\"#,##0.00\")&TEXT(0.256,\"0%\")&TEXT(44837,\"yyyy-mm-dd\")"),
              "1,234.5026%2022-10-03");
    EXPECT_EQ(work("TEXT(44837,\"mmmm\")"), "?");
    EXPECT_EQ(work("VALUE(\"12%\")+YEAR(44837)+MONTH(DATE(2022,14,1))"), "2024.12");
    EXPECT_EQ(work("TEXTJOIN(\"/\",TRUE,D2:D6)"), "x/1/y/ab");
}

TEST_F(Works, Tables) {
    EXPECT_EQ(work("_xlfn.ARRAYTOTEXT(_xlfn.UNIQUE(A2:A6))"), "Military, Financial, Humanitarian");
    EXPECT_EQ(work("INDEX(_xlfn._xlws.FILTER(_xlfn.SORTBY(A2:A4,C2:C4,1),_xlfn.SORTBY(C2:C4,C2:C4,1)>5),1)"),
              "military");
    EXPECT_EQ(work("SUM(_xlfn._xlws.SORT({3;1;2}))+INDEX({1,2;3,4},2,1)"), "9");
}

TEST_F(Works, WhatItCannotDoItDoesNotGuess) {
    for (const auto* formula : {"NO.SUCH(1)", "name+1", "[1]Other!A1", "(A1,B2)", "SUM(", "TODAY()",
                                "SUM(C2,NO.SUCH())", "VLOOKUP(1,A:B)", "INDIRECT(\"A1\")"}) {
        EXPECT_EQ(work(formula), "?") << formula;
    }
}

TEST(Calculation, ChangesReachWhatRestsOnThemAndNothingElse) {
    const std::vector<formats::Sheet> sheets{
        sheet("A", {{"2", "=A1*10", "=SUM(B:B)", "=SUM(B1:B2)"}, {"3", "=A2*10", "=A2+1"}}),
        sheet("B", {{"=A!C1+1", "=SUMIFS(A!B:B,A!A:A,3)"}})};
    Spreadsheet spreadsheet(sheets);
    Calculation base(spreadsheet);
    EXPECT_EQ(base.at({1, 1, 1}).number, 51);
    EXPECT_EQ(base.at({1, 1, 2}).number, 30);
    Calculation with(base, {{{0, 1, 1}, Value::of(3.0)}});
    EXPECT_EQ(with.at({0, 1, 3}).number, 60);
    EXPECT_EQ(with.at({1, 1, 1}).number, 61);
    EXPECT_EQ(with.at({1, 1, 2}).number, 60);
    EXPECT_TRUE(with.touched(*spreadsheet.grid().find({1, 1, 2})));
    EXPECT_FALSE(with.touched(*spreadsheet.grid().find({0, 2, 2})));
    EXPECT_FALSE(with.touched(*spreadsheet.grid().find({0, 2, 3})));
    Calculation formula(base, {{{0, 2, 2}, std::string("A2*100")}});
    EXPECT_EQ(formula.at({0, 1, 4}).number, 320);
    EXPECT_EQ(base.at({0, 1, 4}).number, 50);
}

TEST(Calculation, ACellThatIsNotThereCanBeFilled) {
    const std::vector<formats::Sheet> sheets{sheet("A", {{"1", "=SUM(A:A)", "=A3"}, {"2"}})};
    Spreadsheet spreadsheet(sheets);
    Calculation base(spreadsheet);
    Calculation with(base, {{{0, 3, 1}, std::string("A2+5")}});
    EXPECT_EQ(with.at({0, 1, 2}).number, 10);
    EXPECT_EQ(with.at({0, 1, 3}).number, 7);
    EXPECT_EQ(base.at({0, 1, 2}).number, 3);
}

TEST(Calculation, CirclesEndAndTheFileIsBelieved) {
    const std::vector<formats::Sheet> sheets{
        sheet("A", {{"=B1+1", "=A1+1", "=SUM(C1:C2)", "=D1", "=IF(TRUE,1,E1)"}})};
    Spreadsheet spreadsheet(sheets);
    Calculation base(spreadsheet);
    // Of a circle one cell is believed, and the others rest on it.
    EXPECT_FALSE(base.worked_out(*spreadsheet.grid().find({0, 1, 1})) &&
                 base.worked_out(*spreadsheet.grid().find({0, 1, 2})));
    EXPECT_NE(base.at({0, 1, 1}).number, base.at({0, 1, 2}).number);
    for (std::uint32_t column = 3; column <= 4; ++column) {
        EXPECT_FALSE(base.worked_out(*spreadsheet.grid().find({0, 1, column}))) << column;
        EXPECT_EQ(base.at({0, 1, column}).number, -99);
    }
    EXPECT_EQ(base.at({0, 1, 5}).number, 1);
}

TEST(Calculation, AColumnThatRestsOnItselfRowByRowIsNoMatterOfDepth) {
    std::vector<std::vector<std::string>> rows{{"1"}};
    for (int row = 2; row <= 50'000; ++row) {
        rows.push_back({"=A" + std::to_string(row - 1) + "+1"});
    }
    const std::vector<formats::Sheet> sheets{sheet("A", rows)};
    Spreadsheet spreadsheet(sheets);
    Calculation base(spreadsheet);
    EXPECT_EQ(base.at({0, 50'000, 1}).number, 50'000);
    Calculation with(base, {{{0, 1, 1}, Value::of(2.0)}});
    EXPECT_EQ(with.at({0, 50'000, 1}).number, 50'001);
}

TEST(Calculation, ListsArePartedAsTheWorkbooksLanguageHasIt) {
    auto german = sheet("A", {{"a", "b", "=_xlfn.ARRAYTOTEXT(A1:B1)", "=TEXT(44837,\"mm\")"}});
    german.rows[0].cells[2].type = CellType::text;
    german.rows[0].cells[2].text = "a; b";
    const std::vector<formats::Sheet> sheets{german};
    Spreadsheet spreadsheet(sheets);
    Calculation base(spreadsheet);
    EXPECT_EQ(base.at({0, 1, 3}).text, "a; b");
    EXPECT_FALSE(base.worked_out(*spreadsheet.grid().find({0, 1, 4})));
}

TEST(Spreadsheet, AFormulaKnowsWhatItReads) {
    const std::vector<formats::Sheet> sheets{sheet("A", {{"=SUM(B:C)+'b b'!A1+COLUMN(Z9)"}}),
                                             sheet("B b", {{"1"}})};
    const Spreadsheet spreadsheet(sheets);
    const auto areas = spreadsheet.areas(spreadsheet.form_at({0, 1, 1}), {0, 1, 1});
    EXPECT_THAT(areas, testing::ElementsAre(Area{0, 1, 2, last_row_of_sheet, 3}, Area{1, 1, 1, 1, 1}));
}

}  // namespace
}  // namespace pledgebook::formulas
