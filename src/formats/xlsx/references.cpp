#include "formats/xlsx/references.hpp"

#include <algorithm>

namespace pledgebook::formats::xlsx {

std::optional<std::uint32_t> parse_column(std::string_view letters) {
    if (letters.empty() || letters.size() > 3) {
        return std::nullopt;
    }
    std::uint32_t column = 0;
    for (const auto each : letters) {
        const auto capital = static_cast<char>(each >= 'a' && each <= 'z' ? each - 'a' + 'A' : each);
        if (capital < 'A' || capital > 'Z') {
            return std::nullopt;
        }
        column = column * 26 + static_cast<std::uint32_t>(capital - 'A' + 1);
    }
    return column <= last_column ? std::optional(column) : std::nullopt;
}

std::optional<std::uint32_t> parse_row(std::string_view digits) {
    if (digits.empty() || digits.size() > 7) {
        return std::nullopt;
    }
    std::uint32_t row = 0;
    for (const auto each : digits) {
        if (each < '0' || each > '9') {
            return std::nullopt;
        }
        row = row * 10 + static_cast<std::uint32_t>(each - '0');
    }
    return row >= 1 && row <= last_row ? std::optional(row) : std::nullopt;
}

std::optional<CellName> parse_cell_name(std::string_view text) {
    const auto digits = text.find_first_of("0123456789");
    if (digits == std::string_view::npos) {
        return std::nullopt;
    }
    const auto column = parse_column(text.substr(0, digits));
    const auto row = parse_row(text.substr(digits));
    if (!column || !row) {
        return std::nullopt;
    }
    return CellName{*row, *column};
}

std::optional<Range> parse_range(std::string_view text) {
    const auto colon = text.find(':');
    const auto first = parse_cell_name(text.substr(0, colon));
    const auto last = colon == std::string_view::npos ? first : parse_cell_name(text.substr(colon + 1));
    if (!first || !last) {
        return std::nullopt;
    }
    return Range{std::min(first->row, last->row), std::min(first->column, last->column),
                 std::max(first->row, last->row), std::max(first->column, last->column)};
}

}  // namespace pledgebook::formats::xlsx
