// Workbooks for tests, written from a small description:
//
//     TestSheet sheet{"Data"};
//     sheet.cells = {text("A1", "donor"), text("B1", "value"),
//                    text("A2", "Germany"), number("B2", "12.5"),
//                    formula("B3", "SUM(B2:B2)", number("B3", "12.5")),
//                    day("C2", "44835"), linked("https://example.org/", text("D2", "source"))};
//     sheet.merged = {"A5:B6"};
//     sheet.hidden_rows = {2};
//     const std::string bytes = write_workbook({{sheet}});
//
// For odd and hostile files: make the parts, change them with `replace` or by hand, and pack them with
// write_zip:
//
//     auto parts = workbook_parts({{sheet}});
//     replace(parts, "xl/workbook.xml", "<sheets>", "<workbookPr date1904=\"1\"/><sheets>");
//     const std::string odd = write_zip(parts);
#pragma once

#include "support/zip_writer.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::test_support {

struct TestCell {
    enum class Sort {
        none,           // no value
        number,         // `value` as it is written into <v>
        shared_text,    // into the table of shared strings
        inline_text,    // into the cell
        formula_text,   // the string that a formula gave (t="str")
        boolean,        // "1" or "0"
        error,          // "#N/A"
        iso_day,        // "2022-10-03" (t="d")
        shared_number,  // `value` is the number of a shared string, as written
    };

    std::string at = {};  // "B7"
    std::string value = {};
    Sort sort = Sort::none;
    int style = 0;                        // 0 general, 1 "d mmm yyyy", from 2 on TestWorkbook::number_formats
    std::string formula = {};             // without the equals sign
    std::string formula_attributes = {};  // `t="shared" ref="B2:B9" si="0"`; written even without a formula
    std::string link = {};                // an address, or "#Sheet1!A1"
    std::string comment = {};
};

struct TestSheet {
    std::string name;
    std::vector<TestCell> cells = {};  // in any order
    std::vector<std::string> merged = {};
    std::vector<std::uint32_t> hidden_rows = {};
    std::vector<std::uint32_t> hidden_columns = {};
    std::string state = {};  // "", "hidden", "veryHidden"
};

struct TestWorkbook {
    std::vector<TestSheet> sheets = {};
    bool from_1904 = false;
    std::vector<std::string> number_formats = {};  // format codes; "#22" means the builtin one of that number
};

TestCell text(std::string at, std::string value);
TestCell number(std::string at, std::string value);
TestCell day(std::string at, std::string serial);  // a number shown as a date
TestCell formula(std::string at, std::string formula, TestCell value = {});
TestCell linked(std::string address, TestCell cell);
TestCell commented(std::string comment, TestCell cell);
TestCell sorted(TestCell::Sort sort, std::string at, std::string value);

// The parts of the workbook: "[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml" …
std::vector<ZipPart> workbook_parts(const TestWorkbook& workbook);
std::string write_workbook(const TestWorkbook& workbook);

// A workbook of one sheet whose part is just `xml`, or whose <sheetData> holds just `rows`.
std::string write_raw_sheet(const std::string& xml);
std::string write_raw_rows(const std::string& rows);

ZipPart& part(std::vector<ZipPart>& parts, std::string_view name);  // throws where there is none
// Every occurrence in that part (in all parts where the name is empty); throws where there is none.
void replace(std::vector<ZipPart>& parts, std::string_view name, std::string_view from, std::string_view to);

}  // namespace pledgebook::test_support
