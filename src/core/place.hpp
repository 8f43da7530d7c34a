// Where in a source something was read: sheet (or the CSV file of a folder), row, column; both from 1.
#pragma once

#include <cstdint>
#include <string>

namespace pledgebook {

struct Place {
    std::string sheet;         // sheet of a workbook or file of a folder; empty for a lone CSV file
    std::uint32_t row = 0;     // as a spreadsheet counts, from 1; 0 is the whole sheet
    std::uint32_t column = 0;  // from 1; 0 is the whole row

    bool operator==(const Place&) const = default;
};

// 1 -> "A", 27 -> "AA"; 0 -> "".
std::string column_letters(std::uint32_t column);

// "'Country Summary'!P47", "'Country Summary' row 47", "P47"
std::string to_string(const Place& place);

}  // namespace pledgebook
