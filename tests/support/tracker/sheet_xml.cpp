#include "support/tracker/sheet_xml.hpp"

#include <fmt/format.h>
#include <iterator>

namespace pledgebook::test_support {

namespace {

constexpr std::string_view head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheetData>";

constexpr std::string_view styled = " s=\"2\"";
constexpr std::string_view rels_head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
constexpr std::string_view link_type =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

}  // namespace

std::string column_name(unsigned column) {
    std::string name;
    for (; column > 0; column = (column - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
    }
    return name;
}

void SheetXml::row(unsigned number) {
    m_xml += m_row == 0 ? std::string(head) : "</row>";
    m_row = number;
    fmt::format_to(std::back_inserter(m_xml), "<row r=\"{}\">", number);
}

void SheetXml::begin(unsigned column, std::string_view attributes) {
    fmt::format_to(std::back_inserter(m_xml), "<c r=\"{}{}\"{}>", column_name(column), m_row, attributes);
}

void SheetXml::text(unsigned column, const std::string& text) {
    begin(column, " s=\"2\" t=\"s\"");
    fmt::format_to(std::back_inserter(m_xml), "<v>{}</v></c>", m_strings.index_of(text));
}

void SheetXml::number(unsigned column, std::string_view number) {
    begin(column, styled);
    fmt::format_to(std::back_inserter(m_xml), "<v>{}</v></c>", number);
}

void SheetXml::day(unsigned column, int day) {
    begin(column, " s=\"1\"");
    fmt::format_to(std::back_inserter(m_xml), "<v>{}</v></c>", day);
}

void SheetXml::formula(unsigned column, std::string_view formula, std::string_view number) {
    begin(column, styled);
    fmt::format_to(std::back_inserter(m_xml), "<f>{}</f><v>{}</v></c>", escape_xml(std::string(formula)),
                   number);
}

void SheetXml::formula_text(unsigned column, std::string_view formula, std::string_view text) {
    begin(column, " s=\"2\" t=\"str\"");
    fmt::format_to(std::back_inserter(m_xml), "<f>{}</f><v>{}</v></c>", escape_xml(std::string(formula)),
                   escape_xml(std::string(text)));
}

void SheetXml::link(unsigned column, const std::string& address) {
    text(column, address);
    m_links.emplace_back(column_name(column) + std::to_string(m_row), address);
}

void SheetXml::blank(unsigned column) {
    fmt::format_to(std::back_inserter(m_xml), "<c r=\"{}{}\"{}/>", column_name(column), m_row, styled);
}

std::string SheetXml::take() {
    m_xml += m_row == 0 ? std::string(head) : "</row>";
    m_xml += "</sheetData>";
    m_xml += m_links.empty() ? "" : "<hyperlinks>";
    for (std::size_t at = 0; at < m_links.size(); ++at) {
        fmt::format_to(std::back_inserter(m_xml), "<hyperlink ref=\"{}\" r:id=\"rId{}\"/>", m_links[at].first,
                       at + 1);
    }
    m_xml += m_links.empty() ? "" : "</hyperlinks>";
    m_xml += "</worksheet>";
    return std::move(m_xml);
}

std::string SheetXml::relationships() const {
    std::string xml(rels_head);
    for (std::size_t at = 0; at < m_links.size(); ++at) {
        fmt::format_to(std::back_inserter(xml),
                       "<Relationship Id=\"rId{}\" Type=\"{}\" Target=\"{}\" TargetMode=\"External\"/>",
                       at + 1, link_type, escape_xml(m_links[at].second));
    }
    return xml + "</Relationships>";
}

}  // namespace pledgebook::test_support
