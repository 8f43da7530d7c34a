// Rows of the rankings where a release does not publish them.
#pragma once

#include "tables/definition.hpp"

#include <vector>

namespace pledgebook::tables {

// The donors that have amounts, without the EU's institutions, by name.
std::vector<RowName> countries(const Sums& sums);
// The same, the institutions as one row, and a row of totals.
std::vector<RowName> countries_institutions_total(const Sums& sums);
// The countries and a row of totals.
std::vector<RowName> countries_total(const Sums& sums);

}  // namespace pledgebook::tables
