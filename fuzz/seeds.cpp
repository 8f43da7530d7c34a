// Writes a few inputs for each fuzzer to begin with: fuzz_seeds FOLDER makes FOLDER/csv, FOLDER/zip …
#include "support/workbook_writer.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>

using namespace pledgebook::test_support;

namespace {

TestWorkbook rich_workbook() {
    TestSheet sheet{"Data"};
    sheet.cells = {text("A1", "donor"),
                   text("B1", "_x000D_ & <b>"),
                   formula("A2", "SUM(B1:$C$3)", number("", "1.5E3")),
                   day("B2", "44837.5"),
                   linked("https://example.org/", text("C2", "x")),
                   linked("#Data!A1", number("D2", "2")),
                   commented("note", number("E2", "5")),
                   sorted(TestCell::Sort::boolean, "A3", "1"),
                   sorted(TestCell::Sort::error, "B3", "#N/A"),
                   sorted(TestCell::Sort::inline_text, "C3", " in "),
                   sorted(TestCell::Sort::iso_day, "D3", "2022-10-03")};
    auto shared = formula("F2", "A2*'My Sheet'!$A1:B2", number("", "1"));
    shared.formula_attributes = "t=\"shared\" ref=\"F2:F3\" si=\"0\"";
    auto sharing = number("F3", "2");
    sharing.formula_attributes = "t=\"shared\" si=\"0\"";
    auto array = formula("G2", "A1:A2", number("", "1"));
    array.formula_attributes = "t=\"array\" ref=\"G2:H3\"";
    sheet.cells.insert(sheet.cells.end(), {shared, sharing, array});
    sheet.merged = {"A5:B6"};
    sheet.hidden_rows = {3};
    sheet.hidden_columns = {2};
    TestSheet hidden{"Hidden"};
    hidden.state = "hidden";
    return {{sheet, hidden}, true, {"#22", "[h]:mm", "yyyy\"y\""}};
}

class Seeds {
public:
    explicit Seeds(std::filesystem::path folder) : m_folder(std::move(folder)) {}
    void add(const std::string& fuzzer, const std::string& bytes) {
        std::filesystem::create_directories(m_folder / fuzzer);
        std::ofstream(m_folder / fuzzer / ("seed" + std::to_string(++m_count)), std::ios::binary) << bytes;
    }

private:
    std::filesystem::path m_folder;
    int m_count = 0;
};

void add_workbooks(Seeds& seeds) {
    const auto parts = workbook_parts(rich_workbook());
    seeds.add("workbook", write_zip(parts));
    seeds.add("workbook", write_zip(parts, {true}));
    auto stored = parts;
    for (auto& each : stored) {
        each.compress = false;
        seeds.add("parts", "= " + each.name + "\n" + each.bytes);
    }
    seeds.add("workbook", write_zip(stored));
    seeds.add("zip", write_zip({{"a", "text"}, {"folder/", "", false}, {"folder/b", std::string(500, 'x')}}));
    seeds.add("zip", write_zip({{"a", "text", false}}, {true}));
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) {
        std::cerr << "fuzz_seeds FOLDER\n";
        return 2;
    }
    Seeds seeds(words[1]);
    add_workbooks(seeds);
    for (const auto* text :
         {"a,b\n\"c,\"\"d\"\"\",e\r\n", "a;b\n1,5;2\n", "sep=;\na;b\n", "\xEF\xBB\xBF\x61\tb\r\n"}) {
        seeds.add("csv", text);
    }
    seeds.add("csv", {"\xFF\xFE\x61\0,\0b\0\n\0", 10});
    for (const auto* formula :
         {"SUM(A1:$B$2,'It''s'!C:C,1:1)", "[1]Sheet1!A1+Table1[[#This Row],[a]]", "Q1:Q4!A1&\"A1\"",
          "[$-409]d\\-mmm\\-yy;@", "[h]:mm", "44837.5", "2022-10-03T12:30:00Z"}) {
        seeds.add("formula", formula);
    }
    for (const auto* formulas :
         {"SUM(A:A)/$A$1-5%\nIF(AND(B1>1,A2<>\"x\"),VLOOKUP(A2,A:B,2,0),{1,2;3,4})",
          "SUMIFS(A:A,B:B,\">=5\",A:A,A1)\nINDEX(FILTER(SORTBY(A1:A4,A1:A4,-1),A1:A4>1),2)\nOFFSET(A1,1,0,B1,"
          "1)",
          "ARRAYTOTEXT(UNIQUE(A1:A9))&TEXT(44837,\"yyyy-mm\")\n'Data'!B3\nB2+1\n(A1:B2 B1:B3)"}) {
        seeds.add("calculation", formulas);
    }
    return 0;
}
