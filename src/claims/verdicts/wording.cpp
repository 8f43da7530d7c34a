#include "claims/verdicts/wording.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace pledgebook::claims {

namespace {

double factor_of(const Claim& claim) {
    const auto& unit = claim.unit;
    const auto ends = [&](std::string_view word) { return unit.ends_with(word); };
    return ends(" tn") ? 1e12 : ends(" bn") ? 1e9 : ends(" mn") ? 1e6 : ends(" thousand") ? 1e3 : 1;
}

std::string sign_of(std::string_view currency) {
    struct Sign {
        std::string_view code, sign;
    };
    static constexpr std::array<Sign, 4> signs{{{"EUR", "€"}, {"USD", "$"}, {"GBP", "£"}, {"JPY", "¥"}}};
    for (const auto& each : signs) {
        if (each.code == currency) {
            return std::string(each.sign);
        }
    }
    return std::string(currency) + " ";
}

std::string money(std::string_view currency, double value) {
    const auto size = std::fabs(value);
    const auto [factor, word] = size >= 1e9   ? std::pair(1e9, "bn")
                                : size >= 1e6 ? std::pair(1e6, "m")
                                              : std::pair(1.0, "");
    const int places = factor == 1.0 ? 0 : 1;
    return (value < 0 ? "-" : "") + sign_of(currency) + fmt::format("{:.{}f}{}", size / factor, places, word);
}

bool is_money(const Claim& claim) {
    return claim.unit.size() >= 3 && claim.unit[0] >= 'A' && claim.unit[0] <= 'Z';
}

}  // namespace

double in_unit(const Claim& claim, double value) {
    constexpr double places = 1e6;
    return std::round(value / factor_of(claim) * places) / places;
}

Held held_by(const Claim& claim, const Tried& tried, const Sums& sums) {
    return {in_unit(claim, tried.value), claim.unit, sums.releases()[tried.release].release.id,
            tried.question};
}

std::string shown(const Claim& claim, double value) {
    if (is_money(claim)) {
        return money(claim.unit.substr(0, 3), value);
    }
    if (claim.unit == "rank") {
        return fmt::format("rank {:.0f}", value);
    }
    if (claim.unit == "times") {
        return fmt::format("{:.2f} times", value);
    }
    return fmt::format("{:.{}f} percent", value, std::fabs(value) < 1 ? 2 : 1);
}

std::string shown_in_full(const Claim& claim, const Tried& tried) {
    if (!is_money(claim) || tried.rate.empty()) {
        return shown(claim, tried.value);
    }
    return money("EUR", tried.euros) + " (" + shown(claim, tried.value) + " at " + tried.rate + ")";
}

}  // namespace pledgebook::claims
