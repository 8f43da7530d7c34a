#include "core/money.hpp"

#include <cctype>

namespace pledgebook {

namespace {

constexpr std::int64_t rate_one = 100'000'000;
constexpr std::size_t rate_places = 8;

bool all_digits(std::string_view text) {
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return false;
        }
    }
    return true;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0) {
        text.remove_prefix(1);
    }
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) {
        text.remove_suffix(1);
    }
    return text;
}

}  // namespace

std::optional<Currency> Currency::parse(std::string_view code) {
    code = trimmed(code);
    if (code.size() != 3) {
        return std::nullopt;
    }
    Currency currency;
    for (std::size_t at = 0; at < 3; ++at) {
        const auto c = static_cast<unsigned char>(code[at]);
        if (c > 127 || std::isalpha(c) == 0) {
            return std::nullopt;
        }
        currency.m_code.at(at) = static_cast<char>(std::toupper(c));
    }
    return currency;
}

std::optional<Rate> Rate::parse(std::string_view text) {
    text = trimmed(text);
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    const auto fraction = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    if (whole.size() > 10 || !all_digits(whole) || !all_digits(fraction) ||
        (whole.empty() && fraction.empty())) {
        return std::nullopt;
    }
    std::int64_t units = 0;
    for (const char c : whole) {
        units = units * 10 + (c - '0');
    }
    for (std::size_t at = 0; at < rate_places; ++at) {
        units = units * 10 + (at < fraction.size() ? fraction[at] - '0' : 0);
    }
    if (fraction.size() > rate_places && fraction[rate_places] >= '5') {
        ++units;
    }
    return from_units(units);
}

std::optional<Rate> Rate::from_units(std::int64_t units) {
    if (units <= 0) {
        return std::nullopt;
    }
    Rate rate;
    rate.m_units = units;
    return rate;
}

Rate Rate::one() {
    return Rate{};
}

Decimal Rate::from_euros(Euros amount) const {
    return amount.value().scaled(m_units, rate_one);
}

Euros Rate::to_euros(Decimal amount) const {
    return Euros(amount.scaled(rate_one, m_units));
}

std::string to_string(Rate rate) {
    std::string text = std::to_string(rate.units() / rate_one);
    std::string fraction = std::to_string(rate_one + rate.units() % rate_one).substr(1);
    while (!fraction.empty() && fraction.back() == '0') {
        fraction.pop_back();
    }
    return fraction.empty() ? text : text + "." + fraction;
}

}  // namespace pledgebook
