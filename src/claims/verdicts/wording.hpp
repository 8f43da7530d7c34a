// Numbers and reasons as they are put to a reader.
#pragma once

#include "claims/verdicts/tried.hpp"

#include <string>

namespace pledgebook::claims {

// In the unit of the claim: 135.048241 of "GBP bn".
double in_unit(const Claim& claim, double value);
Held held_by(const Claim& claim, const Tried& tried, const Sums& sums);
// "£156.0bn", "57.3 percent", "rank 2".
std::string shown(const Claim& claim, double value);
// The number with its euros and its rate: "€179.7bn (£159.0bn at the ECB rate of 14 Nov 2025)".
std::string shown_in_full(const Claim& claim, const Tried& tried);

}  // namespace pledgebook::claims
