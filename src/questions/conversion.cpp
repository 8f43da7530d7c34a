#include "questions/conversion.hpp"

#include "core/error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pledgebook::questions {

namespace {

constexpr std::string_view ecb = "ECB euro reference rate";
constexpr int far_days = 10;  // an older rate than this is said loudly

const ReleaseRate* release_rate(const Intake& intake, Currency currency) {
    const auto found = std::find_if(intake.rates.begin(), intake.rates.end(),
                                    [&](const ReleaseRate& each) { return each.currency == currency; });
    return found == intake.rates.end() ? nullptr : &*found;
}

std::string codes(const std::vector<Currency>& currencies) {
    std::string list = "EUR";
    for (const auto currency : currencies) {
        list += fmt::format(", {}", currency.code());
    }
    return list;
}

[[noreturn]] void refuse_currency(Currency currency, const RateTable& rates) {
    throw Error(fmt::format("there is no rate for {}", currency.code()),
                fmt::format("ask in one of {}", codes(rates.currencies())));
}

// Why there is none for that day, though there are rates.
[[noreturn]] void refuse_day(Currency currency, Date day, const RateTable& rates) {
    const auto span = rates.span(currency);
    if (!span) {
        refuse_currency(currency, rates);
    }
    throw Error(fmt::format("there is no rate for {} on {}, nor in the {} days before", currency.code(),
                            to_string(day), RateTable::stale_after_days),
                fmt::format("rates for {} are known from {} to {}", currency.code(), to_string(span->first),
                            to_string(span->last)));
}

}  // namespace

Converter::Converter(const Resolved& resolved, const RateTable& rates)
    : m_resolved(resolved), m_rates(rates), m_currency(resolved.scope.question.currency) {
    const auto& asked = resolved.scope.question.rate;
    const bool euros = m_currency == Currency::eur();
    if (euros && (!asked || asked->sort != RateRule::Sort::entry)) {
        if (asked && asked->sort != RateRule::Sort::release) {
            m_notes.push_back(
                fmt::format("Euros need no rate: the amounts are the release's own, and the rule "
                            "'{}' changes nothing.",
                            to_string(*asked)));
        }
        return;
    }
    const bool own = release_rate(resolved.ledger->intake(), m_currency) != nullptr;
    const auto rule = asked.value_or(RateRule{own ? RateRule::Sort::release : RateRule::Sort::end, {}});
    m_record = Conversion{m_currency, rule, !asked, {}, {}, {}, std::string(ecb)};
    switch (rule.sort) {
        case RateRule::Sort::release:
            by_release();
            break;
        case RateRule::Sort::end:
            by_day(resolved.period.latest);
            break;
        case RateRule::Sort::average:
            by_average();
            break;
        case RateRule::Sort::date:
            if (!rule.day) {
                throw Error("a rate by date was asked for, but no date", "name a day, such as 2025-11-14");
            }
            by_day(*rule.day);
            break;
        case RateRule::Sort::entry:
            if (!euros && !rates.span(m_currency)) {
                refuse_currency(m_currency, rates);
            }
            break;
    }
}

void Converter::by_release() {
    const auto& intake = m_resolved.ledger->intake();
    const auto* own = release_rate(intake, m_currency);
    if (own == nullptr) {
        std::vector<Currency> had;
        for (const auto& each : intake.rates) {
            if (each.currency != Currency::eur()) {
                had.push_back(each.currency);
            }
        }
        throw Error(
            fmt::format("release {} has no rate of its own for {}", intake.release.id, m_currency.code()),
            had.empty() ? "ask for the rate of a day, `end`, `average` or `entry`"
                        : fmt::format("it has {}; or ask for the rate of a day, `end`, `average` or "
                                      "`entry`",
                                      codes(had)));
    }
    m_record->rate = own->rate;
    m_record->source = "release " + intake.release.id;
}

void Converter::by_day(Date day) {
    const auto found = m_rates.rate(m_currency, day);
    if (!found) {
        refuse_day(m_currency, day, m_rates);
    }
    m_record->rate = found->rate;
    m_record->day = found->day;
    m_record->asked = day;
    const int older = day.days_since_1970() - found->day.days_since_1970();
    if (older > 0) {
        m_notes.push_back(fmt::format("There is no rate for {} on {}; that of {} is used{}.",
                                      m_currency.code(), to_string(day), to_string(found->day),
                                      older > far_days ? fmt::format(", {} days older", older) : ""));
    }
}

