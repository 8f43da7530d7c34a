// The sheet of exchange rates: units of a currency per euro, one flat rate a release (release 7: rows 3-19).
#pragma once

#include "core/release.hpp"
#include "formats/cell.hpp"
#include "importers/column_words.hpp"

#include <optional>

namespace pledgebook::importers::kiel_workbook_sheets {

std::optional<Header> rates_header(const formats::Sheet& sheet);

// Adds the rates, the text under the table as a note, and the count of the cells.
void read_rates(const formats::Sheet& sheet, const Header& header, Intake& intake);

}  // namespace pledgebook::importers::kiel_workbook_sheets
