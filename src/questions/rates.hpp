// Reference rates by currency and day, with the rule of the house: a day without a rate takes the last
// earlier one, and says so; a rate that is too old for that is none.
#pragma once

#include "core/release.hpp"

#include <map>
#include <optional>
#include <vector>

namespace pledgebook::questions {

class RateTable {
public:
    // A rate older than this on the day it is wanted for is not used.
    static constexpr int stale_after_days = 31;

    struct Found {
        Rate rate;
        Date day;  // of the rate; earlier than asked where that day has none
    };
    struct Mean {
        Rate rate;     // arithmetic mean, to eight places
        int days = 0;  // with a rate, that it is the mean of
    };
    struct Span {
        Date first;
        Date last;
    };

    RateTable() = default;
    // In any order. Of two rates for the same currency and day the later one in the list stands.
    explicit RateTable(const std::vector<DayRate>& rates);

    // The rate of that day or the last earlier one, not older than `stale_after_days`. For euros always 1.
    [[nodiscard]] std::optional<Found> rate(Currency currency, Date day) const;
    // Over the days from `first` to `last`, both inclusive; nothing where none of them has a rate.
    [[nodiscard]] std::optional<Mean> mean(Currency currency, Date first, Date last) const;
    // First and last day with a rate; nothing where there is none at all.
    [[nodiscard]] std::optional<Span> span(Currency currency) const;
    [[nodiscard]] std::vector<Currency> currencies() const;  // by code

private:
    struct Day {
        Date day;
        Rate rate;
    };
    [[nodiscard]] const std::vector<Day>* days_of(Currency currency) const;

    std::map<Currency, std::vector<Day>> m_days;  // ascending
};

}  // namespace pledgebook::questions
