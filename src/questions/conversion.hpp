// Euros into the currency of the answer, by the rule asked; the record of it, and what a reader must know.
#pragma once

#include "core/answer.hpp"
#include "questions/rates.hpp"
#include "questions/scope.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pledgebook::questions {

class Converter {
public:
    // Throws Error where the currency or the day has no rate.
    Converter(const Resolved& resolved, const RateTable& rates);

    // Nothing where the answer is in the euros of the release.
    [[nodiscard]] const std::optional<Conversion>& record() const { return m_record; }
    // True where each amount has a rate of its own (rule `entry`): then amounts are converted one by one,
    // else their sum is.
    [[nodiscard]] bool each() const { return m_record && m_record->rule.sort == RateRule::Sort::entry; }
    // By the one rate; not for rule `entry`.
    [[nodiscard]] Decimal of(Euros euros) const;
    // One amount by itself. With rule `entry`, from its own currency at the rates of its own day; by the
    // release's euro value where there are none. Remembers what it had to do, for the notes.
    Decimal of(const Line& line);
    // Whole sentences on how it was done.
    [[nodiscard]] std::vector<std::string> notes() const;

private:
    struct Days {
        Date first, last;  // equal: the rate of that day; else the mean over them
        bool exact = true;
    };
    void by_release();
    void by_day(Date day);
    void by_average();
    [[nodiscard]] std::optional<Rate> rate_of(Currency currency, const Days& days) const;
    [[nodiscard]] std::optional<Days> days_of(const Line& line) const;
    Decimal by_release_value(const Line& line);

    const Resolved& m_resolved;
    const RateTable& m_rates;
    Currency m_currency;
    std::optional<Conversion> m_record;
    std::vector<std::string> m_notes;
    std::uint64_t m_bounds = 0;     // amounts at the last day of a range
    std::uint64_t m_months = 0;     // at the mean of a month
    std::uint64_t m_fallbacks = 0;  // by the release's own euro value
    Euros m_fallback_sum;
    std::string m_fallback_rate;  // which one those took, as words of a note
};

}  // namespace pledgebook::questions
