// What a ledger writes where a date belongs: "until 4/6/2022", "unclear, 04/22", "between … & …", nothing.
#pragma once

#include "core/date.hpp"

#include <optional>
#include <string_view>

namespace pledgebook::importers {

struct ReadDate {
    EntryDate date;           // its `text` is the text as given
    bool understood = false;  // false: neither a date nor a word that says there is none
    // Where a day could also be read as day/month: that day.
    std::optional<Date> other;
};

// Words from data/importers/date_words.tsv; numbers in the American order unless impossible.
ReadDate read_date_text(std::string_view text);

}  // namespace pledgebook::importers
