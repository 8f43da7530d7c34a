// Exact numbers with four decimal places, the base of all money. Never a floating-point number.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pledgebook {

// A signed decimal with four places in 64 bits (as DECIMAL(18,4)); overflow throws Error.
class Decimal {
public:
    constexpr Decimal() = default;

    // `units` are ten-thousandths: from_units(10000) is 1.
    static constexpr Decimal from_units(std::int64_t units) {
        Decimal value;
        value.m_units = units;
        return value;
    }
    static Decimal from_integer(std::int64_t whole);

    // Reads "-1234.5", "1.5E-3" exactly and rounds half away from zero to four places.
    // Nothing where the text is not a plain number in full or does not fit.
    static std::optional<Decimal> parse(std::string_view text);

    [[nodiscard]] constexpr std::int64_t units() const { return m_units; }
    [[nodiscard]] double to_double() const { return static_cast<double>(m_units) / 10000.0; }

    auto operator<=>(const Decimal&) const = default;

    Decimal operator-() const;
    Decimal& operator+=(Decimal other);
    Decimal& operator-=(Decimal other);
    friend Decimal operator+(Decimal a, Decimal b) { return a += b; }
    friend Decimal operator-(Decimal a, Decimal b) { return a -= b; }

    // This times numerator / denominator, rounded half away from zero. The denominator must not be 0.
    [[nodiscard]] Decimal scaled(std::int64_t numerator, std::int64_t denominator) const;

private:
    std::int64_t m_units = 0;
};

// "52310711034.692": no trailing zeros, no thousands marks.
std::string to_string(Decimal value);

// Rounded half away from zero to `places` (0 to 4) and always that many shown, with `,` between
// thousands: "52,310,711,034.69".
std::string grouped(Decimal value, int places);

}  // namespace pledgebook
