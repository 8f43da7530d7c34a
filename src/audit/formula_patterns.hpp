// Formulas that repeat down a column or along a row, and the cells among them that do otherwise and come to
// something else.
#pragma once

#include "audit/reckoning.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace pledgebook::audit {

struct Deviation {
    enum class Sort { other_formula, typed_number, typed_text, blank };

    formulas::Position at;
    Sort sort = Sort::other_formula;
    bool down = true;           // the pattern runs down a column; else along a row
    std::uint32_t pattern = 0;  // the form that its neighbours have
    std::uint32_t members = 0;  // how many of them
    std::uint32_t first = 0;    // row (or column) of the first of them
    std::uint32_t last = 0;
    formulas::Value is;
    formulas::Value would_be;
    // The whole row was emptied: other cells of it, each with the form that its column has.
    std::vector<std::pair<formulas::Position, std::uint32_t>> emptied_with_it;
};

// Sheet by sheet, down the columns and then along the rows. A cell is named once. Searched for once.
const std::vector<Deviation>& deviations(Reckoning& reckoning);

// Deviations that are one slip: the same other formula wherever it stands in its column, and neighbours of
// one sort.
std::vector<std::vector<Deviation>> grouped(std::vector<Deviation> all, Reckoning& reckoning);

// The changes that put the pattern's formula into each of them, and into what was emptied with them.
std::vector<formulas::Change> mended(const std::vector<Deviation>& group, Reckoning& reckoning);

}  // namespace pledgebook::audit
