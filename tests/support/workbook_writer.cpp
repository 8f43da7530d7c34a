#include "support/workbook_writer.hpp"

#include "support/workbook_parts.hpp"

#include <fmt/format.h>
#include <stdexcept>

namespace pledgebook::test_support {

namespace {

constexpr const char* package_rels =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
    "Target=\"xl/workbook.xml\"/></Relationships>";

}  // namespace

TestCell sorted(TestCell::Sort sort, std::string at, std::string value) {
    TestCell cell;
    cell.at = std::move(at);
    cell.value = std::move(value);
    cell.sort = sort;
    return cell;
}

TestCell text(std::string at, std::string value) {
    return sorted(TestCell::Sort::shared_text, std::move(at), std::move(value));
}

TestCell number(std::string at, std::string value) {
    return sorted(TestCell::Sort::number, std::move(at), std::move(value));
}

TestCell day(std::string at, std::string serial) {
    auto cell = number(std::move(at), std::move(serial));
    cell.style = 1;
    return cell;
}

TestCell formula(std::string at, std::string formula, TestCell value) {
    value.at = std::move(at);
    value.formula = std::move(formula);
    return value;
}

TestCell linked(std::string address, TestCell cell) {
    cell.link = std::move(address);
    return cell;
}

TestCell commented(std::string comment, TestCell cell) {
    cell.comment = std::move(comment);
    return cell;
}

std::vector<ZipPart> workbook_parts(const TestWorkbook& workbook) {
    StringTable strings;
    std::vector<ZipPart> parts;
    const auto add = [&](std::string name, std::string bytes) {
        ZipPart made;
        made.name = std::move(name);
        made.bytes = std::move(bytes);
        parts.push_back(std::move(made));
    };
    add("[Content_Types].xml", content_types_xml(workbook));
    add("_rels/.rels", package_rels);
    add("xl/workbook.xml", workbook_xml(workbook));
    add("xl/_rels/workbook.xml.rels", workbook_rels_xml(workbook));
    for (std::size_t number = 1; number <= workbook.sheets.size(); ++number) {
        const auto& sheet = workbook.sheets[number - 1];
        add(fmt::format("xl/worksheets/sheet{}.xml", number), sheet_xml(sheet, strings));
        add(fmt::format("xl/worksheets/_rels/sheet{}.xml.rels", number), sheet_rels_xml(sheet, number));
        if (has_comments(sheet)) {
            add(fmt::format("xl/comments{}.xml", number), comments_xml(sheet));
            add(fmt::format("xl/drawings/vmlDrawing{}.vml", number), "<xml/>");
        }
    }
    add("xl/sharedStrings.xml", strings.xml());
    add("xl/styles.xml", styles_xml(workbook.number_formats));
    return parts;
}

std::string write_workbook(const TestWorkbook& workbook) {
    return write_zip(workbook_parts(workbook));
}

std::string write_raw_sheet(const std::string& xml) {
    auto parts = workbook_parts({{TestSheet{"Sheet1"}}});
    part(parts, "xl/worksheets/sheet1.xml").bytes = xml;
    return write_zip(parts);
}

std::string write_raw_rows(const std::string& rows) {
    return write_raw_sheet(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheetData>" +
        rows + "</sheetData></worksheet>");
}

ZipPart& part(std::vector<ZipPart>& parts, std::string_view name) {
    for (auto& each : parts) {
        if (each.name == name) {
            return each;
        }
    }
    throw std::logic_error(fmt::format("the test workbook has no part '{}'", name));
}

void replace(std::vector<ZipPart>& parts, std::string_view name, std::string_view from, std::string_view to) {
    bool found = false;
    for (auto& each : parts) {
        if (!name.empty() && each.name != name) {
            continue;
        }
        for (auto at = each.bytes.find(from); at != std::string::npos;
             at = each.bytes.find(from, at + to.size())) {
            each.bytes.replace(at, from.size(), to);
            found = true;
        }
    }
    if (!found) {
        throw std::logic_error(fmt::format("'{}' is not in the test workbook's part '{}'", from, name));
    }
}

}  // namespace pledgebook::test_support
