#include "core/number.hpp"

#include "core/error.hpp"

#include <array>
#include <cctype>
#include <cmath>
#include <cstdlib>

namespace pledgebook {

namespace {

__extension__ using Unsigned = unsigned __int128;
using Wide = Number::Wide;

constexpr std::int64_t one = 1'000'000'000'000'000;  // 10^15
constexpr Unsigned largest = ~Unsigned{0} >> 1;

[[noreturn]] void overflow() {
    throw Error("a number is larger than a table can hold");
}

Unsigned size_of(Wide value) {
    return value < 0 ? Unsigned{0} - static_cast<Unsigned>(value) : static_cast<Unsigned>(value);
}

Wide signed_of(Unsigned size, bool negative) {
    if (size > largest) {
        overflow();
    }
    const auto value = static_cast<Wide>(size);
    return negative ? -value : value;
}

struct Product {
    Unsigned high = 0;
    Unsigned low = 0;
};

Product product_of(Unsigned a, Unsigned b) {
    constexpr Unsigned mask = ~std::uint64_t{0};
    const Unsigned a0 = a & mask, a1 = a >> 64, b0 = b & mask, b1 = b >> 64;
    const Unsigned low = a0 * b0;
    const Unsigned middle = a1 * b0 + (low >> 64);  // a1 < 2^63: no overflow
    const Unsigned rest = (middle & mask) + a0 * b1;
    return {a1 * b1 + (middle >> 64) + (rest >> 64), (rest << 64) | (low & mask)};
}

// Rounded half away from zero.
Unsigned quotient_of(Product product, Unsigned divisor) {
    if (product.high >= divisor) {
        overflow();
    }
    Unsigned quotient = 0;
    if (product.high == 0) {
        quotient = product.low / divisor;
        product.high = product.low % divisor;
    } else {
        for (int bit = 0; bit < 128; ++bit) {  // the divisor is below 2^127, so the remainder is too
            product.high = (product.high << 1) | (product.low >> 127);
            product.low <<= 1;
            quotient <<= 1;
            if (product.high >= divisor) {
                product.high -= divisor;
                quotient |= 1;
            }
        }
    }
    return quotient + (product.high >= divisor - product.high ? 1 : 0);
}

Wide sum_of(Wide a, Wide b) {
    Wide sum = 0;
    if (__builtin_add_overflow(a, b, &sum)) {
        overflow();
    }
    return sum;
}

// The digits of a number as written, and the power of ten of the last; nothing where it is none.
struct Written {
    bool negative = false;
    std::string digits;
    long exponent = 0;
};

std::optional<Written> written(std::string_view text) {
    Written number;
    std::size_t at = 0;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) {
        number.negative = text[at++] == '-';
    }
    bool point = false;
    for (; at < text.size() && (text[at] == '.' || (text[at] >= '0' && text[at] <= '9')); ++at) {
        if (text[at] != '.') {
            number.digits += text[at];
            number.exponent -= point ? 1 : 0;
        } else if (point) {
            return std::nullopt;
        } else {
            point = true;
        }
    }
    if (number.digits.empty()) {
        return std::nullopt;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        const std::string power(text.substr(at + 1));
        char* end = nullptr;
        const long exponent = std::strtol(power.c_str(), &end, 10);
        if (power.empty() || *end != '\0' || std::isspace(static_cast<unsigned char>(power.front())) != 0 ||
            exponent > 1000 || exponent < -1000) {
            return std::nullopt;
        }
        number.exponent += exponent;
        at = text.size();
    }
    return at == text.size() ? std::optional(number) : std::nullopt;
}

}  // namespace

Number::Number(Decimal value) : m_units(static_cast<Wide>(value.units()) * 100'000'000'000) {}

Number Number::from_integer(std::int64_t whole) {
    Number number;
    number.m_units = static_cast<Wide>(whole) * one;
    return number;
}

std::optional<Number> Number::parse(std::string_view text, int zeros) {
    auto number = written(text);
    if (!number) {
        return std::nullopt;
    }
    const long last = number->exponent + zeros + places;  // power of ten of the last digit, in units
    bool up = false;
    if (last < 0) {
        const auto dropped = static_cast<std::size_t>(-last);
        const auto kept = number->digits.size() > dropped ? number->digits.size() - dropped : 0;
        up = number->digits.size() >= dropped && number->digits[kept] >= '5';
        number->digits.resize(kept);
    } else if (number->digits.find_first_not_of('0') != std::string::npos) {
        if (last > 40) {
            return std::nullopt;
        }
        number->digits.append(static_cast<std::size_t>(last), '0');
    }
    Unsigned units = 0;
    for (const char digit : number->digits) {
        if (units > (largest - 10) / 10) {
            return std::nullopt;
        }
        units = units * 10 + static_cast<unsigned>(digit - '0');
    }
    Number parsed;
    parsed.m_units = signed_of(units + (up ? 1 : 0), number->negative);
    return parsed;
}

Decimal Number::decimal() const {
    constexpr Wide step = 100'000'000'000;
    const Wide rounded = (m_units + (m_units < 0 ? -step / 2 : step / 2)) / step;
    const auto narrow = static_cast<std::int64_t>(rounded);
    if (narrow != rounded) {
        overflow();
    }
    return Decimal::from_units(narrow);
}

double Number::to_double() const {
    return static_cast<double>(m_units) / static_cast<double>(one);
}

Number Number::shifted(int zeros) const {
    std::int64_t power = 1;
    for (int at = std::abs(zeros); at > 0; --at) {
        power *= 10;
    }
    const auto by = from_integer(power);
    const auto unit = from_integer(1);
    return zeros < 0 ? *scaled(unit, by) : *scaled(by, unit);
}

Number Number::operator-() const {
    Number negated;
    negated.m_units = -m_units;
    return negated;
}

Number& Number::operator+=(Number other) {
    m_units = sum_of(m_units, other.m_units);
    return *this;
}

Number& Number::operator-=(Number other) {
    m_units = sum_of(m_units, -other.m_units);
    return *this;
}

std::optional<Number> Number::scaled(Number numerator, Number denominator) const {
    if (denominator.is_zero()) {
        return std::nullopt;
    }
    const auto product = product_of(size_of(m_units), size_of(numerator.m_units));
    const bool negative = (m_units < 0) != ((numerator.m_units < 0) != (denominator.m_units < 0));
    Number result;
    result.m_units = signed_of(quotient_of(product, size_of(denominator.m_units)), negative);
    return result;
}

Number operator*(Number a, Number b) {
    return *a.scaled(b, Number::from_integer(1));
}

std::optional<Number> ratio(Number a, Number b) {
    return a.scaled(Number::from_integer(1), b);
}

std::string to_string(Number value, int digits) {
    auto size = size_of(value.m_units);
    Unsigned step = 1;
    for (int at = digits; at < Number::places; ++at) {
        step *= 10;
    }
    size = (size + step / 2) / step;
    std::string text;
    for (int at = 0; size > 0 || at <= digits; ++at) {
        if (at == digits && digits > 0) {
            text.insert(text.begin(), '.');
        }
        text.insert(text.begin(), static_cast<char>('0' + static_cast<int>(size % 10)));
        size /= 10;
    }
    if (digits > 0) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') {
            text.pop_back();
        }
    }
    return value.m_units < 0 && text.find_first_not_of("0.") != std::string::npos ? "-" + text : text;
}

}  // namespace pledgebook
