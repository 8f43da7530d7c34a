// Numbers as a spreadsheet shows them ("35,000,000"), which is how it saves them in a CSV file.
#pragma once

#include "formats/cell.hpp"
#include "importers/column_words.hpp"

#include <span>
#include <string_view>

namespace pledgebook::importers {

// Where numbers of these columns have marks between their thousands that can be nothing else ("35,000,000",
// "1.234.567,8"), takes the marks out of the numbers in these columns, and returns the mark. 0 where they
// have none, or where a comma may be one of a fraction.
char take_out_marks(formats::Sheet& sheet, const Header& header, std::span<const std::string_view> fields);

}  // namespace pledgebook::importers
