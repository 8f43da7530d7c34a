// Exact numbers with fifteen decimal places, for what tables hold beside money: shares, percentages, units,
// and amounts on their way between billions and full units. Never a floating-point number.
#pragma once

#include "core/decimal.hpp"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace pledgebook {

// A signed decimal with fifteen places in 128 bits, up to about 10^23; overflow throws Error.
class Number {
public:
    __extension__ using Wide = __int128;
    static constexpr int places = 15;

    constexpr Number() = default;
    explicit Number(Decimal value);
    static Number from_integer(std::int64_t whole);

    // Reads "-1234.5", "1.5E-3" times ten to the power of `zeros`, exactly, and rounds half away from zero.
    // Nothing where the text is not a plain number in full or does not fit.
    static std::optional<Number> parse(std::string_view text, int zeros = 0);

    [[nodiscard]] Decimal decimal() const;  // rounded half away from zero to four places
    [[nodiscard]] double to_double() const;
    [[nodiscard]] constexpr bool is_zero() const { return m_units == 0; }
    [[nodiscard]] Number magnitude() const { return m_units < 0 ? -*this : *this; }
    // This times ten to the power of `zeros` (which may be below 0).
    [[nodiscard]] Number shifted(int zeros) const;

    auto operator<=>(const Number&) const = default;

    Number operator-() const;
    Number& operator+=(Number other);
    Number& operator-=(Number other);
    friend Number operator+(Number a, Number b) { return a += b; }
    friend Number operator-(Number a, Number b) { return a -= b; }
    // This times numerator / denominator, rounded once, half away from zero; nothing over 0.
    [[nodiscard]] std::optional<Number> scaled(Number numerator, Number denominator) const;

    // "0.053347630855841": rounded to `digits` places (0 to 15), no trailing zeros.
    friend std::string to_string(Number value, int digits);

private:
    Wide m_units = 0;  // 10^-15
};

std::string to_string(Number value, int digits = Number::places);

Number operator*(Number a, Number b);
// Nothing over 0.
std::optional<Number> ratio(Number a, Number b);

}  // namespace pledgebook
