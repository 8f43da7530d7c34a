// What the columns of a table are called, put together from its header rows, and what they are counted in.
#pragma once

#include "importers/kiel_workbook/header_rows.hpp"

#include <map>
#include <string>

namespace pledgebook::importers::kiel_workbook_sheets {

struct Heading {
    std::string name;  // words of all header rows from above: "January: Financial"
    std::string unit;  // of the row of units, else in the name's words; empty where neither says it
};

struct Headings {
    std::uint32_t row = 0;  // of the header proper, among the header rows the one with most cells
    std::map<std::uint32_t, Heading> by_column;
};

// Where names and units are alike the later ones are numbered: "Total (2)". Headings that end in ">" or that
// stand, without a column of their own, before a heading that is there already begin a section, whose columns
// have its words before their own.
Headings read_headings(const CellGrid& grid, Columns columns, const HeaderRows& rows);

// A text with each run of blanks and line ends as one blank.
std::string on_one_line(std::string_view text);

}  // namespace pledgebook::importers::kiel_workbook_sheets
