// CSV files that were cut off on their way here.
#pragma once

#include "formats/cell.hpp"

namespace pledgebook::importers {

// Throws Error where the last line of a CSV file is neither whole nor closed: it has fewer fields than the
// longest line, and no line end. What was cut off behind it nobody can know, so nothing of it is taken in.
void refuse_torn(const formats::Sheet& sheet);

}  // namespace pledgebook::importers
