#include "questions/rates.hpp"

#include <algorithm>

namespace pledgebook::questions {

RateTable::RateTable(const std::vector<DayRate>& rates) {
    for (const auto& each : rates) {
        m_days[each.currency].push_back({each.day, each.rate});
    }
    for (auto& [currency, days] : m_days) {
        std::stable_sort(days.begin(), days.end(), [](const Day& a, const Day& b) { return a.day < b.day; });
        // Keeps the last of equal days: going backwards, unique keeps the first it meets.
        const auto kept = std::unique(days.rbegin(), days.rend(),
                                      [](const Day& a, const Day& b) { return a.day == b.day; });
        days.erase(days.begin(), kept.base());
    }
}

const std::vector<RateTable::Day>* RateTable::days_of(Currency currency) const {
    const auto found = m_days.find(currency);
    return found == m_days.end() ? nullptr : &found->second;
}

std::optional<RateTable::Found> RateTable::rate(Currency currency, Date day) const {
    if (currency == Currency::eur()) {
        return Found{Rate::one(), day};
    }
    const auto* days = days_of(currency);
    if (days == nullptr) {
        return std::nullopt;
    }
    const auto after = std::upper_bound(days->begin(), days->end(), day,
                                        [](Date wanted, const Day& each) { return wanted < each.day; });
    if (after == days->begin()) {
        return std::nullopt;
    }
    const auto& last = *std::prev(after);
    if (day.days_since_1970() - last.day.days_since_1970() > stale_after_days) {
        return std::nullopt;
    }
    return Found{last.rate, last.day};
}

std::optional<RateTable::Mean> RateTable::mean(Currency currency, Date first, Date last) const {
    if (currency == Currency::eur()) {
        return Mean{Rate::one(), last.days_since_1970() - first.days_since_1970() + 1};
    }
    const auto* days = days_of(currency);
    if (days == nullptr) {
        return std::nullopt;
    }
    std::int64_t sum = 0;  // of hundred-millionths: room for decades of days of any currency there is
    int count = 0;
    for (auto day = std::lower_bound(days->begin(), days->end(), first,
                                     [](const Day&each, Date wanted) { return each.day < wanted; });
         day != days->end() && day->day <= last; ++day) {
        sum += day->rate.units();
        ++count;
    }
    if (count == 0) {
        return std::nullopt;
    }
    const auto rate = Rate::from_units((sum + count / 2) / count);
    return rate ? std::optional(Mean{*rate, count}) : std::nullopt;
}

std::optional<RateTable::Span> RateTable::span(Currency currency) const {
    const auto* days = days_of(currency);
    if (days == nullptr) {
        return std::nullopt;
    }
    return Span{days->front().day, days->back().day};
}

std::vector<Currency> RateTable::currencies() const {
    std::vector<Currency> all;
    for (const auto& [currency, days] : m_days) {
        all.push_back(currency);
    }
    return all;
}

}  // namespace pledgebook::questions
