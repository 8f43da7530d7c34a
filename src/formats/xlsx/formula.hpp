// Shared formulas written out for each cell that shares them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pledgebook::formats::xlsx {

// The formula as it reads when it is copied by so many rows and columns: relative references move, those
// with $ stay; strings, names, functions and sheet names are untouched. A reference that leaves the sheet
// becomes #REF!, as when copying in Excel.
std::string shift_formula(std::string_view formula, std::int64_t rows, std::int64_t columns);

}  // namespace pledgebook::formats::xlsx
