// Reads one date as people write it: 4/6/2022, 29/06/2022, 03/22, 2022-03-01 00:00:00, October 3, 2022,
// 3 October 2022, March 2022.
#pragma once

#include "core/date.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace pledgebook::importers {

struct WrittenDate {
    int year = 0;  // 0 where the text has none ("January 24")
    int month = 0;
    int day = 0;             // 0 where the text names a month only
    bool both_ways = false;  // could be read as day/month as well as month/day, with another result
    std::size_t length = 0;  // of the text that was read

    // The first and last day it can mean; nothing where the year is missing or there is no such day.
    [[nodiscard]] std::optional<Date> first() const;
    [[nodiscard]] std::optional<Date> last() const;
};

// The date at the beginning of the text. Numbers are read in the American order (month/day/year), as the
// tracker writes, unless only the other order gives a day or they are parted by dots. Nothing where there is
// no date.
std::optional<WrittenDate> read_written_date(std::string_view text);

// The number of a month from its English name ("october", "Oct"), or 0.
int month_named(std::string_view name);

}  // namespace pledgebook::importers
