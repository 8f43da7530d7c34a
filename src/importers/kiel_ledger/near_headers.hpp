// Headers of ledger sheets that nobody knows: which known one they are like, and which they surely are but
// for a slip of the pen.
#pragma once

#include "formats/cell.hpp"
#include "importers/column_words.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace pledgebook::importers::kiel_ledger {

// The known header (of any sort: read, kept, set aside) that the text is most like; nothing where none is.
std::optional<std::string> like_known_header(std::string_view text);

// Gives fields without a column the one whose header is theirs but for one or two letters ("Anouncement
// Date"). What was taken so stands in `header.guessed`.
void take_near_columns(const formats::Sheet& sheet, Header& header);

}  // namespace pledgebook::importers::kiel_ledger
