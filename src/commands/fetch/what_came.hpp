// What a download turned out to be, told by its content: servers send their error pages, login pages and
// apologies under any name and any status.
#pragma once

#include <string>
#include <string_view>

namespace pledgebook::commands {

// Throws Error where the bytes are no workbook, or not the whole of one, naming what came instead.
void check_workbook(std::string_view bytes, const std::string& address);

// The same for a table of comma-separated values.
void check_table(std::string_view bytes, const std::string& address);

// What to do where a download does not come about, added to what its error says.
inline constexpr std::string_view by_hand =
    "or download it with a browser and take it in: pledgebook import FILE";

}  // namespace pledgebook::commands
