// Cell references as a workbook writes them: "B7", "A1:C9".
#pragma once

#include "formats/cell.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace pledgebook::formats::xlsx {

constexpr std::uint32_t last_row = 1'048'576;
constexpr std::uint32_t last_column = 16'384;  // XFD

struct CellName {
    std::uint32_t row = 0;     // from 1
    std::uint32_t column = 0;  // from 1
};

// Nothing where the text is not just that, or lies outside of a sheet.
std::optional<std::uint32_t> parse_column(std::string_view letters);
std::optional<std::uint32_t> parse_row(std::string_view digits);
std::optional<CellName> parse_cell_name(std::string_view text);
std::optional<Range> parse_range(std::string_view text);  // "A1" is a range too; ends in any order

}  // namespace pledgebook::formats::xlsx
