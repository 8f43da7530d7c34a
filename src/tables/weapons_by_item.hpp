// Units of each item by donor: what the two sheets of weapons share.
#pragma once

#include "tables/definition.hpp"

#include <string_view>

namespace pledgebook::tables {

Definition weapons_by_item(std::string_view name, std::string_view what, bool delivered);

}  // namespace pledgebook::tables
