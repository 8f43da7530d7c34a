#include "claims/words/token.hpp"

#include "claims/words/code_point.hpp"
#include "core/reference.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>

namespace pledgebook::claims {

namespace {

constexpr int longest_number = 15;  // digits; a longer row of digits is no figure

struct Reader {
    std::string_view text;
    std::size_t at;
    std::size_t end;

    // The code point at `from`, and where the next one begins.
    [[nodiscard]] std::int32_t point(std::size_t from, std::size_t& next) const {
        const auto c = code_point_at(text.substr(0, end), from, next);
        return c == no_code_point ? 0xFFFD : static_cast<std::int32_t>(c);
    }
    [[nodiscard]] bool digit(std::size_t from) const {
        return from < end && text[from] >= '0' && text[from] <= '9';
    }
    [[nodiscard]] bool letter(std::size_t from) const {
        if (from >= end) {
            return false;
        }
        std::size_t next = 0;
        const auto c = point(from, next);
        return u_isalpha(c) != 0;
    }
};

bool part_of_word(std::int32_t c) {
    return u_isalpha(c) != 0 || u_charType(c) == U_NON_SPACING_MARK;
}

std::string key_of(std::string_view raw) {
    if (std::all_of(raw.begin(), raw.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
        std::string key(raw);
        std::transform(key.begin(), key.end(), key.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        return key;
    }
    if (raw == "\u2019" || raw == "\u02BC" || raw == "\u2018") {
        return "'";
    }
    if (raw == "\u2010" || raw == "\u2011") {
        return "-";
    }
    return folded(raw);
}

// Where an address that begins at `from` ends; `from` itself where there is none.
std::size_t address_end(const Reader& reader, std::size_t from) {
    const auto rest = reader.text.substr(from, reader.end - from);
    if (!rest.starts_with("http://") && !rest.starts_with("https://") && !rest.starts_with("www.")) {
        return from;
    }
    const auto length = rest.find_first_of(" \t\r\n<>\"");
    return length == std::string_view::npos ? reader.end : from + length;
}

// Digits with marks between them: "1,234.5", "50 000" is two numbers here.
void read_value(Token& token, bool decimal_comma) {
    const auto& raw = token.raw;
    const auto last_dot = raw.rfind('.');
    const auto last_comma = raw.rfind(',');
    auto decimal = std::string::npos;
    const auto lone = [&](std::size_t mark) {
        return mark != std::string::npos && raw.find(raw[mark]) == mark;
    };
    const auto like_thousands = [&](std::size_t mark) { return raw.size() - mark - 1 == 3; };
    if (last_dot != std::string::npos && last_comma != std::string::npos) {
        decimal = std::max(last_dot, last_comma);
    } else if (lone(last_dot) && (!decimal_comma || !like_thousands(last_dot))) {
        decimal = last_dot;
    } else if (lone(last_comma) && (decimal_comma || !like_thousands(last_comma))) {
        decimal = last_comma;
    }
    std::string plain;
    for (std::size_t at = 0; at < raw.size(); ++at) {
        if (raw[at] >= '0' && raw[at] <= '9') {
            plain += raw[at];
            ++token.digits;
            token.places += decimal != std::string::npos && at > decimal ? 1 : 0;
        } else if (at == decimal) {
            plain += '.';
        }
    }
    if (token.digits > longest_number) {
        token.sort = Token::Sort::sign;
        return;
    }
    token.value = std::stod(plain);
    if (token.places == 0) {
        const auto last = plain.find_last_not_of('0');
        token.zeros = static_cast<int>(plain.size() - (last == std::string::npos ? plain.size() : last + 1));
    }
}

std::size_t number_end(const Reader& reader, std::size_t at) {
    while (reader.digit(at) || (at + 1 < reader.end && (reader.text[at] == '.' || reader.text[at] == ',') &&
                                reader.digit(at + 1))) {
        ++at;
    }
    return at;
}

// "U.S." is one word: single letters, each with its full stop, at least two.
std::size_t initials_end(const Reader& reader, std::size_t at) {
    std::size_t count = 0;
    while (at + 1 < reader.end && u_isalpha(reader.text[at]) != 0 && reader.text[at + 1] == '.') {
        at += 2;
        ++count;
    }
    return count >= 2 ? at : 0;
}

std::size_t word_end(const Reader& reader, std::size_t at) {
    if (const auto end = initials_end(reader, at); end != 0) {
        return end;
    }
    std::size_t next = at;
    while (at < reader.end && part_of_word(reader.point(at, next))) {
        at = next;
    }
    return at;
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text, std::size_t start, std::size_t end, bool decimal_comma) {
    std::vector<Token> tokens;
    Reader reader{text, start, std::min(end, text.size())};
    bool glued = false;
    while (reader.at < reader.end) {
        std::size_t next = reader.at;
        const auto c = reader.point(reader.at, next);
        if (u_isUWhiteSpace(c) != 0 || u_charType(c) == U_FORMAT_CHAR || u_charType(c) == U_CONTROL_CHAR) {
            reader.at = next;
            glued = false;
            continue;
        }
        if (const auto skipped = glued ? reader.at : address_end(reader, reader.at); skipped > reader.at) {
            reader.at = skipped;
            continue;
        }
        Token token;
        token.start = reader.at;
        token.glued = glued;
        if (reader.digit(reader.at)) {
            token.sort = Token::Sort::number;
            token.end = number_end(reader, reader.at);
        } else if (part_of_word(c)) {
            token.end = word_end(reader, reader.at);
        } else {
            token.sort = Token::Sort::sign;
            token.end = next;
        }
        token.raw = std::string(text.substr(token.start, token.end - token.start));
        if (token.sort == Token::Sort::number) {
            read_value(token, decimal_comma);
        }
        token.key = key_of(token.raw);
        reader.at = token.end;
        glued = true;
        tokens.push_back(std::move(token));
    }
    return tokens;
}

}  // namespace pledgebook::claims
