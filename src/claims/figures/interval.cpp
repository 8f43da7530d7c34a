#include "claims/figures/figure.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pledgebook::claims {

namespace {

constexpr double a_little_over = 0.04;
constexpr double a_little_under = 0.06;
constexpr double roughly = 0.04;
constexpr double rounding = 1e-9;  // so that the end itself is inside

}  // namespace

double Interval::beyond(double value) const {
    if (holds(value)) {
        return 0;
    }
    const auto end = value < low ? low : high;
    return end == 0 ? std::numeric_limits<double>::infinity() : std::fabs(value - end) / std::fabs(end);
}

Interval interval_of(double low, double high, double half_unit, Approximation approximation) {
    const auto slack = rounding * std::max(std::fabs(low), std::fabs(high));
    switch (approximation) {
        case Approximation::exact:
            return {low - half_unit - slack, high + half_unit + slack};
        case Approximation::about:
            return {low - std::max(half_unit, low * roughly) - slack,
                    high + std::max(half_unit, high * roughly) + slack};
        case Approximation::just_over:
            return {low - slack, high + std::max(2 * half_unit, high * a_little_over) + slack};
        case Approximation::just_under:
            return {low - std::max(half_unit, low * a_little_under) - slack, high + slack};
        case Approximation::at_least:
            return {low - slack, std::numeric_limits<double>::infinity()};
        case Approximation::at_most:
            return {0, high + slack};
    }
    return {low, high};
}

Interval Figure::interval() const {
    return interval_of(value * scale, value_to.value_or(value) * scale, half_unit * scale, approximation);
}

Interval Figure::cut() const {
    if (value_to || approximation != Approximation::exact) {
        return {};
    }
    return {value * scale, (value + 2 * half_unit) * scale * (1 - rounding)};
}

Interval Figure::rounded() const {
    constexpr double ten = 10;
    constexpr double coarsest = 0.05;  // of the number: 20 may stand for 19 to 21
    const bool ends_in_zero = value >= 2 * ten && std::fmod(value, ten) == 0;
    if (value_to || !ends_in_zero) {
        return {};
    }
    const auto half = std::max(half_unit, std::min(ten / 2, value * coarsest));
    return {(value - half) * scale, (value + half) * scale};
}

std::string Figure::unit() const {
    switch (sort) {
        case Sort::percent:
            return "percent";
        case Sort::ratio:
            return "times";
        case Sort::bare:
            return "units";
        case Sort::amount:
            break;
    }
    constexpr double thousand = 1e3;
    constexpr double million = 1e6;
    constexpr double billion = 1e9;
    constexpr double trillion = 1e12;
    const auto* word = scale == thousand   ? " thousand"
                       : scale == million  ? " mn"
                       : scale == billion  ? " bn"
                       : scale == trillion ? " tn"
                                           : "";
    return currency + word;
}

}  // namespace pledgebook::claims
