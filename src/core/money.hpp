// Money: a decimal and its currency. Euros can be added; an Amount in any other currency cannot (it has
// no arithmetic at all, so that sums across currencies do not compile): it is converted by a Rate first.
#pragma once

#include "core/decimal.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pledgebook {

// An ISO 4217 code of three capital letters.
class Currency {
public:
    constexpr Currency() = default;                               // EUR
    static std::optional<Currency> parse(std::string_view code);  // any case; blanks around are no part
    static constexpr Currency eur() { return Currency{}; }

    [[nodiscard]] std::string_view code() const { return {m_code.data(), m_code.size()}; }
    auto operator<=>(const Currency&) const = default;

private:
    std::array<char, 3> m_code{'E', 'U', 'R'};
};

// Euros, the currency in which the ledger is summed.
class Euros {
public:
    constexpr Euros() = default;
    constexpr explicit Euros(Decimal value) : m_value(value) {}

    [[nodiscard]] constexpr Decimal value() const { return m_value; }
    auto operator<=>(const Euros&) const = default;

    Euros& operator+=(Euros other) {
        m_value += other.m_value;
        return *this;
    }
    Euros& operator-=(Euros other) {
        m_value -= other.m_value;
        return *this;
    }
    friend Euros operator+(Euros a, Euros b) { return a += b; }
    friend Euros operator-(Euros a, Euros b) { return a -= b; }

private:
    Decimal m_value;
};

// A sum in any currency, as given or as answered.
struct Amount {
    Decimal value;
    Currency currency;

    bool operator==(const Amount&) const = default;
};

// Units of a currency per one euro, with eight decimal places; always above zero.
class Rate {
public:
    static std::optional<Rate> parse(std::string_view text);    // "0.88460"
    static std::optional<Rate> from_units(std::int64_t units);  // hundred-millionths
    static Rate one();

    [[nodiscard]] std::int64_t units() const { return m_units; }
    [[nodiscard]] Decimal from_euros(Euros amount) const;
    [[nodiscard]] Euros to_euros(Decimal amount) const;
    auto operator<=>(const Rate&) const = default;

private:
    std::int64_t m_units = 100'000'000;
};

std::string to_string(Rate rate);  // "0.8846": no trailing zeros

}  // namespace pledgebook
