// Rules that several tables share.
#pragma once

#include "core/kinds.hpp"
#include "tables/definition.hpp"

#include <initializer_list>
#include <string_view>
#include <vector>

namespace pledgebook::tables {

// The release's own number.
Rule given();
// Aid of the row's donors, of that kind.
Rule aid(Kind kind);
// Columns of the same row added up; nothing where none of them has a value.
Rule sum_of(std::vector<std::string_view> columns);
// The same, but nothing where one of them is missing: the rest would say something else.
Rule all_of(std::vector<std::string_view> columns);
// One column in percent of another, in the same row.
Rule percent_of(std::string_view part, std::string_view whole);
// Another table's column for the same row.
Rule same_row(std::string_view table, std::string_view column);
// Another table's column, added up over the donors of the row.
Rule by_donors(std::string_view table, std::string_view column);

Value added(Value a, Value b);
Value in_percent(Value part, Value whole);

}  // namespace pledgebook::tables
