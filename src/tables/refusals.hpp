// Why a table cannot be made of a release that does not publish it.
#pragma once

#include "tables/sums.hpp"

#include <string>

namespace pledgebook::tables {

// Of a release that gives only sums by donor and month: items and finer types of aid are not told apart.
std::string needs_entries(const Sums& sums);
// What the table takes in stands in no other table: numbers of refugees, payments, keys.
std::string needs_its_sheet(const Sums& sums);

}  // namespace pledgebook::tables
