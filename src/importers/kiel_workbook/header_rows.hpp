// Where the tables of a sheet begin: rows of texts above rows with numbers.
#pragma once

#include "importers/kiel_workbook/cell_grid.hpp"

#include <cstddef>
#include <vector>

namespace pledgebook::importers::kiel_workbook_sheets {

// Indices into the grid's lines: the header rows of one table, and the end of the rows beneath it (the next
// table's top, or the number of lines).
struct HeaderRows {
    std::size_t top = 0;
    std::size_t bottom = 0;
    std::size_t end = 0;
};

std::vector<HeaderRows> find_header_rows(const CellGrid& grid, Columns columns);

}  // namespace pledgebook::importers::kiel_workbook_sheets
