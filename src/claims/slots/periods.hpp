// The stretches of time that a sentence speaks of.
#pragma once

#include "claims/slots/dates.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pledgebook::claims {

struct Span {
    std::optional<Date> first, last;  // open ends: since the beginning, up to the article's day
    std::size_t from = 0, to = 0;     // tokens
    std::string words;                // as written
    bool now = false;                 // "so far": says only that it is up to the article's day
    bool vague = false;               // "in recent months"
    bool refers = false;              // "in that same period", to one before
    bool against = false;             // "than in 2023": the other side of a comparison
    bool from_now_on = false;         // "from January 2025": what changes, changes there

    [[nodiscard]] bool bounded() const { return first || last; }
};

// `day` is the article's; what refers to a period before takes `previous`.
std::vector<Span> spans_of(const Sentence& sentence, std::string_view text, std::optional<Date> day,
                           const std::optional<Span>& previous);

}  // namespace pledgebook::claims
