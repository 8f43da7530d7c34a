// What the rows of a table are called: by their first column of words, and by further ones where that does
// not tell them apart ("Tanks: Delivered to Ukraine").
#pragma once

#include "importers/kiel_workbook/cell_grid.hpp"
#include "importers/kiel_workbook/header_rows.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace pledgebook::importers::kiel_workbook_sheets {

struct RowKey {
    std::string code;  // of the donor or group where the row is one, else the row's words
    std::string words;
};

struct RowKeys {
    std::vector<std::uint32_t> columns;      // that hold the words, ascending
    std::map<std::uint32_t, RowKey> by_row;  // row of the sheet -> what it is called; rows of data only
};

// Of the rows beneath the header that hold more than their own words. A row without words takes those above
// where it has others to tell it by; else it is called by its number.
RowKeys read_row_keys(const CellGrid& grid, Columns columns, const HeaderRows& rows);

// The code of the donor or group of that name, or the name itself.
std::string code_or_words(const std::string& words);

}  // namespace pledgebook::importers::kiel_workbook_sheets
