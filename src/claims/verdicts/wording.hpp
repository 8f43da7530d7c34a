// Numbers, readings and reasons as they are put to a reader, and the commands that show them.
#pragma once

#include "claims/verdicts/tried.hpp"

#include <string>

namespace pledgebook::claims {

// In the unit of the claim, or of the reading where that is in another currency: 135.048241 of "GBP bn".
Held held_by(const Statement& statement, const Tried& tried, const Sums& sums);
// As an item of a list: "Europe, including …, allocated from Jan 2022 to Aug 2025".
std::string words_of(const Statement& statement, const Tried& tried, const Sums& sums);
// As a sentence with its number, without its full stop: "€179.7bn (£159.0bn at the ECB rate of 14 Nov 2025)
// is what Europe, including …, allocated from Jan 2022 to Aug 2025".
std::string sentence_of(const Statement& statement, const Tried& tried, const Sums& sums);
// The same of the claim's own donors beside another reading: "the EU's members and institutions allocated
// €152.7bn (£135.0bn)", saying only what differs from `other`.
std::string beside(const Statement& statement, const Tried& own, const Tried& other, const Sums& sums);
// The command that shows the number: what follows the program's name.
std::string question_of(const Statement& statement, const Tried& tried, const Sums& sums);

}  // namespace pledgebook::claims
