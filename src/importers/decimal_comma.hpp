// Numbers with a decimal comma, as spreadsheets in much of Europe save them.
#pragma once

#include "formats/cell.hpp"

#include <cstdint>

namespace pledgebook::importers {

// Where the numbers of that column have a comma before their fraction and never a point ("23456872,86"),
// writes such numbers in the whole sheet with a point. Returns whether it did.
bool write_points(formats::Sheet& sheet, std::uint32_t column);

}  // namespace pledgebook::importers
