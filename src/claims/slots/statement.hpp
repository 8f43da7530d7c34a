// A claim as it is being understood: what will be reported, and what only the judging needs.
#pragma once

#include "claims/figures/figure.hpp"
#include "claims/slots/periods.hpp"
#include "core/claim.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pledgebook::claims {

struct Statement {
    Claim claim;
    Interval interval;              // in units of one: euros, percent, times
    Interval cut, rounded;          // what the number may be read as otherwise (see Figure); may be empty
    std::optional<Span> span;       // the period it names
    std::vector<Span> other_spans;  // periods near it that it may mean instead
    bool inherited_span = false;    // `span` was named in a sentence before; it may mean all the time
    bool own_span = false;          // a period stands in the sentence itself
    bool own_aid = false;           // the sentence says, or plainly goes on, that it is aid to Ukraine
    bool hedged = false;            // a question, a condition: nobody says that it is so
    bool reported = false;          // somebody is quoted; the article does not say it itself
    bool inherited_donor = false;   // named in a sentence before
    bool guessed_donor = false;     // nobody named
    bool plain_giver = false;       // a verb or noun of giving ties the donor to the figure
    bool loose_measure = false;     // "sent": delivered, or merely given
    bool partial = false;           // a package, something new: it may be less than the sum
    enum class Per { whole, year, month } per = Per::whole;
    enum class Against { nothing, gdp, capita, total } against = Against::nothing;
    enum class Way { none, up, down, halt, level } way = Way::none;
    bool strong = false;             // "drastically"
    bool lowest = false;             // of a rank: counted from below
    std::vector<std::string> among;  // of a rank: the group within which it holds
    bool difference = false;         // of a comparison: an amount more or less
    bool in_percent = false;         // of a comparison: so many percent more or less
    std::optional<Span> before;      // of a change: the period it is against, where one is named
    std::string beyond;              // why the book cannot speak of it; empty: it may
};

}  // namespace pledgebook::claims
