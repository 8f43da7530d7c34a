// The published Country Summary: its figures as of any table, and its GDP columns also as macro figures.
#pragma once

#include "core/release.hpp"
#include "formats/cell.hpp"
#include "importers/column_words.hpp"

#include <cstddef>
#include <optional>

namespace pledgebook::importers::kiel_workbook_sheets {

// Found by "Country" and "EU member", for a sheet whose name does not say what it is.
std::optional<Header> summary_header(const formats::Sheet& sheet);

// Adds the GDPs of donors among the figures from `first` on. Their year is the header's ("GDP (2021)"), else
// that of the GDP beside it; one that is there already (a second sheet, in dollars) is not added.
void read_gdps(std::size_t first, Intake& intake);

}  // namespace pledgebook::importers::kiel_workbook_sheets
