// Files that are no workbooks, and workbooks that mean harm or are damaged: each an Error that says which,
// and never fewer cells without a word.
#include "core/error.hpp"
#include "formats/workbook.hpp"
#include "support/workbook_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::formats {
namespace {

using testing::HasSubstr;
using namespace std::string_literals;
using namespace test_support;

// Everything that a workbook holds, in one string.
std::string contents(const std::string& bytes, const WorkbookLimits& limits = {}) {
    const auto workbook = Workbook::open(bytes, limits);
    std::string all;
    for (std::size_t index = 0; index < workbook.sheets().size(); ++index) {
        const auto sheet = workbook.load(index);
        all += sheet.name + "\n";
        for (const auto& row : sheet.rows) {
            for (const auto& cell : row.cells) {
                all += to_string(Place{"", cell.row, cell.column}) + cell.text + "=" + cell.formula +
                       cell.link + cell.comment + (cell.date ? to_string(*cell.date) : "") + "\n";
            }
        }
    }
    return all;
}

std::string error_of(const std::string& bytes, const WorkbookLimits& limits = {}) {
    try {
        contents(bytes, limits);
    } catch (const Error& error) {
        EXPECT_FALSE(error.advice().empty()) << error.what();
        return error.what();
    }
    return "";
}

TestWorkbook two_sheets() {
    TestSheet first{"Data"}, second{"More"};
    first.cells = {text("A1", "donor"), formula("B1", "1+1", number("", "2")), day("C1", "44837"),
                   linked("https://example.org/", text("D1", "x")), commented("note", number("E1", "5"))};
    second.cells = {sorted(TestCell::Sort::boolean, "A9", "1"), text("B9", "donor")};
    return {{first, second}};
}

std::string sheet_with(const std::string& before, const std::string& inside) {
    return write_raw_sheet(before +
                           "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" +
                           inside + "</worksheet>");
}

TEST(Hostile, OtherFilesAreNamed) {
    const auto ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(600, '\0');
    EXPECT_THAT(error_of(""), HasSubstr("an empty file\nDownload it again"));
    EXPECT_THAT(error_of("<html><body>Log in</body></html>"), HasSubstr("an HTML page"));
    EXPECT_THAT(error_of("%PDF-1.4"), HasSubstr("a PDF"));
    EXPECT_THAT(error_of("a,b\n"), HasSubstr("plain text"));
    EXPECT_THAT(error_of(ole), HasSubstr("(.xls)\nOpen it in a spreadsheet program and save it as .xlsx"));
    EXPECT_THAT(error_of(ole + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s),
                HasSubstr("locked with a password"));
    EXPECT_THAT(error_of(std::string(5000, '\0')), HasSubstr("unknown sort"));
    EXPECT_THAT(error_of(write_zip({{"a.csv", "x"}})), HasSubstr("a zip file without a workbook in it"));
    EXPECT_THAT(error_of(write_zip({{"mimetype", "x"}, {"content.xml", "<x/>"}})),
                HasSubstr("an OpenDocument file"));
}

TEST(Hostile, OtherOfficeFilesAreNamed) {
    auto parts = workbook_parts(two_sheets());
    replace(parts, "_rels/.rels", "xl/workbook.xml", "word/document.xml");
    part(parts, "xl/workbook.xml").name = "word/document.xml";
    part(parts, "word/document.xml").bytes = "<w:document xmlns:w=\"urn:w\"/>";
    EXPECT_THAT(error_of(write_zip(parts)), HasSubstr("a Word document"));
    parts = workbook_parts(two_sheets());
    replace(parts, "_rels/.rels", "xl/workbook.xml", "xl/workbook.bin");
    part(parts, "xl/workbook.xml").name = "xl/workbook.bin";
    EXPECT_THAT(error_of(write_zip(parts)), HasSubstr(".xlsb"));
}

TEST(Hostile, NoEntities) {
    const std::string bomb =
        "<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>";
    EXPECT_THAT(error_of(sheet_with(bomb, "<sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData>")),
                HasSubstr("declares a document type"));
    EXPECT_THAT(error_of(sheet_with("<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\">", "<sheetData/>")),
                HasSubstr("declares a document type"));
    EXPECT_THAT(error_of(sheet_with("", "<sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData>")),
                HasSubstr("undefined entity"));
}

TEST(Hostile, Depth) {
    std::string open, close;
    for (int depth = 0; depth < 100; ++depth) {
        open += "<x>";
        close += "</x>";
    }
    EXPECT_THAT(error_of(sheet_with("", open + close)), HasSubstr("more than 64 elements deep"));
}

TEST(Hostile, BrokenXmlSaysWhere) {
    EXPECT_THAT(error_of(sheet_with("", "<sheetData>\n<row></sheetData>")),
                testing::AllOf(HasSubstr("sheet 'Sheet1'"), HasSubstr("line 2, column"),
                               HasSubstr("mismatched tag")));
    EXPECT_THAT(error_of(write_raw_sheet("")), HasSubstr("no element found"));
    EXPECT_THAT(error_of(write_raw_sheet("<other/>")), HasSubstr("the part is no worksheet"));
}

TEST(Hostile, CellsAndText) {
    WorkbookLimits limits;
    limits.cells = 2;
    const auto three = "<row><c><v>1</v></c><c/><c><v>2</v></c><c><v>3</v></c></row>";
    EXPECT_THAT(error_of(write_raw_rows(three), limits), HasSubstr("more than 2 cells"));
    limits.cells = 3;
    EXPECT_EQ(error_of(write_raw_rows(three), limits), "");

    TestSheet sheet{"Data"};
    for (int row = 1; row <= 200; ++row) {
        sheet.cells.push_back(text("A" + std::to_string(row), std::string(1000, 'x')));
    }
    limits = {};
    limits.expanded_bytes = 50'000;
    EXPECT_THAT(error_of(write_workbook({{sheet}}), limits), HasSubstr("more than 50000 bytes of text"));
}

TEST(Hostile, PartsThatAreMissingOrOutside) {
    auto parts = workbook_parts(two_sheets());
    replace(parts, "xl/_rels/workbook.xml.rels", "worksheets/sheet2.xml", "worksheets/sheet3.xml");
    EXPECT_THAT(error_of(write_zip(parts)),
                HasSubstr("sheet 'More': the workbook names the part 'xl/worksheets/sheet3.xml'"));
    parts = workbook_parts(two_sheets());
    replace(parts, "xl/_rels/workbook.xml.rels", "worksheets/sheet2.xml", "../../../etc/passwd");
    EXPECT_THAT(error_of(write_zip(parts)), HasSubstr("leads out of the container"));
    for (const auto* name : {"xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml",
                             "xl/comments1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "_rels/.rels",
                             "xl/workbook.xml", "xl/worksheets/sheet1.xml"}) {
        parts = workbook_parts(two_sheets());
        part(parts, name).name = "lost";
        EXPECT_NE(error_of(write_zip(parts)), "") << name;
    }
}

std::string repeated(const std::string& text, int times) {
    std::string result;
    for (int time = 0; time < times; ++time) {
        result += text;
    }
    return result;
}

TEST(Hostile, ManyLinksAndColumnsOverEverything) {
    const auto one_cell = "<sheetData><row><c><v>1</v></c></row></sheetData>"s;
    const auto link = "<hyperlink ref=\"A1:XFD1048576\" location=\"x\"/>"s;
    EXPECT_EQ(error_of(sheet_with("", one_cell + "<hyperlinks>" + repeated(link, 2000) + "</hyperlinks>")),
              "");
    const auto columns = repeated("<col min=\"1\" max=\"16384\" hidden=\"1\"/>", 100'000);
    const auto bytes = sheet_with("", "<cols>" + columns + "</cols>" + one_cell);
    EXPECT_EQ(Workbook::open(bytes).load(0).hidden_columns.size(), 16384U);
}

TEST(Hostile, LinksThatMultiplyTheWork) {
    const auto rows = "<sheetData>" + repeated("<row><c><v>1</v></c></row>", 20'000) + "</sheetData>";
    const auto link = "<hyperlink ref=\"B1:XFD1048576\" location=\"x\"/>"s;
    EXPECT_THAT(error_of(sheet_with("", rows + "<hyperlinks>" + repeated(link, 3000) + "</hyperlinks>")),
                HasSubstr("too many times over"));
}

TEST(Hostile, OnePartAsTwoSheets) {
    auto parts = workbook_parts(two_sheets());
    replace(parts, "xl/_rels/workbook.xml.rels", "sheet2.xml", "sheet1.xml");
    EXPECT_THAT(error_of(write_zip(parts)), HasSubstr("two sheets are the same part"));
}

TEST(Hostile, CutAnywhereIsAnError) {
    const auto whole = write_workbook(two_sheets());
    for (std::size_t length = 0; length < whole.size(); length += 7) {
        EXPECT_NE(error_of(whole.substr(0, length)), "") << length;
    }
}

// A flipped bit is found out, or it was in a byte that says nothing of the contents.
TEST(Hostile, AFlippedBitNeverChangesTheContents) {
    const auto whole = write_workbook(two_sheets());
    const auto right = contents(whole);
    int errors = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        auto flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
        try {
            EXPECT_EQ(contents(flipped), right) << at;
        } catch (const Error&) {
            ++errors;
        }
    }
    EXPECT_GT(errors, static_cast<int>(whole.size() / 2));
}

TEST(Hostile, ZeroedBlocks) {
    const auto whole = write_workbook(two_sheets());
    const auto right = contents(whole);
    for (std::size_t at = 0; at < whole.size(); at += 16) {
        auto zeroed = whole;
        for (auto byte = at; byte < std::min(at + 64, whole.size()); ++byte) {
            zeroed[byte] = '\0';
        }
        try {
            EXPECT_EQ(contents(zeroed), right) << at;
        } catch (const Error&) {
        }
    }
}

}  // namespace
}  // namespace pledgebook::formats
