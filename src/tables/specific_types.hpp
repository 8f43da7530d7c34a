// The source's finer types of aid ("Weapons and equipment", "Loan") by what a table makes of them; the words
// lie in data/tables/specific_types.tsv.
#pragma once

#include "tables/definition.hpp"

#include <string_view>

namespace pledgebook::tables {

// Aid of the row's donors whose finer type is among those of `what`, of any kind of aid, as the release's own
// sheets count it.
Rule aid_of_type(std::string_view what);

}  // namespace pledgebook::tables
