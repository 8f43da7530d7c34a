// A question: a filter over the ledger, in the same words everywhere (command line, addresses, JSON).
#pragma once

#include "core/date.hpp"
#include "core/kinds.hpp"
#include "core/money.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pledgebook {

// Which exchange rate a conversion takes.
struct RateRule {
    enum class Sort {
        release,  // the release's own rate or converted value
        entry,    // of the day of the announcement
        end,      // of the last day of the period
        average,  // mean over the period
        date,     // of `day`
    };

    Sort sort = Sort::release;
    std::optional<Date> day;  // only with Sort::date

    bool operator==(const RateRule&) const = default;
};

std::string to_string(const RateRule& rule);                       // "release", "2025-11-14"
std::optional<RateRule> parse_rate_rule(const std::string& word);  // the same words

struct Question {
    std::vector<std::string> donors;  // codes, names in any language, groups, as asked; empty: all donors
    std::vector<Kind> kinds;          // empty: all three
    std::vector<Measure> measures;    // empty: allocation where the release has it, else commitment;
                                      // more than one is refused when asked
    std::vector<Channel> channels;    // empty: bilateral
    Period period;                    // open ends: the whole release
    std::string release;              // id; empty: the newest (or the one of `as_of`)
    std::optional<Date> as_of;        // the release that was current on that day
    Currency currency;
    std::optional<RateRule> rate;  // nothing: `release` where the release has a rate, else `end`
    std::string item;              // part of an item's name, type or sub-type, in any case; empty: all
    bool with_eu_share = false;    // add each member's part of what the EU institutions gave

    bool operator==(const Question&) const = default;
};

}  // namespace pledgebook
