// How much two names are alike, as one who mistypes sees it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pledgebook::audit {

// Lower case, blanks (also no-break ones) around and doubled ones dropped.
std::string without_stray_blanks(std::string_view name);

// Letters to add, drop, change or swap with their neighbour to make one of the other; beyond `most` it is
// most + 1.
std::size_t edits_between(std::string_view left, std::string_view right, std::size_t most);

// One slip of the pen apart (two in long names), with the same digits, and not merely a plural.
bool is_misspelt(std::string_view name, std::string_view right);

}  // namespace pledgebook::audit
