// The workbook of the Ukraine Support Tracker, given sheet by sheet.
#pragma once

#include "core/release.hpp"
#include "formats/cell.hpp"
#include "importers/importer.hpp"

#include <cstddef>
#include <functional>
#include <string>

namespace pledgebook::importers {

const Importer& kiel_workbook();

// Takes in the sheets 0 to count - 1, one at a time, so that no two of them are in memory together. Throws
// Error where none is the ledger.
Intake take_in_sheets(std::size_t count, const std::function<std::string(std::size_t)>& name,
                      const std::function<formats::Sheet(std::size_t)>& load, const Progress& progress);

}  // namespace pledgebook::importers
