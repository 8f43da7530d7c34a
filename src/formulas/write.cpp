#include "core/place.hpp"
#include "formulas/formula.hpp"

#include <algorithm>

namespace pledgebook::formulas {

namespace {

std::string quoted_text(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        out += c;
        if (c == '"') {
            out += c;
        }
    }
    return out + '"';
}

bool plain_sheet_name(const std::string& name) {
    const auto plain = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    };
    // "Q1" and "R2" would read as references; a digit anywhere is quoted to be sure.
    return !name.empty() && std::all_of(name.begin(), name.end(), plain) &&
           name.find_first_of("0123456789") == std::string::npos;
}

std::string sheet_prefix(const Reference& reference) {
    if (!reference.has_sheet) {
        return {};
    }
    if (plain_sheet_name(reference.sheet)) {
        return reference.sheet + "!";
    }
    std::string out = "'";
    for (const char c : reference.sheet) {
        out += c;
        if (c == '\'') {
            out += c;
        }
    }
    return out + "'!";
}

std::string anchor(char axis, Anchor anchor) {
    std::string out(1, axis);
    if (anchor.absolute) {
        return out + std::to_string(anchor.value);
    }
    return anchor.value == 0 ? out : out + "[" + std::to_string(anchor.value) + "]";
}

std::string relative(const Reference& reference) {
    auto out = sheet_prefix(reference);
    switch (reference.shape) {
        case Reference::Shape::cell:
            return out + anchor('R', reference.row) + anchor('C', reference.column);
        case Reference::Shape::columns:
            return out + anchor('C', reference.column) + ":" + anchor('C', reference.last_column);
        case Reference::Shape::rows:
            return out + anchor('R', reference.row) + ":" + anchor('R', reference.last_row);
        case Reference::Shape::range:
            break;
    }
    return out + anchor('R', reference.row) + anchor('C', reference.column) + ":" +
           anchor('R', reference.last_row) + anchor('C', reference.last_column);
}

std::int64_t seen_from(Anchor anchor, std::uint32_t at) {
    return std::int64_t{anchor.value} + (anchor.absolute ? 0 : std::int64_t{at});
}

std::string half(const Reference& reference, bool last, std::uint32_t row, std::uint32_t column) {
    const auto& down = last ? reference.last_row : reference.row;
    const auto& across = last ? reference.last_column : reference.column;
    std::string out;
    if (reference.shape != Reference::Shape::rows) {
        out += across.absolute ? "$" : "";
        out += column_letters(static_cast<std::uint32_t>(seen_from(across, column)));
    }
    if (reference.shape != Reference::Shape::columns) {
        out += down.absolute ? "$" : "";
        out += std::to_string(seen_from(down, row));
    }
    return out;
}

template <typename WriteReference>
std::string write(const std::vector<Token>& tokens, WriteReference&& write_reference) {
    std::string out;
    for (const auto& token : tokens) {
        switch (token.kind) {
            case Token::Kind::text:
                out += quoted_text(token.text);
                break;
            case Token::Kind::reference:
                out += write_reference(token.reference);
                break;
            case Token::Kind::intersection:
                out += ' ';
                break;
            default:
                out += token.text;
        }
    }
    return out;
}

}  // namespace

std::optional<Area> Reference::area_from(std::uint32_t at_row, std::uint32_t at_column) const {
    const bool all_rows = shape == Shape::columns;
    const bool all_columns = shape == Shape::rows;
    auto first_row = all_rows ? 1 : seen_from(row, at_row);
    auto end_row = all_rows ? last_row_of_sheet : seen_from(last_row, at_row);
    auto first_column = all_columns ? 1 : seen_from(column, at_column);
    auto end_column = all_columns ? last_column_of_sheet : seen_from(last_column, at_column);
    if (first_row > end_row) {  // B5:A1, and $A$5:A1 dragged above its anchor
        std::swap(first_row, end_row);
    }
    if (first_column > end_column) {
        std::swap(first_column, end_column);
    }
    if (first_row < 1 || first_column < 1 || end_row > last_row_of_sheet ||
        end_column > last_column_of_sheet) {
        return std::nullopt;
    }
    return Area{0, static_cast<std::uint32_t>(first_row), static_cast<std::uint32_t>(first_column),
                static_cast<std::uint32_t>(end_row), static_cast<std::uint32_t>(end_column)};
}

std::string relative_form(const std::vector<Token>& tokens) {
    return write(tokens, relative);
}

std::string written_at(const Reference& reference, std::uint32_t row, std::uint32_t column) {
    auto out = sheet_prefix(reference);
    if (!reference.area_from(row, column)) {
        return out + "#REF!";
    }
    out += half(reference, false, row, column);
    if (reference.shape != Reference::Shape::cell) {
        out += ":" + half(reference, true, row, column);
    }
    return out;
}

std::string written_at(const std::vector<Token>& tokens, std::uint32_t row, std::uint32_t column) {
    return write(tokens, [&](const Reference& reference) { return written_at(reference, row, column); });
}

}  // namespace pledgebook::formulas
