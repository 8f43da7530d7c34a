// Sorts of heavy weapons as the tables name them, by the sub-types of the price list
// (data/tables/weapons.tsv).
#pragma once

#include "tables/definition.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::tables {

// The sort that a table's words mean: "Howitzer(155mm)" -> "howitzers". Nothing where they mean none.
std::optional<std::string> weapons_named(std::string_view words);

// Units of that sort, promised or delivered, of these donors.
Number units_of_weapons(const Sums& sums, const Donors& donors, std::string_view weapons, bool delivered);

// The sorts that it is made of; empty where it is one by itself.
std::vector<std::string> weapon_parts(std::string_view weapons);

// The headers under which the sheet of stocks counts that sort.
std::vector<std::string> stock_headers(std::string_view weapons);

}  // namespace pledgebook::tables
