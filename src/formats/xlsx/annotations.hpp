// Puts links and comments onto the cells of a sheet that has been read; cells that hold nothing else come
// into being as empty ones.
#pragma once

#include "formats/cell.hpp"
#include "formats/xlsx/references.hpp"
#include "formats/xlsx/relationships.hpp"
#include "formats/xlsx/sheet_reader.hpp"

#include <string>
#include <utility>
#include <vector>

namespace pledgebook::formats::xlsx {

// A link on a range is on its first cell and on every cell of it that holds a value; of several links on
// one cell the last stands (real workbooks have such, and that one mostly agrees with the cell's text).
// Throws Error where a link has no target in `targets`.
void attach(Sheet& sheet, const std::vector<SheetLink>& links, const Relationships& targets);
void attach(Sheet& sheet, const std::vector<std::pair<CellName, std::string>>& comments);

}  // namespace pledgebook::formats::xlsx
