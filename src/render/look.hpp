// How something is shown: the format, and for a terminal its width and whether it takes colours.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pledgebook::render {

enum class Format { text, json, csv, md };

std::optional<Format> parse_format(std::string_view word);

struct Look {
    int width = 80;            // columns; what cannot be narrower may go beyond
    bool colours = false;      // only where the caller knows a terminal that wants them
    bool spelled_out = false;  // the donors of a group by code and name
};

// Marks in a text for a terminal; without colours the text is left as it is.
std::string strong(const std::string& text, const Look& look);
std::string faint(const std::string& text, const Look& look);
std::string green(const std::string& text, const Look& look);
std::string yellow(const std::string& text, const Look& look);
std::string red(const std::string& text, const Look& look);

}  // namespace pledgebook::render
