// The XML of a test workbook, part by part.
#pragma once

#include "support/workbook_writer.hpp"

#include <map>
#include <string>
#include <vector>

namespace pledgebook::test_support {

// Shared strings in the order in which they were first asked for.
class StringTable {
public:
    std::size_t index_of(const std::string& text);
    [[nodiscard]] std::string xml() const;

private:
    std::map<std::string, std::size_t> m_index;
    std::vector<std::string> m_texts;
};

std::string escape_xml(const std::string& text);
std::string sheet_xml(const TestSheet& sheet, StringTable& strings);
std::string sheet_rels_xml(const TestSheet& sheet, std::size_t number);
std::string comments_xml(const TestSheet& sheet);
std::string styles_xml(const std::vector<std::string>& number_formats);
std::string workbook_xml(const TestWorkbook& workbook);
std::string workbook_rels_xml(const TestWorkbook& workbook);
std::string content_types_xml(const TestWorkbook& workbook);
bool has_comments(const TestSheet& sheet);

}  // namespace pledgebook::test_support
