// The sheets of a stored source, read again for the audit.
#pragma once

#include "formats/cell.hpp"
#include "store/book.hpp"

#include <vector>

namespace pledgebook::commands {

// Of a workbook its sheets in their order, of a CSV source its files; nothing of any other. On several
// threads (0 leaves their number to the machine). Throws Error where a workbook or a file cannot be read.
std::vector<formats::Sheet> sheets_of(const store::SourceBytes& source, unsigned threads = 0);

}  // namespace pledgebook::commands
