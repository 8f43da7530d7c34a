// The published Country Summary: each cell of its table is a figure; its GDP columns are also macro figures.
#pragma once

#include "core/release.hpp"
#include "formats/cell.hpp"
#include "importers/column_words.hpp"

#include <optional>

namespace pledgebook::importers::kiel_workbook_sheets {

// Found by "Country" and "EU member"; where the sheet's name already says what it is, by "Country" alone.
std::optional<Header> summary_header(const formats::Sheet& sheet, bool named);

// Adds the figures (also of hidden columns and of the row of totals), the GDPs and the count of the cells.
// Two columns of one header are told apart by the row of units below it.
void read_country_summary(const formats::Sheet& sheet, const Header& header, Intake& intake);

}  // namespace pledgebook::importers::kiel_workbook_sheets
