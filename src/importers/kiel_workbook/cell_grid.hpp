// A sheet without its blanks: each cell sorted by what it is (words, a number, a mark in a number's place),
// and the columns parted where nothing stands.
#pragma once

#include "formats/cell.hpp"

#include <cstdint>
#include <vector>

namespace pledgebook::importers::kiel_workbook_sheets {

enum class Sort {
    words,
    number,  // also a day, a truth value, an error
    mark,    // "." or words for a missing number
};

struct Spot {
    const formats::Cell* cell = nullptr;
    Sort sort = Sort::words;
};

struct Line {
    std::uint32_t row = 0;
    std::vector<Spot> spots;  // by ascending column, never empty

    // The spot in that column, or nothing.
    [[nodiscard]] const Spot* at(std::uint32_t column) const;
    // Those from the first to the last of these columns.
    [[nodiscard]] std::vector<Spot> between(std::uint32_t first, std::uint32_t last) const;
};

struct Columns {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

class CellGrid {
public:
    // The sheet must outlive the grid.
    explicit CellGrid(const formats::Sheet& sheet);

    [[nodiscard]] const formats::Sheet& sheet() const { return m_sheet; }
    [[nodiscard]] const std::vector<Line>& lines() const { return m_lines; }
    // The columns in which tables stand, parted where a column is empty and what follows begins with a
    // column of words, as a table's first does.
    [[nodiscard]] std::vector<Columns> column_groups() const;
    // The last column that a cell's merged range covers; its own where it is in none.
    [[nodiscard]] std::uint32_t merged_to(const formats::Cell& cell) const;

private:
    const formats::Sheet& m_sheet;
    std::vector<Line> m_lines;
};

// True where a cell holds nothing that can be seen.
bool is_blank(const formats::Cell& cell);

}  // namespace pledgebook::importers::kiel_workbook_sheets
