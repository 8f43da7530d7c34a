// Rows as a workbook for Excel: typed cells, the same bytes each time.
#pragma once

#include "core/rows.hpp"

#include <filesystem>
#include <string>

namespace pledgebook::commands {

// Throws Error where the file cannot be written or the rows are more than a sheet holds.
void write_workbook(const Rows& rows, const std::string& sheet, const std::filesystem::path& file);

}  // namespace pledgebook::commands
