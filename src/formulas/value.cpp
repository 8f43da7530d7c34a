#include "formulas/value.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace pledgebook::formulas {

namespace {

constexpr std::array<std::pair<ErrorCode, std::string_view>, 9> codes{{{ErrorCode::null, "#NULL!"},
                                                                       {ErrorCode::div0, "#DIV/0!"},
                                                                       {ErrorCode::value, "#VALUE!"},
                                                                       {ErrorCode::ref, "#REF!"},
                                                                       {ErrorCode::name, "#NAME?"},
                                                                       {ErrorCode::num, "#NUM!"},
                                                                       {ErrorCode::na, "#N/A"},
                                                                       {ErrorCode::spill, "#SPILL!"},
                                                                       {ErrorCode::calc, "#CALC!"}}};

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

// Lower case of a letter of two bytes in UTF-8: Latin-1, Latin Extended-A, Greek, Cyrillic.
unsigned lower(unsigned letter) {
    if ((letter >= 0xC0 && letter <= 0xDE && letter != 0xD7) || (letter >= 0x391 && letter <= 0x3A9) ||
        (letter >= 0x410 && letter <= 0x42F)) {
        return letter + 32;
    }
    if (letter >= 0x400 && letter <= 0x40F) {
        return letter + 80;
    }
    const bool odd_is_capital = (letter >= 0x139 && letter <= 0x148) || (letter >= 0x179 && letter <= 0x17E);
    const bool even_is_capital = letter >= 0x100 && letter <= 0x177 && !odd_is_capital && letter != 0x138;
    if ((odd_is_capital && letter % 2 == 1) || (even_is_capital && letter % 2 == 0) ||
        (letter >= 0x460 && letter <= 0x4FF && letter % 2 == 0)) {
        return letter + 1;
    }
    return letter;
}

int rank(const Value& value) {
    return value.is(Value::Type::number) ? 0 : value.is(Value::Type::text) ? 1 : 2;
}

Value like(const Value& empty, const Value& other) {
    if (!empty.is(Value::Type::empty)) {
        return empty;
    }
    if (other.is(Value::Type::text)) {
        return Value::of(std::string());
    }
    return other.is(Value::Type::boolean) ? Value::of(false) : Value::of(0.0);
}

}  // namespace

std::string_view to_string(ErrorCode code) {
    for (const auto& [each, text] : codes) {
        if (each == code) {
            return text;
        }
    }
    return "(cannot be worked out)";
}

std::optional<ErrorCode> parse_error_code(std::string_view text) {
    for (const auto& [each, name] : codes) {
        if (name == text) {
            return each;
        }
    }
    return std::nullopt;
}

Value Value::of(double number) {
    Value value;
    if (!std::isfinite(number)) {
        return of(ErrorCode::num);
    }
    value.type = Type::number;
    value.number = number;
    return value;
}

Value Value::of(std::string text) {
    Value value;
    value.type = Type::text;
    value.text = std::move(text);
    return value;
}

Value Value::of(bool truth) {
    Value value;
    value.type = Type::boolean;
    value.number = truth ? 1 : 0;
    return value;
}

Value Value::of(ErrorCode code) {
    Value value;
    value.type = Type::error;
    value.code = code;
    return value;
}

std::optional<double> number_in(std::string_view text) {
    text = trimmed(text);
    double scale = 1;
    if (!text.empty() && text.back() == '%') {
        scale = 0.01;
        text = trimmed(text.substr(0, text.size() - 1));
    }
    std::string plain;
    if (text.find(',') != std::string_view::npos) {  // between thousands: three digits follow each
        const auto point = std::min(text.find('.'), text.size());
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == ',' && (i > point || (point - i) % 4 != 0 || i == 0)) {
                return std::nullopt;
            }
            if (text[i] != ',') {
                plain += text[i];
            }
        }
        text = plain;
    }
    if (!text.empty() && text.front() == '+') {
        text.remove_prefix(1);
    }
    // from_chars also reads "inf" and "nan", which are words here.
    if (text.empty() || text.find_first_not_of("0123456789.eE+-") != std::string_view::npos) {
        return std::nullopt;
    }
    double number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return number * scale;
}

std::string shown(double number) {
    std::array<char, 64> buffer{};
    const auto [end, problem] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::general, 15);
    std::string text(buffer.data(), problem == std::errc() ? end : buffer.data());
    if (const auto exponent = text.find('e'); exponent != std::string::npos) {
        const auto power = std::atoi(text.c_str() + exponent + 1);
        if (power > 0 && power < 21) {  // as a spreadsheet: 1E+20 is written out
            const auto [whole, bad] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                                    std::chars_format::fixed, 0);
            return {buffer.data(), bad == std::errc() ? whole : buffer.data()};
        }
        text[exponent] = 'E';
    }
    return text;
}

Value as_number(const Value& value) {
    switch (value.type) {
        case Value::Type::empty:
            return Value::of(0.0);
        case Value::Type::boolean:
            return Value::of(value.number);
        case Value::Type::text:
            if (const auto number = number_in(value.text)) {
                return Value::of(*number);
            }
            return Value::of(ErrorCode::value);
        default:
            return value;
    }
}

Value as_text(const Value& value) {
    switch (value.type) {
        case Value::Type::empty:
            return Value::of(std::string());
        case Value::Type::boolean:
            return Value::of(std::string(value.number != 0 ? "TRUE" : "FALSE"));
        case Value::Type::number:
            return Value::of(shown(value.number));
        default:
            return value;
    }
}

Value as_truth(const Value& value) {
    switch (value.type) {
        case Value::Type::text: {
            const auto word = without_case(value.text);
            if (word == "true" || word == "false") {
                return Value::of(word == "true");
            }
            return Value::of(ErrorCode::value);
        }
        case Value::Type::error:
        case Value::Type::boolean:
            return value;
        default:
            return Value::of(value.number != 0);
    }
}

std::string without_case(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 'A' && byte <= 'Z') {
            out += static_cast<char>(byte + 32);
        } else if (byte >= 0xC3 && byte <= 0xD3 && i + 1 < text.size()) {
            const auto next = static_cast<unsigned char>(text[++i]);
            const auto letter = lower((byte & 0x1FU) << 6U | (next & 0x3FU));
            out += static_cast<char>(0xC0U | letter >> 6U);
            out += static_cast<char>(0x80U | (letter & 0x3FU));
        } else {
            out += text[i];
        }
    }
    return out;
}

bool same_number(double a, double b) {
    return a == b || std::abs(a - b) <= 1e-15 * std::max(std::abs(a), std::abs(b));
}

int compare(const Value& left, const Value& right) {
    const Value a = like(left, right);
    const Value b = like(right, left);
    if (rank(a) != rank(b)) {
        return rank(a) < rank(b) ? -1 : 1;
    }
    if (a.is(Value::Type::text)) {
        const int order = without_case(a.text).compare(without_case(b.text));
        return order < 0 ? -1 : order > 0 ? 1 : 0;
    }
    if (same_number(a.number, b.number)) {
        return 0;
    }
    return a.number < b.number ? -1 : 1;
}

}  // namespace pledgebook::formulas
