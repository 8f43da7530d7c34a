#include "importers/decimal_comma.hpp"

#include "importers/column_words.hpp"

#include <string_view>

namespace pledgebook::importers {

namespace {

// "-23456872,86" with `mark` for the comma
bool is_fraction(std::string_view text, char mark) {
    if (text.starts_with('-')) {
        text.remove_prefix(1);
    }
    const auto at = text.find(mark);
    if (at == 0 || at == std::string_view::npos || at + 1 == text.size()) {
        return false;
    }
    const auto digits = [](std::string_view part) {
        return part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return digits(text.substr(0, at)) && digits(text.substr(at + 1));
}

}  // namespace

bool write_points(formats::Sheet& sheet, std::uint32_t column) {
    std::size_t commas = 0;
    std::size_t points = 0;
    for (const auto& row : sheet.rows) {
        const auto text = text_at(sheet, row.number, column);
        commas += is_fraction(text, ',') ? 1 : 0;
        points += is_fraction(text, '.') ? 1 : 0;
    }
    if (commas == 0 || points > 0) {
        return false;
    }
    for (auto& row : sheet.rows) {
        for (auto& cell : row.cells) {
            if (is_fraction(trimmed(cell.text), ',')) {
                cell.text[cell.text.find(',')] = '.';
            }
        }
    }
    return true;
}

}  // namespace pledgebook::importers
