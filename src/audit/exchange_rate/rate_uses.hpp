// Where formulas use the release's exchange rates: which one, and whether they multiply or divide by it.
#pragma once

#include "audit/reckoning.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace pledgebook::audit {

struct RateUse {
    formulas::Position at;
    std::uint32_t sign = 0;  // the token of * or /
    bool divides = false;
    std::string currency;         // empty where each row looks up its own
    std::uint32_t reference = 0;  // the token that points at the rate, where that is one cell
    bool direct = false;          // it is one cell
    formulas::Area source;        // what is converted, where that is one cell; else rows() is 1 and row 0
};

// In the order of their cells; a formula that uses several rates is there several times.
std::vector<RateUse> rate_uses(Reckoning& reckoning);

// The formula with * for / at that sign, or the other way round.
std::string turned_round(Reckoning& reckoning, const RateUse& use);

}  // namespace pledgebook::audit
