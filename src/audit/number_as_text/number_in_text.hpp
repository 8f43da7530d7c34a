// The number that a text says to a reader, though not to a spreadsheet.
#pragma once

#include "core/decimal.hpp"

#include <optional>
#include <string_view>

namespace pledgebook::audit {

// Blanks and line ends around and between digits, marks between thousands, one decimal mark: " 3193503.68
// \n", "1.000.00" (a thousand), "12 500". Nothing where it may be anything else (a date, a range, an
// address).
std::optional<Decimal> number_in_text(std::string_view text);

}  // namespace pledgebook::audit
