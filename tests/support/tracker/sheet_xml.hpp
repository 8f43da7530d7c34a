// The rows of a made sheet as XML, written one after another (a whole workbook's cells would be too many to
// be kept as TestCells).
#pragma once

#include "support/workbook_parts.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pledgebook::test_support {

std::string column_name(unsigned column);  // 1: "A"

class SheetXml {
public:
    explicit SheetXml(StringTable& strings) : m_strings(strings) {}

    void row(unsigned number);  // ascending
    // The cells of the row, by ascending column.
    void text(unsigned column, const std::string& text);
    void number(unsigned column, std::string_view number);
    void number(unsigned column, long long whole) { number(column, std::to_string(whole)); }
    void day(unsigned column, int day);
    void link(unsigned column, const std::string& address);  // the address as text, and as a hyperlink
    void blank(unsigned column);                             // a cell that has a style and no value
    // Formulas with the result that a spreadsheet has worked out.
    void formula(unsigned column, std::string_view formula, std::string_view number);
    void formula_text(unsigned column, std::string_view formula, std::string_view text);

    // The whole part. No more may be written after.
    std::string take();
    // The relationships of its hyperlinks.
    [[nodiscard]] std::string relationships() const;

private:
    void begin(unsigned column, std::string_view attributes);

    StringTable& m_strings;
    std::string m_xml;
    unsigned m_row = 0;
    std::vector<std::pair<std::string, std::string>> m_links;  // cell, address
};

}  // namespace pledgebook::test_support
