#include "questions/ledger.hpp"

#include <algorithm>

namespace pledgebook::questions {

namespace {

std::size_t at_of(Measure measure) {
    return static_cast<std::size_t>(measure);
}

std::uint8_t position(DonorSet one) {
    return static_cast<std::uint8_t>(__builtin_ctzll(one.to_ullong()));
}

}  // namespace

Ledger::Ledger(Intake intake) : m_intake(std::move(intake)) {
    find_bounds();
    m_lines.reserve(m_intake.entries.size() + m_intake.observations.size());
    m_spans.reserve(m_intake.entries.size());
    for (std::uint32_t at = 0; at < m_intake.entries.size(); ++at) {
        m_spans.push_back(span_of(m_intake.entries[at]));
        add_entry(at);
    }
    for (std::uint32_t at = 0; at < m_intake.observations.size(); ++at) {
        add_observation(at);
    }
    for (const auto& line : m_lines) {
        const auto measure = at_of(line.measure);
        m_measured.at(measure) = m_measured.at(measure) || line.valued;
        m_in_entries.at(measure) = m_in_entries.at(measure) || !line.observed;
        m_in_sum_only.at(measure) = m_in_sum_only.at(measure) || line.kind == Line::together;
    }
    m_cube.emplace(m_lines, Month(m_begins), Month(m_cutoff));
}

void Ledger::find_bounds() {
    std::optional<Date> first, last;
    const auto widen = [&](Date from, Date to) {
        first = std::min(first.value_or(from), from);
        last = std::max(last.value_or(to), to);
    };
    for (const auto& entry : m_intake.entries) {
        const auto& date = entry.announced;
        if (const auto one = date.earliest ? date.earliest : date.latest) {
            widen(*one, date.latest.value_or(*one));
        }
    }
    for (const auto& each : m_intake.observations) {
        widen(each.month.first(), each.month.last());
    }
    m_begins = m_intake.release.begins.value_or(first.value_or(Date{}));
    m_cutoff = std::max(m_begins, m_intake.release.cutoff.value_or(last.value_or(m_begins)));
}

Span Ledger::span_of(std::optional<Date> earliest, std::optional<Date> latest) const {
    const Span whole{m_begins, m_cutoff};
    const Date from = earliest.value_or(m_begins);
    const Date to = latest.value_or(m_cutoff);
    if (to < m_begins || m_cutoff < from || to < from) {
        return whole;
    }
    return {std::max(from, m_begins), std::min(to, m_cutoff)};
}

// The tracker's series count an entry in the month coded for it, and an entry whose month is coded as unknown
// in none (release 8, 'Country summary' T6: SUMIFS over MonthCoding2 = 1 and Month3). Where the date says the
// same month, the day is kept, since it says more; so is a text that bounds the day where no month is coded.
Span Ledger::span_of(const Entry& entry) const {
    const auto& date = entry.announced;
    const auto& code = entry.coded_month;
    const auto dated = span_of(date.earliest, date.latest);
    if (!code.coded || (!code.month && date.sort != EntryDate::Sort::day)) {
        return dated;
    }
    if (!code.month) {
        return span_of(std::nullopt, std::nullopt);
    }
    const bool within = Month(dated.earliest) == *code.month && Month(dated.latest) == *code.month;
    return within ? dated : span_of(code.month->first(), code.month->last());
}

void Ledger::add_entry(std::uint32_t at) {
    const auto& entry = m_intake.entries[at];
    const auto donor = donor_set(entry);
    m_held.at(static_cast<std::size_t>(entry.channel)) |= donor;
    for (const auto& value : entry.values) {
        if (donor.none() || !entry.kind) {
            if (value.euros) {
                m_aside.push_back({donor, value.measure, entry.channel, *value.euros});
            }
            continue;
        }
        Line line;
        line.earliest = m_spans[at].earliest;
        line.latest = m_spans[at].latest;
        line.euros = value.euros.value_or(Euros{});
        line.at = at;
        line.donor = position(donor);
        line.kind = static_cast<std::uint8_t>(*entry.kind);
        line.valued = value.euros.has_value();
        line.measure = value.measure;
        line.channel = entry.channel;
        m_lines.push_back(line);
    }
}

void Ledger::add_observation(std::uint32_t at) {
    const auto& each = m_intake.observations[at];
    const auto donor = donor_set(each.donor);
    if (donor.none()) {
        m_aside.push_back({donor, each.measure, Channel::bilateral, each.euros});
        return;
    }
    m_held.at(static_cast<std::size_t>(Channel::bilateral)) |= donor;
    const auto span = span_of(each.month.first(), each.month.last());
    Line line;
    line.earliest = span.earliest;
    line.latest = span.latest;
    line.euros = each.euros;
    line.at = at;
    line.donor = position(donor);
    line.kind = each.kind ? static_cast<std::uint8_t>(*each.kind) : Line::together;
    line.observed = true;
    line.measure = each.measure;
    m_lines.push_back(line);
}

bool Ledger::has(Measure measure) const {
    return m_measured.at(at_of(measure));
}

std::vector<Measure> Ledger::measures() const {
    std::vector<Measure> all;
    for (const auto measure :
         {Measure::commitment, Measure::allocation, Measure::delivery, Measure::disbursement}) {
        if (has(measure)) {
            all.push_back(measure);
        }
    }
    return all;
}

std::vector<Channel> Ledger::channels() const {
    std::vector<Channel> all;
    for (const auto channel : {Channel::bilateral, Channel::commercial, Channel::multilateral}) {
        if (held(channel).any()) {
            all.push_back(channel);
        }
    }
    return all;
}

bool Ledger::split_by_kind(Measure measure) const {
    return !m_in_sum_only.at(at_of(measure));
}

bool Ledger::in_entries(Measure measure) const {
    return m_in_entries.at(at_of(measure));
}

}  // namespace pledgebook::questions
