// Any sheet with tables in it: each cell beneath a header becomes a figure, each text outside a note. Tables
// may stand side by side and one below the other.
#pragma once

#include "core/release.hpp"
#include "formats/cell.hpp"
#include "importers/kiel_workbook/known_shapes.hpp"

#include <string>

namespace pledgebook::importers::kiel_workbook_sheets {

// Adds the figures of the table named, the notes, and the count of the cells. A number that stands below no
// header is a figure too: its row is the text to its left, its column "column C". The shape returned has the
// row of the first header and the headings of all tables.
SheetShape read_figures(const formats::Sheet& sheet, const std::string& table, Intake& intake);

}  // namespace pledgebook::importers::kiel_workbook_sheets
