// The units that published tables say in a row of their own, in a header or in a title
// (data/importers/kiel_units.tsv).
#pragma once

#include <string>
#include <string_view>

namespace pledgebook::importers::kiel_workbook_sheets {

// The unit that a header or a title speaks of: "€ billion" for "Total aid in billion euros"; empty where it
// speaks of none.
std::string unit_in(std::string_view words);

// True where a cell of a header says a unit and nothing else.
bool is_unit(std::string_view text);

}  // namespace pledgebook::importers::kiel_workbook_sheets
