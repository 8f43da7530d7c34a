#include "core/decimal.hpp"

#include "core/error.hpp"

#include <cctype>
#include <charconv>
#include <limits>

namespace pledgebook {

namespace {

__extension__ using Wide = __int128;

constexpr Wide largest = std::numeric_limits<std::int64_t>::max();

[[noreturn]] void overflow() {
    throw Error("an amount is larger than a book can hold (about 900 trillion)");
}

std::int64_t narrowed(Wide value) {
    if (value > largest || value < -largest) {
        overflow();
    }
    return static_cast<std::int64_t>(value);
}

Wide divided(Wide value, Wide divisor) {
    if (divisor < 0) {
        value = -value;
        divisor = -divisor;
    }
    const Wide half = divisor / 2;
    // Half away from zero; for an odd divisor `half` rounds down, which is exact as no tie exists.
    return value >= 0 ? (value + half) / divisor : -((-value + half) / divisor);
}

// The parts of a number as written: its digits without the point, and the power of ten of the last.
struct Digits {
    bool negative = false;
    std::string digits;
    long exponent = 0;
};

std::optional<long> exponent_of(std::string_view text) {
    if (!text.empty() && text.front() == '+') {
        text.remove_prefix(1);
    }
    long exponent = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
    if (error != std::errc{} || end != text.data() + text.size() || exponent > 1000 || exponent < -1000) {
        return std::nullopt;
    }
    return exponent;
}

std::optional<Digits> digits_of(std::string_view text) {
    Digits number;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        number.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    bool point = false;
    bool any = false;
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '.' && !point) {
            point = true;
        } else if (c >= '0' && c <= '9') {
            any = true;
            number.digits += c;
            number.exponent -= point ? 1 : 0;
        } else {
            break;
        }
    }
    if (!any) {
        return std::nullopt;
    }
    if (at < text.size()) {
        const auto exponent =
            (text[at] == 'e' || text[at] == 'E') ? exponent_of(text.substr(at + 1)) : std::nullopt;
        if (!exponent) {
            return std::nullopt;
        }
        number.exponent += *exponent;
    }
    return number;
}

}  // namespace

Decimal Decimal::from_integer(std::int64_t whole) {
    return from_units(narrowed(Wide{whole} * 10000));
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
    const auto number = digits_of(text);
    if (!number) {
        return std::nullopt;
    }
    // The value is digits * 10^exponent; in units of 10^-4 that is digits * 10^(exponent + 4).
    const long shift = number->exponent + 4;
    const auto& digits = number->digits;
    const long kept = static_cast<long>(digits.size()) + (shift < 0 ? shift : 0);
    Wide units = 0;
    for (long at = 0; at < kept; ++at) {
        units = units * 10 + (digits[static_cast<std::size_t>(at)] - '0');
        if (units > largest) {
            return std::nullopt;
        }
    }
    for (long at = 0; at < shift && units != 0; ++at) {
        units *= 10;
        if (units > largest) {
            return std::nullopt;
        }
    }
    if (shift < 0 && kept >= 0 && digits[static_cast<std::size_t>(kept)] >= '5') {
        ++units;
    }
    return from_units(narrowed(number->negative ? -units : units));
}

Decimal Decimal::operator-() const {
    return from_units(-m_units);
}

Decimal& Decimal::operator+=(Decimal other) {
    m_units = narrowed(Wide{m_units} + other.m_units);
    return *this;
}

Decimal& Decimal::operator-=(Decimal other) {
    m_units = narrowed(Wide{m_units} - other.m_units);
    return *this;
}

Decimal Decimal::scaled(std::int64_t numerator, std::int64_t denominator) const {
    if (denominator == 0) {
        throw Error("a number was divided by zero");
    }
    return from_units(narrowed(divided(Wide{m_units} * numerator, denominator)));
}

std::string to_string(Decimal value) {
    std::string text = grouped(value, 4);
    std::erase(text, ',');
    while (text.back() == '0') {
        text.pop_back();
    }
    if (text.back() == '.') {
        text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::string grouped(Decimal value, int places) {
    std::int64_t step = 1;
    for (int place = places; place < 4; ++place) {
        step *= 10;
    }
    const auto rounded = static_cast<std::int64_t>(divided(value.units(), step));
    const bool negative = rounded < 0;
    std::string digits = std::to_string(negative ? -rounded : rounded);
    const auto fraction = static_cast<std::size_t>(places);
    if (digits.size() <= fraction) {
        digits.insert(0, fraction + 1 - digits.size(), '0');
    }
    std::string whole = digits.substr(0, digits.size() - fraction);
    for (auto at = static_cast<std::ptrdiff_t>(whole.size()) - 3; at > 0; at -= 3) {
        whole.insert(static_cast<std::size_t>(at), 1, ',');
    }
    return (negative ? "-" : "") + whole + (places > 0 ? "." + digits.substr(digits.size() - fraction) : "");
}

}  // namespace pledgebook
