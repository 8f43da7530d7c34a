// What the sheets of known releases were called and how their headers read (data/importers/kiel_shapes.tsv),
// to say what moved since, and what a sheet that nobody knows is most like.
#pragma once

#include "core/release.hpp"
#include "formats/cell.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace pledgebook::importers::kiel_workbook_sheets {

struct SheetShape {
    std::string table;  // role of the sheet
    std::string sheet;
    std::uint32_t row = 0;              // of the header; 0 where the sheet has none, or where it is not known
    std::vector<std::string> headings;  // empty where they are too many to be compared, or not known
};

// Of a sheet whose header is in that row.
SheetShape shape_of(std::string table, const formats::Sheet& sheet, std::uint32_t header_row);

// Adds findings, each a note: sheets renamed, new and gone, headers moved, headings changed since the last
// release before this one whose shape is known. None where this release is the first known one.
void tell_what_moved(const std::vector<SheetShape>& shapes, Intake& intake);

// The table that a sheet's name and headings are most like; empty where they are like none.
std::string most_like(const SheetShape& shape);

}  // namespace pledgebook::importers::kiel_workbook_sheets
