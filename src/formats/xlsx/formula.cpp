#include "formats/xlsx/formula.hpp"

#include "core/place.hpp"
#include "formats/xlsx/references.hpp"

#include <optional>

namespace pledgebook::formats::xlsx {

namespace {

// One end of a reference: "$A" and "7" of "$A7"; either may be missing ("A:A", "1:1").
struct End {
    std::string_view column;
    std::string_view row;
    bool fixed_column = false;
    bool fixed_row = false;
};

bool is_digit(char each) {
    return each >= '0' && each <= '9';
}
bool is_letter(char each) {
    return (each >= 'A' && each <= 'Z') || (each >= 'a' && each <= 'z');
}

// Whatever a name, number, function or reference may be made of.
bool is_word(char each) {
    return is_digit(each) || is_letter(each) || each == '_' || each == '.' || each == '$' || each == '\\' ||
           each == '?' || static_cast<unsigned char>(each) >= 0x80;
}

std::optional<End> parse_end(std::string_view word) {
    End end;
    std::size_t at = 0;
    const auto dollar = [&] { return at < word.size() && word[at] == '$' ? (++at, true) : false; };
    const auto take = [&](bool (*belongs)(char)) {
        const auto begin = at;
        while (at < word.size() && belongs(word[at])) {
            ++at;
        }
        return word.substr(begin, at - begin);
    };
    const bool first_dollar = dollar();
    end.column = take(&is_letter);
    end.fixed_column = !end.column.empty() && first_dollar;
    end.fixed_row = end.column.empty() ? first_dollar : dollar();
    end.row = take(&is_digit);
    if (at != word.size() || (end.row.empty() && (end.column.empty() || end.fixed_row))) {
        return std::nullopt;
    }
    if ((!end.column.empty() && !parse_column(end.column)) || (!end.row.empty() && !parse_row(end.row))) {
        return std::nullopt;
    }
    return end;
}

class Shifter {
public:
    Shifter(std::string_view formula, std::int64_t rows, std::int64_t columns)
        : m_in(formula), m_rows(rows), m_columns(columns) {}

    std::string run() {
        while (m_at < m_in.size()) {
            const auto each = m_in[m_at];
            if (each == '"' || each == '\'') {
                copy(quoted_length(each));
            } else if (each == '[') {
                copy(bracketed_length());
            } else if (each == '#') {
                copy(error_length());
            } else if (is_word(each)) {
                word();
            } else {
                copy(1);
            }
        }
        return std::move(m_out);
    }

private:
    void copy(std::size_t length) {
        m_out += m_in.substr(m_at, length);
        m_at += length;
    }

    [[nodiscard]] std::size_t quoted_length(char quote) const {
        for (auto at = m_at + 1; at < m_in.size(); ++at) {
            if (m_in[at] != quote) {
                continue;
            }
            if (at + 1 < m_in.size() && m_in[at + 1] == quote) {
                ++at;
                continue;
            }
            return at + 1 - m_at;
        }
        return m_in.size() - m_at;
    }

    // "[1]" of another workbook, "[[#This Row],[A1]]" of a table; ' escapes the next character there.
    [[nodiscard]] std::size_t bracketed_length() const {
        int depth = 0;
        for (auto at = m_at; at < m_in.size(); ++at) {
            if (m_in[at] == '\'') {
                ++at;
            } else if (m_in[at] == '[') {
                ++depth;
            } else if (m_in[at] == ']' && --depth == 0) {
                return at + 1 - m_at;
            }
        }
        return m_in.size() - m_at;
    }

    // "#REF!", "#N/A", "#NAME?", "#DIV/0!"; a lone # (of a spilled range) is one character.
    [[nodiscard]] std::size_t error_length() const {
        if (m_in.substr(m_at).starts_with("#N/A")) {
            return 4;
        }
        auto at = m_at + 1;
        while (at < m_in.size() &&
               (is_letter(m_in[at]) || is_digit(m_in[at]) || m_in[at] == '/' || m_in[at] == '_')) {
            ++at;
        }
        const bool closed = at > m_at + 1 && at < m_in.size() && (m_in[at] == '!' || m_in[at] == '?');
        return closed ? at + 1 - m_at : 1;
    }

    [[nodiscard]] std::size_t word_length(std::size_t from) const {
        auto at = from;
        while (at < m_in.size() && is_word(m_in[at])) {
            ++at;
        }
        return at - from;
    }

    [[nodiscard]] char at_or_zero(std::size_t at) const { return at < m_in.size() ? m_in[at] : '\0'; }

    // What follows a word tells what it is: "(" a function, "!" a sheet, "[" a table.
    [[nodiscard]] bool is_name_before(std::size_t at) const {
        const auto next = at_or_zero(at);
        return next == '(' || next == '!' || next == '[';
    }

    void word() {
        const auto length = word_length(m_at);
        const auto after = m_at + length;
        const bool of_sheet = m_at > 0 && m_in[m_at - 1] == '!';
        if (is_name_before(after)) {
            return copy(length);
        }
        const auto first = parse_end(m_in.substr(m_at, length));
        if (at_or_zero(after) == ':') {
            const auto second_length = word_length(after + 1);
            const auto second_after = after + 1 + second_length;
            if (!of_sheet && at_or_zero(second_after) == '!') {
                return copy(length + 1 + second_length);  // "Q1:Q4!A1": two sheets
            }
            const auto second = parse_end(m_in.substr(after + 1, second_length));
            if (first && second && !is_name_before(second_after)) {
                return range(*first, *second, length + 1 + second_length);
            }
        }
        if (first && !first->column.empty() && !first->row.empty()) {
            m_out += shifted(*first).value_or("#REF!");
            m_at += length;
            return;
        }
        copy(length);
    }

    void range(const End& first, const End& second, std::size_t length) {
        const bool same_sort =
            first.column.empty() == second.column.empty() && first.row.empty() == second.row.empty();
        if (!same_sort) {
            return copy(length);
        }
        const auto from = shifted(first);
        const auto to = shifted(second);
        m_out += from && to ? *from + ":" + *to : "#REF!";
        m_at += length;
    }

    [[nodiscard]] std::optional<std::string> shifted(const End& end) const {
        std::string result;
        if (!end.column.empty()) {
            const auto column = std::int64_t{*parse_column(end.column)} + (end.fixed_column ? 0 : m_columns);
            if (column < 1 || column > last_column) {
                return std::nullopt;
            }
            result += (end.fixed_column ? "$" : "") + column_letters(static_cast<std::uint32_t>(column));
        }
        if (!end.row.empty()) {
            const auto row = std::int64_t{*parse_row(end.row)} + (end.fixed_row ? 0 : m_rows);
            if (row < 1 || row > last_row) {
                return std::nullopt;
            }
            result += (end.fixed_row ? "$" : "") + std::to_string(row);
        }
        return result;
    }

    std::string_view m_in;
    std::int64_t m_rows;
    std::int64_t m_columns;
    std::size_t m_at = 0;
    std::string m_out;
};

}  // namespace

std::string shift_formula(std::string_view formula, std::int64_t rows, std::int64_t columns) {
    return Shifter(formula, rows, columns).run();
}

}  // namespace pledgebook::formats::xlsx
