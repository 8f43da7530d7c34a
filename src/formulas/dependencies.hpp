// Who reads whom: from a cell to the formulas that rest on it. A whole column is one entry, not a million.
#pragma once

#include "formulas/spreadsheet.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace pledgebook::formulas {

class Dependencies {
public:
    explicit Dependencies(const Spreadsheet& spreadsheet);

    // For each cell of the spreadsheet: is it one of these, or does it rest on one of them?
    [[nodiscard]] std::vector<bool> of(const Spreadsheet& spreadsheet,
                                       const std::vector<std::uint32_t>& cells) const;

private:
    using Readers = std::vector<std::uint32_t>;  // cells
    struct Range {
        Area area;
        Readers readers;
    };
    // Indices into m_ranges, by column; those wider than most in a list of their own.
    struct SheetRanges {
        std::vector<std::vector<std::uint32_t>> by_column;
        std::vector<std::uint32_t> wide;
    };

    void sort_ranges();

    std::vector<std::pair<Position, std::uint32_t>> m_single;  // a cell and one that reads it; sorted
    std::vector<Range> m_ranges;
    std::vector<SheetRanges> m_sheets;
    Readers m_wanderers;
};

}  // namespace pledgebook::formulas
