// Comma-separated files as people really save them: RFC 4180, and UTF-8 or UTF-16 with or without a byte
// order mark, CRLF, `;` or tab, quotes, ragged rows.
#pragma once

#include "formats/cell.hpp"

#include <string_view>

namespace pledgebook::formats {

// The whole file as one sheet without a name; every cell is text, as written (no number is guessed).
// Row numbers count records, so they agree with what a spreadsheet shows. Throws Error: not text, a quote
// that never closes (with its row), bytes that are no UTF-8 (with their place).
Sheet read_csv(std::string_view bytes);

}  // namespace pledgebook::formats
