// What the readers of this room hand on: cells that know their place. A cell knows no donors.
#pragma once

#include "core/date.hpp"
#include "core/place.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::formats {

enum class CellType {
    empty,    // formatted or commented, but without a value; never counted as read
    number,   // `text` is the number as written in the file
    text,     // `text` is the string (shared, inline, rich text joined, or a formula's string)
    boolean,  // `text` is "TRUE" or "FALSE"
    error,    // `text` is "#N/A", "#NAME?" …
};

struct Cell {
    std::uint32_t row = 0;     // from 1
    std::uint32_t column = 0;  // from 1
    CellType type = CellType::empty;
    std::string text;
    std::string formula;  // without the equals sign; shared and array formulas written out for this cell
    std::string link;     // address of a hyperlink on the cell
    std::string comment;
    bool is_date = false;      // a number whose format is a date
    std::optional<Date> date;  // the day of such a number, where it is one (1900 and 1904 counting)

    [[nodiscard]] bool has_value() const { return type != CellType::empty; }
};

struct Row {
    std::uint32_t number = 0;  // from 1
    bool hidden = false;
    std::vector<Cell> cells;   // by ascending column; columns without anything are left out
    std::uint32_t fields = 0;  // of a CSV record: how many it has, the empty ones too
};

struct Range {
    std::uint32_t first_row = 0, first_column = 0, last_row = 0, last_column = 0;  // all from 1, inclusive
};

struct Sheet {
    std::string name;       // empty for a CSV file
    std::vector<Row> rows;  // by ascending number; empty rows may be left out
    std::vector<Range> merged;
    std::vector<std::uint32_t> hidden_columns;  // from 1, ascending
    bool from_1904 = false;                     // how the workbook counts its days
    bool open_end = false;  // of a CSV file: nothing closes its last line, as where a file was cut off

    // The cell there, or nothing.
    [[nodiscard]] const Cell* at(std::uint32_t row, std::uint32_t column) const;
    [[nodiscard]] const Row* row(std::uint32_t number) const;
    // The day that a number would be if its cell showed a day; nothing where it would be none.
    [[nodiscard]] std::optional<Date> day_of(std::string_view number) const;
};

}  // namespace pledgebook::formats
