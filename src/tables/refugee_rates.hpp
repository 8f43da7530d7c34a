// What a refugee costs a month and for how many months, as the headers of a release's own sheets say.
#pragma once

#include "tables/definition.hpp"

#include <string_view>

namespace pledgebook::tables {

// Costs of the row's refugees at the rate a month that the header of `column` names ("€250 per refugee and
// month"), over the months that the sheet of the calculation names ("for 6 Months").
Rule refugee_costs_at(std::string_view persons);

}  // namespace pledgebook::tables
