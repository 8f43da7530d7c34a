#include "formulas/formula.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace pledgebook::formulas {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool in_word(char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '\\' || c == '?' ||
           static_cast<unsigned char>(c) >= 0x80;
}
bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

char capital(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

std::string capitals(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), capital);
    return out;
}

// What Excel puts before the names of functions that are younger than the file format.
std::string function_name(std::string_view text) {
    auto name = capitals(text);
    for (const std::string_view prefix : {"_XLFN.", "_XLWS."}) {
        if (name.starts_with(prefix)) {
            name.erase(0, prefix.size());
        }
    }
    return name;
}

// One side of a reference in A1 notation: letters, digits, or both.
struct Half {
    std::uint32_t column = 0, row = 0;  // 0: not given
    bool column_absolute = false, row_absolute = false;
};

class Lexer {
public:
    Lexer(std::string_view text, std::uint32_t row, std::uint32_t column)
        : m_text(text), m_row(row), m_column(column) {}

    std::vector<Token> tokens() {
        while (m_at < m_text.size()) {
            step();
        }
        return std::move(m_tokens);
    }

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }

    Token& add(Token::Kind kind, std::string text = {}) {
        m_tokens.push_back({kind, std::move(text), 0, {}});
        return m_tokens.back();
    }

    void step() {
        const char c = peek();
        if (is_blank(c)) {
            skip_blanks();
        } else if (c == '"') {
            read_text();
        } else if (c == '#') {
            read_error();
        } else if (c == '\'' || c == '[') {
            read_sheet_reference();
        } else if (is_digit(c) || (c == '.' && is_digit(peek(1)))) {
            read_number();
        } else if (in_word(c) || c == '$') {
            read_word();
        } else {
            read_sign();
        }
    }

    // A blank between two references is the operator of their intersection; any other means nothing.
    void skip_blanks() {
        while (is_blank(peek())) {
            ++m_at;
        }
        const bool after = !m_tokens.empty() && (m_tokens.back().kind == Token::Kind::reference ||
                                                 m_tokens.back().kind == Token::Kind::name ||
                                                 m_tokens.back().kind == Token::Kind::close);
        const char next = peek();
        if (after && (in_word(next) || next == '$' || next == '\'' || next == '(')) {
            add(Token::Kind::intersection);
        }
    }

    void read_text() {
        std::string text;
        ++m_at;
        while (m_at < m_text.size()) {
            if (peek() == '"') {
                if (peek(1) != '"') {
                    ++m_at;
                    add(Token::Kind::text, std::move(text));
                    return;
                }
                ++m_at;
            }
            text += m_text[m_at++];
        }
        add(Token::Kind::unknown, std::move(text));  // a quote that never closes
    }

    void read_error() {
        const auto end = m_text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ/0_", m_at + 1);
        auto length = (end == std::string_view::npos ? m_text.size() : end) - m_at;
        if (end != std::string_view::npos && (m_text[end] == '!' || m_text[end] == '?')) {
            ++length;
        }
        const auto text = m_text.substr(m_at, length);
        m_at += length;
        add(parse_error_code(text) ? Token::Kind::error : Token::Kind::unknown, std::string(text));
    }

    void read_number() {
        if (read_reference({}, false)) {  // 1:5
            return;
        }
        double number = 0;
        const auto* begin = m_text.data() + m_at;
        const auto [end, problem] = std::from_chars(begin, m_text.data() + m_text.size(), number);
        const std::string text(begin, end);
        m_at += text.size();
        if (problem != std::errc() || in_word(peek())) {
            add(Token::Kind::unknown, text);
            return;
        }
        add(Token::Kind::number, text).number = number;
    }

    void read_sign() {
        static constexpr std::array<std::pair<char, Token::Kind>, 6> brackets{
            {{'(', Token::Kind::open},
             {')', Token::Kind::close},
             {',', Token::Kind::comma},
             {';', Token::Kind::semicolon},
             {'{', Token::Kind::open_array},
             {'}', Token::Kind::close_array}}};
        const char c = m_text[m_at++];
        for (const auto& [sign, kind] : brackets) {
            if (sign == c) {
                add(kind, std::string(1, c));
                return;
            }
        }
        std::string sign(1, c);
        if ((c == '<' && (peek() == '=' || peek() == '>')) || (c == '>' && peek() == '=')) {
            sign += m_text[m_at++];
        }
        const bool known = std::string_view("+-*/^&=<>%:@").find(c) != std::string_view::npos;
        add(known ? Token::Kind::sign : Token::Kind::unknown, std::move(sign));
    }

    // A word: a reference, a sheet before one, a function, TRUE or FALSE, or a name.
    void read_word() {
        if (read_reference({}, false)) {
            return;
        }
        const auto start = m_at;
        while (m_at < m_text.size() && in_word(peek())) {
            ++m_at;
        }
        const auto word = m_text.substr(start, m_at - start);
        if (word.empty()) {  // a lone $
            ++m_at;
            add(Token::Kind::unknown, "$");
        } else if (peek() == '!') {
            ++m_at;
            after_sheet(std::string(word));
        } else if (peek() == '(') {
            add(Token::Kind::function, function_name(word));
        } else if (const auto upper = capitals(word); upper == "TRUE" || upper == "FALSE") {
            add(Token::Kind::boolean, upper).number = upper == "TRUE" ? 1 : 0;
        } else {
            add(Token::Kind::name, std::string(word));
            skip_brackets();
        }
    }

    // The columns of a table: Table1[[#This Row],[a]]; they belong to the name before.
    void skip_brackets() {
        int depth = 0;
        while (m_at < m_text.size() && (depth > 0 || peek() == '[')) {
            const char c = m_text[m_at++];
            m_tokens.back().text += c;
            if (c == '\'' && m_at < m_text.size()) {  // escapes what follows
                m_tokens.back().text += m_text[m_at++];
            }
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        }
    }

    // 'It''s a sheet'!A1, and [1]Sheet!A1 of another workbook.
    void read_sheet_reference() {
        std::string sheet;
        if (peek() == '[') {
            add(Token::Kind::name);
            skip_brackets();
            while (m_at < m_text.size() &&
                   (in_word(peek()) || peek() == '!' || peek() == '$' || peek() == ':')) {
                m_tokens.back().text += m_text[m_at++];
            }
            return;
        }
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (peek() == '\'') {
                if (peek(1) != '\'') {
                    break;
                }
                ++m_at;
            }
            sheet += m_text[m_at];
        }
        if (peek() != '\'' || peek(1) != '!') {
            m_at = m_text.size();
            add(Token::Kind::unknown, std::move(sheet));
            return;
        }
        m_at += 2;
        after_sheet(sheet);
    }

    void after_sheet(const std::string& sheet) {
        if (m_text.substr(m_at).starts_with("#REF!")) {
            m_at += 5;
            add(Token::Kind::error, "#REF!");
            return;
        }
        const bool foreign = sheet.find('[') != std::string::npos;
        if (!foreign && read_reference(sheet, true)) {
            return;
        }
        const auto start = m_at;
        while (m_at < m_text.size() && (in_word(peek()) || peek() == '$' || (foreign && peek() == ':'))) {
            ++m_at;
        }
        add(Token::Kind::name, sheet + "!" + std::string(m_text.substr(start, m_at - start)));
        skip_brackets();
    }

    // `at` is moved behind it. Nothing where there is no half of a reference.
    [[nodiscard]] std::optional<Half> half(std::size_t& at) const {
        Half half;
        auto next = at;
        const auto dollar = [&] {
            const bool is = next < m_text.size() && m_text[next] == '$';
            next += is ? 1 : 0;
            return is;
        };
        half.column_absolute = dollar();
        std::uint64_t column = 0;
        while (next < m_text.size() && is_letter(m_text[next]) && column <= last_column_of_sheet) {
            column = column * 26 + static_cast<std::uint64_t>(capital(m_text[next++]) - 'A' + 1);
        }
        const bool second = column > 0 && dollar();
        half.row_absolute = column > 0 ? second : half.column_absolute;
        std::uint64_t row = 0;
        const auto digits = next;
        while (next < m_text.size() && is_digit(m_text[next]) && row <= last_row_of_sheet) {
            row = row * 10 + static_cast<std::uint64_t>(m_text[next++] - '0');
        }
        const bool nothing = (column == 0 && row == 0) || (second && row == 0);
        if (nothing || column > last_column_of_sheet || row > last_row_of_sheet ||
            (next > digits && row == 0)) {
            return std::nullopt;
        }
        half.column = static_cast<std::uint32_t>(column);
        half.row = static_cast<std::uint32_t>(row);
        at = next;
        return half;
    }

    [[nodiscard]] Anchor row_anchor(std::uint32_t row, bool absolute) const {
        return {static_cast<std::int32_t>(row) - (absolute ? 0 : static_cast<std::int32_t>(m_row)), absolute};
    }
    [[nodiscard]] Anchor column_anchor(std::uint32_t column, bool absolute) const {
        return {static_cast<std::int32_t>(column) - (absolute ? 0 : static_cast<std::int32_t>(m_column)),
                absolute};
    }

    static bool same_sort(const Half& a, const Half& b) {
        return (a.row == 0) == (b.row == 0) && (a.column == 0) == (b.column == 0);
    }

    bool read_reference(const std::string& sheet, bool has_sheet) {
        auto at = m_at;
        auto first = half(at);
        if (!first) {
            return false;
        }
        auto last = *first;
        auto end = at;
        if (at < m_text.size() && m_text[at] == ':') {
            auto behind = at + 1;
            if (const auto second = half(behind); second && same_sort(*first, *second)) {
                last = *second;
                end = behind;
            }
        }
        const char next = end < m_text.size() ? m_text[end] : '\0';
        const bool whole = first->row == 0 || first->column == 0;
        if (in_word(next) || next == '(' || next == '!' || next == '[' || next == '#' ||
            (whole && end == at)) {
            return false;
        }
        m_at = end;
        add_reference(sheet, has_sheet, *first, last, end != at);
        return true;
    }

    void add_reference(const std::string& sheet, bool has_sheet, const Half& first, const Half& last,
                       bool range) {
        auto& reference = add(Token::Kind::reference).reference;
        reference.has_sheet = has_sheet;
        reference.sheet = sheet;
        reference.shape = first.row == 0      ? Reference::Shape::columns
                          : first.column == 0 ? Reference::Shape::rows
                          : range             ? Reference::Shape::range
                                              : Reference::Shape::cell;
        if (first.row > 0) {
            reference.row = row_anchor(first.row, first.row_absolute);
            reference.last_row = row_anchor(last.row, last.row_absolute);
        }
        if (first.column > 0) {
            reference.column = column_anchor(first.column, first.column_absolute);
            reference.last_column = column_anchor(last.column, last.column_absolute);
        }
    }

    std::string_view m_text;
    std::uint32_t m_row;
    std::uint32_t m_column;
    std::size_t m_at = 0;
    std::vector<Token> m_tokens;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view formula, std::uint32_t row, std::uint32_t column) {
    return Lexer(formula, row, column).tokens();
}

}  // namespace pledgebook::formulas
