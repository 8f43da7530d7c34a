// What the book says of a statement: one of the six verdicts, the number held, the reading that fits, and
// a sentence that says why.
#pragma once

#include "claims/slots/statement.hpp"
#include "claims/verdicts/sums.hpp"

#include <optional>
#include <vector>

namespace pledgebook::claims {

// Fills verdict, held, readings and why. `day` is the article's.
void judge(Statement& statement, const Sums& sums, std::optional<Date> day);

// All of an article; what is said twice in the same words and sense is judged once.
void judge_all(std::vector<Statement>& statements, const Sums& sums, std::optional<Date> day);

}  // namespace pledgebook::claims
