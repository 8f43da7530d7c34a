// The aid of a row that may be a donor or a group, from the Country Summary where its donors stand there.
#pragma once

#include "tables/definition.hpp"

#include <string_view>

namespace pledgebook::tables {

// Of that column of the Country Summary ("military", "total"). The EU's institutions are taken from the
// entries, each by itself: the summary has some of them in one row together, or none of them.
Value group_aid(const At& at, std::string_view column);

// The same as a rule.
Rule group_aid(std::string_view column);

}  // namespace pledgebook::tables
