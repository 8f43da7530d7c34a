// What the book says of a statement: one of the six verdicts, the number held, the reading that fits, and
// a sentence that says why.
#pragma once

#include "claims/slots/statement.hpp"
#include "claims/verdicts/sums.hpp"

#include <optional>

namespace pledgebook::claims {

// Fills verdict, held, readings and why. `day` is the article's.
void judge(Statement& statement, const Sums& sums, std::optional<Date> day);

}  // namespace pledgebook::claims
