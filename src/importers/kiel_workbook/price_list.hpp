// The price list of weapons and other goods: unit prices by item (release 7: sheet "Price List, Weapons &
// Items").
#pragma once

#include "core/release.hpp"
#include "formats/cell.hpp"
#include "importers/column_words.hpp"

#include <optional>

namespace pledgebook::importers::kiel_workbook_sheets {

std::optional<Header> price_header(const formats::Sheet& sheet);

// Adds a price for each line that names an item, figures of the table "prices" for the columns that make no
// price, findings, and the count of the cells.
void read_prices(const formats::Sheet& sheet, const Header& header, Intake& intake);

}  // namespace pledgebook::importers::kiel_workbook_sheets
