// Days that texts and addresses speak of: what a date in a ledger is held against.
#pragma once

#include "core/date.hpp"

#include <compare>
#include <optional>
#include <string_view>
#include <vector>

namespace pledgebook::audit {

// "October 2", "2nd of October 2022", "October 2022", "2022/10/02", "/2022/10/": what is not said is 0.
struct SpokenDay {
    int year = 0;
    int month = 0;
    int day = 0;

    auto operator<=>(const SpokenDay&) const = default;
};

// In prose, by the names of the months (data/importers/months.tsv, in full or of three letters).
std::vector<SpokenDay> days_in_text(std::string_view text);

// In an address: 2022-10-02, /2022/10/02, 20221002, /2022/10/. Always with a year.
std::vector<SpokenDay> days_in_address(std::string_view address);

// True where the spoken day may be this one, give or take some days; a month without a day fits all of its
// days.
bool may_be(const SpokenDay& spoken, Date day, int give_or_take = 0);

// Day and month changed for each other; nothing where that is no day or the same one.
std::optional<Date> with_day_and_month_swapped(Date day);

}  // namespace pledgebook::audit
