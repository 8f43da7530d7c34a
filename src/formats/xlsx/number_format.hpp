// Which number formats show a day, and which day a number then is.
#pragma once

#include "core/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pledgebook::formats::xlsx {

// True where a format shows a day, month or year ("d/m/yy", "[$-409]mmm yyyy"); false for mere times
// ("h:mm", "[h]:mm:ss"), for numbers, and for letters that are quoted, escaped or colours.
bool shows_date(std::string_view format);

// The same for the formats that are known by number alone (ECMA-376 part 1, 18.8.30).
bool builtin_shows_date(std::uint32_t id);

// The day of a serial number, counted from 1900 (with Lotus' 29 February 1900, which never was) or 1904.
// Nothing for that day, for a mere time, and for what Excel shows as ####.
std::optional<Date> date_of_serial(std::string_view number, bool from_1904);

// "2022-10-03" or "2022-10-03T12:30:00Z" as a serial number; nothing where it is neither.
std::optional<std::string> serial_of_iso(std::string_view iso, bool from_1904);

}  // namespace pledgebook::formats::xlsx
