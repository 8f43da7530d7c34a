// Units of goods behind a question that asks for an item.
#pragma once

#include "core/answer.hpp"
#include "questions/scope.hpp"

namespace pledgebook::questions {

// Fills in `units` and `units_delivered`, and says in the notes how many entries gave no number.
void count_goods(const Resolved& resolved, Answer& answer);

}  // namespace pledgebook::questions
