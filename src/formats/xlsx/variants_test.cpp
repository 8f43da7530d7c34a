// The same small workbook in every way in which programs write it.
#include "core/error.hpp"
#include "formats/workbook.hpp"
#include "support/workbook_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::formats {
namespace {

using namespace test_support;

std::vector<ZipPart> small() {
    TestSheet sheet{"Data"};
    sheet.cells = {text("A1", "donor"), formula("B1", "1+1", number("", "2")), day("C1", "44837"),
                   linked("https://example.org/", text("D1", "x")), commented("note", number("E1", "5"))};
    return workbook_parts({{sheet}});
}

std::string summary(const std::string& bytes) {
    const auto workbook = Workbook::open(bytes);
    std::string result = workbook.sheets().at(0).name;
    const auto sheet = workbook.load(0);
    for (const auto& row : sheet.rows) {
        for (const auto& cell : row.cells) {
            result += "|" + cell.text + (cell.formula.empty() ? "" : "=" + cell.formula) + cell.link +
                      cell.comment + (cell.date ? "@" + to_string(*cell.date) : "");
        }
    }
    return result;
}

constexpr const char* expected = "Data|donor|2=1+1|44837@2022-10-03|xhttps://example.org/|5note";

TEST(WorkbookVariants, Plain) {
    EXPECT_EQ(summary(write_zip(small())), expected);
}

TEST(WorkbookVariants, StrictNamespaces) {
    auto parts = small();
    replace(parts, "", "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main");
    replace(parts, "", "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships");
    EXPECT_EQ(summary(write_zip(parts)), expected);
}

TEST(WorkbookVariants, PrefixedNamespaces) {
    auto parts = small();
    for (const auto* name :
         {"xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"}) {
        auto& bytes = part(parts, name).bytes;
        const auto body = bytes.find("?>\n") + 3;
        for (auto at = bytes.find('<', body); at != std::string::npos; at = bytes.find('<', at + 1)) {
            bytes.insert(at + (bytes[at + 1] == '/' ? 2 : 1), "x:");
        }
        replace(parts, name, "xmlns=", "xmlns:x=");
    }
    replace(parts, "", "xmlns:r=", "xmlns:rel=");
    replace(parts, "", " r:id=", " rel:id=");
    EXPECT_EQ(summary(write_zip(parts)), expected);
}

TEST(WorkbookVariants, AbsolutePartNames) {
    auto parts = small();
    replace(parts, "_rels/.rels", "Target=\"xl/", "Target=\"/xl/");
    replace(parts, "xl/_rels/workbook.xml.rels", "Target=\"", "Target=\"/xl/");
    replace(parts, "xl/worksheets/_rels/sheet1.xml.rels", "../comments1.xml", "/xl/comments1.xml");
    EXPECT_EQ(summary(write_zip(parts)), expected);
}

TEST(WorkbookVariants, OtherFoldersCaseAndEscapedNames) {
    auto parts = small();
    part(parts, "xl/worksheets/sheet1.xml").name = "xl/Work Sheets/SHEET1.xml";
    part(parts, "xl/worksheets/_rels/sheet1.xml.rels").name = "xl/Work Sheets/_rels/SHEET1.xml.rels";
    part(parts, "xl/sharedStrings.xml").name = "xl/sharedstrings.xml";
    replace(parts, "xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "./x/../Work%20Sheets/sheet1.xml");
    EXPECT_EQ(summary(write_zip(parts)), expected);
}

TEST(WorkbookVariants, Zip64) {
    EXPECT_EQ(summary(write_zip(small(), {true})), expected);
}

TEST(WorkbookVariants, StoredWithoutCompression) {
    auto parts = small();
    for (auto& each : parts) {
        each.compress = false;
    }
    EXPECT_EQ(summary(write_zip(parts)), expected);
}

TEST(WorkbookVariants, NumberedFrom1904) {
    auto parts = small();
    replace(parts, "xl/workbook.xml", "<workbookPr/>", "<workbookPr date1904=\"true\"/>");
    EXPECT_THAT(summary(write_zip(parts)), testing::HasSubstr("44837@2026-10-04"));
}

TEST(WorkbookVariants, Utf16Parts) {
    auto parts = small();
    auto& bytes = part(parts, "xl/sharedStrings.xml").bytes;
    replace(parts, "xl/sharedStrings.xml", "encoding=\"UTF-8\"", "encoding=\"UTF-16\"");
    std::string wide = "\xFF\xFE";
    for (const auto each : bytes) {
        wide += each;
        wide += '\0';
    }
    bytes = wide;
    EXPECT_EQ(summary(write_zip(parts)), expected);
}

TEST(WorkbookVariants, WithoutStylesOrStrings) {
    auto parts = workbook_parts({{TestSheet{"Data", {number("A1", "44837")}}}});
    auto& rels = part(parts, "xl/_rels/workbook.xml.rels").bytes;
    for (const auto* id : {"<Relationship Id=\"rIdStrings\"", "<Relationship Id=\"rIdStyles\""}) {
        const auto at = rels.find(id);
        rels.erase(at, rels.find("/>", at) + 2 - at);
    }
    EXPECT_EQ(summary(write_zip(parts)), "Data|44837");
}

TEST(WorkbookVariants, RichTextPhoneticsEscapesAndBlanks) {
    auto parts = small();
    replace(parts, "xl/sharedStrings.xml", "<si><t>donor</t></si>",
            "<si><r><rPr><b/></rPr><t xml:space=\"preserve\">a </t></r><r><t>b</t></r><rPh sb=\"0\" "
            "eb=\"1\"><t>no</t>"
            "</rPh><r><t>_x000D_\n_x005F_x000D__xD83D__xDE00__x00e4_</t></r><r><t> trimmed </t></r></si>");
    EXPECT_THAT(summary(write_zip(parts)), testing::StartsWith("Data|a b\r\n_x000D_😀ätrimmed|"));
}

TEST(WorkbookVariants, DaysInWords) {
    auto parts = workbook_parts({{TestSheet{"Data",
                                            {sorted(TestCell::Sort::iso_day, "A1", "2022-10-03"),
                                             sorted(TestCell::Sort::iso_day, "B1", "2022-10-03T12:00:00Z"),
                                             sorted(TestCell::Sort::iso_day, "C1", "soon")}}}});
    EXPECT_EQ(summary(write_zip(parts)), "Data|44837@2022-10-03|44837.5@2022-10-03|soon");
}

}  // namespace
}  // namespace pledgebook::formats
