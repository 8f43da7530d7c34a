#include "formulas/criteria.hpp"

#include <array>
#include <utility>

namespace pledgebook::formulas {

namespace {

std::string number_key(double number) {
    // As shown: fifteen digits, so that 0.1+0.2 finds 0.3.
    return "n" + shown(number == 0 ? 0 : number);
}

// One character of UTF-8, as long as it is whole.
std::size_t character(std::string_view text) {
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80) {
        ++length;
    }
    return length;
}

}  // namespace

bool has_wildcards(std::string_view text) {
    return text.find_first_of("*?~") != std::string_view::npos;
}

bool fits_pattern(std::string_view whole, std::string_view with) {
    const auto text = without_case(whole);
    const auto pattern = without_case(with);
    std::size_t t = 0;
    std::size_t p = 0;
    auto star = std::string::npos;  // the last star, and how far the text had come then
    std::size_t mark = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            mark = t;
            continue;
        }
        const bool escaped = p + 1 < pattern.size() && pattern[p] == '~';
        if (p < pattern.size() && !escaped && pattern[p] == '?') {
            t += character(std::string_view(text).substr(t));
            ++p;
            continue;
        }
        const auto at = p + (escaped ? 1 : 0);
        if (at < pattern.size() && pattern[at] == text[t]) {
            p = at + 1;
            ++t;
            continue;
        }
        if (star == std::string::npos) {
            return false;
        }
        p = star + 1;
        t = ++mark;
    }
    while (p < pattern.size() && pattern[p] == '*') {
        ++p;
    }
    return p == pattern.size();
}

std::string strict_key(const Value& value) {
    switch (value.type) {
        case Value::Type::empty:
            return {};
        case Value::Type::number:
            return number_key(value.number);
        case Value::Type::text:
            return "t" + without_case(value.text);
        case Value::Type::boolean:
            return value.number != 0 ? "bTRUE" : "bFALSE";
        case Value::Type::error:
            break;
    }
    return "e" + std::string(to_string(value.code));
}

std::string loose_key(const Value& value) {
    if (value.is(Value::Type::text)) {
        if (const auto number = number_in(value.text)) {
            return number_key(*number);
        }
    }
    return strict_key(value);
}

Criterion::Criterion(const Value& wanted) : m_wanted(wanted) {
    if (wanted.is(Value::Type::empty)) {  // an empty cell as a criterion means 0
        m_wanted = Value::of(0.0);
    }
    if (m_wanted.is(Value::Type::text)) {
        static constexpr std::array<std::pair<std::string_view, Sign>, 6> signs{{{"<=", Sign::less_equal},
                                                                                 {">=", Sign::greater_equal},
                                                                                 {"<>", Sign::unequal},
                                                                                 {"=", Sign::equal},
                                                                                 {"<", Sign::less},
                                                                                 {">", Sign::greater}}};
        std::string rest = m_wanted.text;
        bool signed_one = false;
        for (const auto& [text, sign] : signs) {
            if (rest.starts_with(text)) {
                m_sign = sign;
                rest.erase(0, text.size());
                signed_one = true;
                break;
            }
        }
        if (rest.empty()) {  // "=" and "<>" ask for nothing at all, "" also takes an empty text
            m_wanted = signed_one ? Value() : Value::of(std::string());
        } else if (const auto number = number_in(rest)) {
            m_wanted = Value::of(*number);
        } else if (const auto code = parse_error_code(rest)) {
            m_wanted = Value::of(*code);
        } else if (const auto truth = as_truth(Value::of(rest)); !truth.is_error()) {
            m_wanted = truth;
        } else {
            m_wanted = Value::of(rest);
            m_pattern = has_wildcards(rest) && (m_sign == Sign::equal || m_sign == Sign::unequal);
        }
    }
    const bool nothing =
        m_wanted.is(Value::Type::empty) || (m_wanted.is(Value::Type::text) && m_wanted.text.empty());
    if (m_sign == Sign::equal && !m_pattern && !nothing) {
        m_key = loose_key(m_wanted);
    }
}

std::string Criterion::name() const {
    return std::to_string(static_cast<int>(m_sign)) + (m_pattern ? "p" : "v") + strict_key(m_wanted);
}

bool Criterion::equals(const Value& value) const {
    if (m_wanted.is(Value::Type::empty)) {
        return value.is(Value::Type::empty);
    }
    if (m_wanted.is(Value::Type::text) && m_wanted.text.empty()) {
        return value.is(Value::Type::empty) || (value.is(Value::Type::text) && value.text.empty());
    }
    if (m_pattern) {
        return value.is(Value::Type::text) && fits_pattern(value.text, m_wanted.text);
    }
    return !value.is(Value::Type::empty) && loose_key(value) == loose_key(m_wanted);
}

bool Criterion::fits(const Value& value) const {
    if (m_sign == Sign::equal) {
        return equals(value);
    }
    if (m_sign == Sign::unequal) {
        return !equals(value);
    }
    if (value.type != m_wanted.type) {  // order is only asked among numbers, or among texts
        return false;
    }
    const int order = value.is_error() ? 2 : compare(value, m_wanted);
    switch (m_sign) {
        case Sign::less:
            return order < 0;
        case Sign::less_equal:
            return order <= 0;
        case Sign::greater:
            return order == 1;
        default:
            return order == 0 || order == 1;
    }
}

}  // namespace pledgebook::formulas
