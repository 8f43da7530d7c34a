// What people wrote on cells: notes (the older comments) and threads.
#pragma once

#include "formats/container.hpp"
#include "formats/xlsx/references.hpp"
#include "formats/xlsx/relationships.hpp"

#include <string>
#include <utility>
#include <vector>

namespace pledgebook::formats::xlsx {

// Of the sheet with these relationships; one text per cell, by row and column. A thread's replies follow
// on new lines, and a thread replaces the note that Excel writes beside it for older programs.
std::vector<std::pair<CellName, std::string>> read_comments(const Container& container,
                                                            const Relationships& links,
                                                            const WorkbookLimits& limits);

}  // namespace pledgebook::formats::xlsx
