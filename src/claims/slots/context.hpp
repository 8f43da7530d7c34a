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

// The nearest period of the sentence, that of its own clause first; behind it, in order, the others. The
// other sides of comparisons are none.
std::vector<Span> spans_near(const Sentence& sentence, const std::vector<Span>& spans, const Place& place);

// Whether the figure is money or goods given to Ukraine.
struct Scope {
    bool aid = false;
    bool other = false;  // plainly something else: a budget, damage, help for somebody else
    std::string beyond;  // aid, but nothing that a tracker holds in this form
};
// `aid_before`: the sentences just before were about aid to Ukraine.
Scope scope_of(const Sentence& sentence, const Place& place, const std::vector<Party>& parties,
               bool aid_before);

// Who says so, and whether it is said to be so at all.
struct Stance {
    bool denied = false;    // "did not give"
    bool hedged = false;    // "would give", "Did … give?", "falsely"
    bool reported = false;  // "…, Trump said"
    bool planned = false;   // "plans to give", "could reach"
};
Stance stance_of(const Sentence& sentence, const Place& place);

}  // namespace pledgebook::claims