void Converter::by_average() {
    const auto& period = m_resolved.period;
    const auto mean = m_rates.mean(m_currency, period.earliest, period.latest);
    const auto span = m_rates.span(m_currency);
    if (!span || !mean) {
        refuse_day(m_currency, period.latest, m_rates);
    }
    // A mean over a part of the period would pass for one over all of it.
    if (!m_rates.rate(m_currency, period.latest)) {
        refuse_day(m_currency, period.latest, m_rates);
    }
    if (!m_rates.rate(m_currency, period.earliest.plus_days(RateTable::stale_after_days))) {
        refuse_day(m_currency, period.earliest, m_rates);
    }
    m_record->rate = mean->rate;
    m_record->source = fmt::format("{}, mean of {} days from {} to {}", ecb, mean->days,
                                   to_string(std::max(span->first, period.earliest)),
                                   to_string(std::min(span->last, period.latest)));
    if (span->last < period.latest) {
        m_notes.push_back(fmt::format("Rates for {} are known up to {}: the mean is of the days until then.",
                                      m_currency.code(), to_string(span->last)));
    }
}

Decimal Converter::of(Euros euros) const {
    return m_record && m_record->rate ? m_record->rate->from_euros(euros) : euros.value();
}

std::optional<Rate> Converter::rate_of(Currency currency, const Days& days) const {
    if (days.first == days.last) {
        const auto found = m_rates.rate(currency, days.last);
        return found ? std::optional(found->rate) : std::nullopt;
    }
    const auto mean = m_rates.mean(currency, days.first, days.last);
    return mean ? std::optional(mean->rate) : std::nullopt;
}

std::optional<Converter::Days> Converter::days_of(const Line& line) const {
    const auto& intake = m_resolved.ledger->intake();
    if (line.observed) {
        const auto month = intake.observations[line.at].month;
        return Days{month.first(), month.last(), false};
    }
    const auto& announced = intake.entries[line.at].announced;
    const auto bound = announced.latest ? announced.latest : announced.earliest;
    switch (announced.sort) {
        case EntryDate::Sort::month:
            return announced.earliest && announced.latest
                       ? std::optional(Days{*announced.earliest, *announced.latest, false})
                       : std::nullopt;
        case EntryDate::Sort::unknown:
            return std::nullopt;
        default:
            return bound ? std::optional(Days{*bound, *bound, announced.sort == EntryDate::Sort::day})
                         : std::nullopt;
    }
}

Decimal Converter::by_release_value(const Line& line) {
    ++m_fallbacks;
    m_fallback_sum += line.euros;
    if (m_currency == Currency::eur()) {
        return line.euros.value();
    }
    if (const auto* own = release_rate(m_resolved.ledger->intake(), m_currency)) {
        m_fallback_rate = ", at the release's own rate";
        return own->rate.from_euros(line.euros);
    }
    const auto found = m_rates.rate(m_currency, m_resolved.period.latest);
    if (!found) {
        refuse_day(m_currency, m_resolved.period.latest, m_rates);
    }
    m_fallback_rate = ", at the rate of " + to_string(found->day);
    return found->rate.from_euros(line.euros);
}

Decimal Converter::of(const Line& line) {
    if (!each()) {
        return of(line.euros);
    }
    const auto& intake = m_resolved.ledger->intake();
    // Where a source states only euros, they are the amount that was given.
    Amount amount{line.euros.value(), Currency::eur()};
    if (!line.observed) {
        for (const auto& value : intake.entries[line.at].values) {
            if (value.measure == line.measure && value.amount) {
                amount = *value.amount;
            }
        }
    }
    if (amount.currency == m_currency) {
        return amount.value;
    }
    const auto days = days_of(line);
    const auto from = days ? rate_of(amount.currency, *days) : std::nullopt;
    const auto to = days ? rate_of(m_currency, *days) : std::nullopt;
    if (!from || !to) {
        return by_release_value(line);
    }
    m_months += days->first == days->last ? 0 : 1;
    m_bounds += days->first == days->last && !days->exact ? 1 : 0;
    return amount.value.scaled(to->units(), from->units());
}

std::vector<std::string> Converter::notes() const {
    auto notes = m_notes;
    if (!each()) {
        return notes;
    }
    notes.emplace_back(
        "Each amount is converted from its own currency at the rates of its own day; a day without a rate "
        "takes the last earlier one.");
    if (m_months != 0) {
        notes.push_back(fmt::format("{} of them {} known by month only and {} the month's mean.", m_months,
                                    m_months == 1 ? "is" : "are", m_months == 1 ? "takes" : "take"));
    }
    if (m_bounds != 0) {
        notes.push_back(fmt::format("{} of them {} a range or a bound for a date and {} its last day.",
                                    m_bounds, m_bounds == 1 ? "has" : "have",
                                    m_bounds == 1 ? "takes" : "take"));
    }
    if (m_fallbacks != 0) {
        notes.push_back(
            fmt::format("{} of them, €{}, {} no day or no rate of that day and {} by the release's own "
                        "euro value{}.",
                        m_fallbacks, grouped(m_fallback_sum.value(), 2), m_fallbacks == 1 ? "has" : "have",
                        m_fallbacks == 1 ? "goes" : "go", m_fallback_rate));
    }
    return notes;
}

}  // namespace pledgebook::questions
