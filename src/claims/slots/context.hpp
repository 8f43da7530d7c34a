// What a figure's neighbourhood says of it: kinds, measure, period, whether it is aid at all.
#pragma once

#include "claims/figures/figure.hpp"
#include "claims/slots/parties.hpp"
#include "claims/slots/statement.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace pledgebook::claims {

// A stretch of tokens [from, to) that a claim is made of, and how far its neighbourhood reaches.
struct Place {
    std::size_t from = 0, to = 0;
    std::size_t previous = 0;  // end of the figure before, or 0
    std::size_t next = 0;      // start of the figure behind, or the sentence's end
};

std::vector<Kind> kinds_near(const Sentence& sentence, const Place& place);
std::string item_near(const Sentence& sentence, const Place& place);

struct MeasureFound {
    std::optional<Measure> measure;
    bool loose = false;
};
MeasureFound measure_near(const Sentence& sentence, const Place& place);

// The nearest period of the sentence; behind it, in order, the others.
std::vector<Span> spans_near(const std::vector<Span>& spans, const Place& place);

// Whether the figure is money or goods given to Ukraine.
struct Scope {
    bool aid = false;
    bool other = false;  // plainly something else: a budget, damage, help for somebody else
    std::string beyond;  // aid, but nothing that a tracker holds in this form
};
Scope scope_of(const Sentence& sentence, const Place& place, const std::vector<Party>& parties);

}  // namespace pledgebook::claims
