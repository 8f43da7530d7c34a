// Whole workbooks: what a sheet's cells, links, comments, ranges and states become.
#include "formats/workbook.hpp"

#include "core/error.hpp"
#include "support/workbook_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::formats {
namespace {

using namespace test_support;

struct Read {
    std::string bytes;
    Workbook workbook;
    explicit Read(std::string given) : bytes(std::move(given)), workbook(Workbook::open(bytes)) {}
    [[nodiscard]] Sheet first() const { return workbook.load(0); }
};

std::string value_at(const Sheet& sheet, std::uint32_t row, std::uint32_t column) {
    const auto* cell = sheet.at(row, column);
    return cell == nullptr ? "(none)" : cell->text;
}

std::string error_of(const std::string& bytes) {
    try {
        const auto workbook = Workbook::open(bytes);
        for (std::size_t sheet = 0; sheet < workbook.sheets().size(); ++sheet) {
            static_cast<void>(workbook.load(sheet));
        }
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

constexpr const char* main_space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

TEST(Workbook, ValuesOfEverySort) {
    using Sort = TestCell::Sort;
    TestSheet sheet{"Data"};
    sheet.cells = {text("A1", "Türkiye & <co>"),
                   number("B1", "-1.5E-3"),
                   sorted(Sort::boolean, "C1", "1"),
                   sorted(Sort::boolean, "D1", "0"),
                   sorted(Sort::error, "E1", "#N/A"),
                   sorted(Sort::inline_text, "F1", " inline "),
                   formula("G1", "A1&\"!\"", sorted(Sort::formula_text, "", "Türkiye!")),
                   number("XFD1048576", "7")};
    const Read read(write_workbook({{sheet}}));
    const auto result = read.first();
    EXPECT_EQ(result.name, "Data");
    EXPECT_EQ(value_at(result, 1, 1), "Türkiye & <co>");
    EXPECT_EQ(result.at(1, 1)->type, CellType::text);
    EXPECT_EQ(value_at(result, 1, 2), "-1.5E-3");
    EXPECT_EQ(result.at(1, 2)->type, CellType::number);
    EXPECT_EQ(value_at(result, 1, 3), "TRUE");
    EXPECT_EQ(value_at(result, 1, 4), "FALSE");
    EXPECT_EQ(result.at(1, 4)->type, CellType::boolean);
    EXPECT_EQ(value_at(result, 1, 5), "#N/A");
    EXPECT_EQ(result.at(1, 5)->type, CellType::error);
    EXPECT_EQ(value_at(result, 1, 6), " inline ");
    EXPECT_EQ(value_at(result, 1, 7), "Türkiye!");
    EXPECT_EQ(result.at(1, 7)->formula, "A1&\"!\"");
    EXPECT_EQ(value_at(result, 1'048'576, 16'384), "7");
}

TEST(Workbook, WhatHoldsNothingIsNoValue) {
    const Read read(
        write_raw_rows("<row r=\"1\"><c r=\"A1\" s=\"1\"/><c r=\"B1\"><v/></c><c r=\"C1\" t=\"s\"><v></v></c>"
                       "<c r=\"D1\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"E1\"><f>F1</f></c>"
                       "<c r=\"F1\" t=\"e\"><v/></c><c r=\"G1\" t=\"b\"><v/></c></row><row r=\"2\"/>"));
    const auto sheet = read.first();
    ASSERT_EQ(sheet.rows.size(), 1U);
    ASSERT_EQ(sheet.rows[0].cells.size(), 2U);
    EXPECT_EQ(sheet.at(1, 4)->type, CellType::empty);
    EXPECT_EQ(sheet.at(1, 4)->formula, "\"\"");
    EXPECT_FALSE(sheet.at(1, 5)->has_value());
    EXPECT_EQ(sheet.at(1, 5)->formula, "F1");
}

TEST(Workbook, RowsAndCellsWithoutNames) {
    const Read read(
        write_raw_rows("<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c r=\"C5\"><v>3</v></c>"
                       "<c><v>4</v></c></row><row><c/><c><v>5</v></c></row>"));
    const auto sheet = read.first();
    EXPECT_EQ(value_at(sheet, 1, 1), "1");
    EXPECT_EQ(value_at(sheet, 1, 2), "2");
    EXPECT_EQ(value_at(sheet, 5, 3), "3");
    EXPECT_EQ(value_at(sheet, 5, 4), "4");
    EXPECT_EQ(value_at(sheet, 6, 2), "5");
}

TEST(Workbook, CellsAndRowsOutOfOrderAreSorted) {
    const Read read(
        write_raw_rows("<row r=\"3\"><c r=\"B3\"><v>2</v></c><c r=\"A3\"><v>1</v></c></row>"
                       "<row r=\"1\"><c r=\"A1\"><v>0</v></c></row>"));
    const auto sheet = read.first();
    EXPECT_EQ(value_at(sheet, 1, 1), "0");
    EXPECT_EQ(value_at(sheet, 3, 1), "1");
    EXPECT_EQ(value_at(sheet, 3, 2), "2");
}

TEST(Workbook, DimensionsAreNotBelieved) {
    const Read read(
        write_raw_sheet(std::string("<worksheet ") + main_space +
                        "><dimension ref=\"A1:A1\"/><sheetData><row r=\"9\"><c r=\"D9\"><v>4</v></c></row>"
                        "</sheetData></worksheet>"));
    EXPECT_EQ(value_at(read.first(), 9, 4), "4");
}

TEST(Workbook, LinksWithTheirTargets) {
    TestSheet sheet{"Data"};
    sheet.cells = {linked("https://example.org/?a=1&b=2", text("A1", "one")),
                   linked("#Data!A1", text("B1", "two")), linked("mailto:a@example.org", TestCell{"C3"})};
    auto parts = workbook_parts({{sheet}});
    replace(parts, "xl/worksheets/sheet1.xml", "<hyperlink ref=\"A1\"",
            "<hyperlink ref=\"A1\" location=\"part\"");
    const auto bytes = write_zip(parts);
    const auto result = Workbook::open(bytes).load(0);
    EXPECT_EQ(result.at(1, 1)->link, "https://example.org/?a=1&b=2#part");
    EXPECT_EQ(result.at(1, 2)->link, "#Data!A1");
    ASSERT_NE(result.at(3, 3), nullptr);
    EXPECT_EQ(result.at(3, 3)->link, "mailto:a@example.org");
    EXPECT_FALSE(result.at(3, 3)->has_value());
}

TEST(Workbook, ALinkOnARangeIsOnItsValuesAndTheLastOneStands) {
    TestSheet sheet{"Data"};
    sheet.cells = {linked("https://a.example/", text("A1", "x")), text("A2", "y"), text("A4", "z"),
                   linked("https://b.example/", text("A5", "w"))};
    auto parts = workbook_parts({{sheet}});
    replace(parts, "xl/worksheets/sheet1.xml", "<hyperlink ref=\"A1\"", "<hyperlink ref=\"A1:B5\"");
    const auto bytes = write_zip(parts);
    const auto result = Workbook::open(bytes).load(0);
    EXPECT_EQ(result.at(2, 1)->link, "https://a.example/");
    EXPECT_EQ(result.at(4, 1)->link, "https://a.example/");
    EXPECT_EQ(result.at(5, 1)->link, "https://b.example/");
    EXPECT_EQ(result.at(3, 1), nullptr);
}

TEST(Workbook, CommentsOfBothSorts) {
    TestSheet sheet{"Data"};
    sheet.cells = {commented("first\nsecond line", number("B2", "1")),
                   commented("on nothing", TestCell{"D7"}),
                   commented("[Threaded comment] for older programs", text("A1", "x"))};
    auto parts = workbook_parts({{sheet}});
    replace(parts, "xl/worksheets/_rels/sheet1.xml.rels", "</Relationships>",
            "<Relationship Id=\"t\" "
            "Type=\"http://schemas.microsoft.com/office/2017/10/relationships/threadedComment\" "
            "Target=\"/xl/threadedComments/threadedComment1.xml\"/></Relationships>");
    parts.push_back(
        {"xl/threadedComments/threadedComment1.xml",
         "<ThreadedComments "
         "xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\">"
         "<threadedComment ref=\"A1\" id=\"{1}\"><text>Is this right?</text></threadedComment>"
         "<threadedComment ref=\"A1\" id=\"{2}\" parentId=\"{1}\"><text>Yes</text></threadedComment>"
         "</ThreadedComments>"});
    const auto bytes = write_zip(parts);
    const auto result = Workbook::open(bytes).load(0);
    EXPECT_EQ(result.at(2, 2)->comment, "first\nsecond line");
    EXPECT_EQ(result.at(7, 4)->comment, "on nothing");
    EXPECT_FALSE(result.at(7, 4)->has_value());
    EXPECT_EQ(result.at(1, 1)->comment, "Is this right?\nYes");
}

TEST(Workbook, MergedRangesAndWhatIsHidden) {
    TestSheet sheet{"Data"};
    sheet.cells = {text("A1", "x"), text("A2", "y"), text("A3", "z")};
    sheet.merged = {"A1:C1", "B5:B9"};
    sheet.hidden_rows = {2};
    sheet.hidden_columns = {3, 4};
    const Read read(write_workbook({{sheet}}));
    const auto result = read.first();
    ASSERT_EQ(result.merged.size(), 2U);
    EXPECT_EQ(result.merged[0].last_column, 3U);
    EXPECT_EQ(result.merged[1].first_row, 5U);
    EXPECT_EQ(result.merged[1].last_row, 9U);
    EXPECT_FALSE(result.row(1)->hidden);
    EXPECT_TRUE(result.row(2)->hidden);
    EXPECT_THAT(result.hidden_columns, testing::ElementsAre(3, 4));
}

TEST(Workbook, SheetsInTheirOrderWithTheirState) {
    TestSheet first{"Zebra & co"}, second{"Apple"}, third{"Secret"};
    second.state = "hidden";
    third.state = "veryHidden";
    const Read read(write_workbook({{first, second, third}}));
    const auto& sheets = read.workbook.sheets();
    ASSERT_EQ(sheets.size(), 3U);
    EXPECT_EQ(sheets[0].name, "Zebra & co");
    EXPECT_EQ(sheets[0].visibility, SheetInfo::Visibility::visible);
    EXPECT_EQ(sheets[1].visibility, SheetInfo::Visibility::hidden);
    EXPECT_EQ(sheets[2].visibility, SheetInfo::Visibility::very_hidden);
}

TEST(Workbook, AChartSheetIsListedAndEmpty) {
    TestSheet chart{"Chart"}, data{"Data"};
    data.cells = {text("A1", "x")};
    auto parts = workbook_parts({{chart, data}});
    replace(parts, "xl/_rels/workbook.xml.rels", "relationships/worksheet\" Target=\"worksheets/sheet1.xml\"",
            "relationships/chartsheet\" Target=\"worksheets/sheet1.xml\"");
    part(parts, "xl/worksheets/sheet1.xml").bytes = std::string("<chartsheet ") + main_space + "/>";
    const Read read(write_zip(parts));
    ASSERT_EQ(read.workbook.sheets().size(), 2U);
    EXPECT_EQ(read.workbook.sheets()[0].kind, SheetInfo::Kind::chart);
    EXPECT_EQ(read.workbook.sheets()[1].kind, SheetInfo::Kind::cells);
    EXPECT_TRUE(read.workbook.load(0).rows.empty());
    EXPECT_EQ(value_at(read.workbook.load(1), 1, 1), "x");
}

TEST(Workbook, ReadHandsOverTheSameRowsAsLoad) {
    TestSheet sheet{"Data"};
    sheet.cells = {text("A1", "x"), formula("B4", "1+1", number("", "2"))};
    const Read read(write_workbook({{sheet}}));
    std::vector<std::uint32_t> rows;
    read.workbook.read(0, [&](Row&& row) { rows.push_back(row.number); });
    EXPECT_THAT(rows, testing::ElementsAre(1, 4));
}

TEST(Workbook, ErrorsLeadToTheCell) {
    EXPECT_THAT(error_of(write_raw_rows("<row r=\"3\"><c r=\"B3\"><v>12,5</v></c></row>")),
                testing::StartsWith("sheet 'Sheet1': B3: '12,5' stands where a number belongs"));
    EXPECT_THAT(error_of(write_raw_rows("<row r=\"3\"><c r=\"B3\" t=\"s\"><v>99</v></c></row>")),
                testing::HasSubstr("B3: the cell points to string 99, and the workbook has 0"));
    EXPECT_THAT(error_of(write_raw_rows("<row r=\"3\"><c r=\"B3\" t=\"x\"><v>1</v></c></row>")),
                testing::HasSubstr("B3: a cell of the unknown type 'x'"));
    EXPECT_THAT(error_of(write_raw_rows("<row r=\"3\"><c r=\"B4\"><v>1</v></c></row>")),
                testing::HasSubstr("a cell named 'B4' in row 3"));
    EXPECT_THAT(error_of(write_raw_rows("<row r=\"0\"/>")), testing::HasSubstr("a row with the number '0'"));
    EXPECT_THAT(error_of(write_raw_rows("<row r=\"1048576\"/><row><c><v>1</v></c></row>")),
                testing::HasSubstr("a row with the number"));
    EXPECT_THAT(error_of(write_raw_rows("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c><c><v>1</v></c></row>")),
                testing::HasSubstr("a cell outside of the sheet, after XFD1"));
}

TEST(Workbook, NothingIsThereTwice) {
    EXPECT_THAT(
        error_of(write_raw_rows("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>")),
        testing::HasSubstr("B1: the cell is there twice"));
    EXPECT_THAT(error_of(write_raw_rows(
                    "<row r=\"1\"><c r=\"B1\"><v>1</v></c></row><row r=\"1\"><c><v>2</v></c></row>")),
                testing::HasSubstr("row 1 is there twice"));
}

TEST(Workbook, RowsAndCellsInTheWrongPlace) {
    EXPECT_THAT(error_of(write_raw_rows("<row r=\"1\"><c><v>1</v></c><row r=\"2\"/></row>")),
                testing::HasSubstr("row 2 begins inside of row 1"));
    EXPECT_THAT(error_of(write_raw_rows("<row r=\"1\"/><c><v>1</v></c>")),
                testing::HasSubstr("a cell stands outside of the rows"));
    EXPECT_THAT(error_of(write_raw_rows("<row><c><v>1</v><v>2</v></c></row>")),
                testing::HasSubstr("A1: the cell has two values"));
    EXPECT_THAT(error_of(write_raw_rows("<row><c><f>1</f><f>2</f></c></row>")),
                testing::HasSubstr("A1: the cell has two formulas"));
}

TEST(Workbook, ADanglingLinkIsAnError) {
    TestSheet sheet{"Data"};
    sheet.cells = {linked("https://example.org/", text("A1", "one"))};
    auto parts = workbook_parts({{sheet}});
    replace(parts, "xl/worksheets/_rels/sheet1.xml.rels", "rId1", "rId9");
    EXPECT_THAT(error_of(write_zip(parts)), testing::HasSubstr("A1: the cell's link 'rId1' has no address"));
}

}  // namespace
}  // namespace pledgebook::formats
