// Days, months and years as a sentence names them.
#pragma once

#include "claims/words/sentence.hpp"
#include "core/date.hpp"

#include <optional>
#include <string_view>

namespace pledgebook::claims {

// A stretch of time named by tokens [from, to) of a sentence.
struct When {
    Date first, last;
    bool with_year = true;
    bool event = false;  // named by what happened ("the invasion"), not by the calendar
    std::size_t from = 0, to = 0;

    // The same in another year.
    void move_to_year(int year);
};

// What begins at the token: "August 3", "15 January 2024", "summer 2023", "2022", "the first half of 2024",
// "the start of the war". Without a year it lies in `year`.
std::optional<When> when_at(const Sentence& sentence, std::size_t token, int year);

// The first full day in a line of text: "2025-11-14", "14 November 2025".
std::optional<Date> date_in(std::string_view text, const Words& words);

}  // namespace pledgebook::claims
