// Accounts for each cell of a source: used, or set aside for a reason. Each cell is judged once, so that
// cells in = cells used + cells set aside.
#pragma once

#include "core/release.hpp"
#include "formats/cell.hpp"

#include <functional>
#include <string>

namespace pledgebook::importers {

// Why a cell is set aside; empty where it is used.
using Judgement = std::function<std::string(const formats::Row& row, const formats::Cell& cell)>;

// Counts the cells of a sheet that hold a value.
void tally(CellCount& count, const formats::Sheet& sheet, const Judgement& judge);

// Counts them all as set aside for one reason.
void set_aside(CellCount& count, const formats::Sheet& sheet, const std::string& reason);

}  // namespace pledgebook::importers
