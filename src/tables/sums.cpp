#include "tables/sums.hpp"

#include "core/reference.hpp"

namespace pledgebook::tables {

namespace {

constexpr std::size_t not_split = 3;

std::size_t index_of(std::optional<Kind> kind) {
    return kind ? static_cast<std::size_t>(*kind) : not_split;
}

}  // namespace

Euros euros_of(const Entry& entry, Measure measure) {
    for (const auto& value : entry.values) {
        if (value.measure == measure && value.euros) {
            return *value.euros;
        }
    }
    return {};
}

std::optional<Month> month_of(const Entry& entry) {
    if (entry.coded_month.coded) {
        return entry.coded_month.month;
    }
    const auto& date = entry.announced;
    if (!date.earliest || !date.latest || Month(*date.earliest) != Month(*date.latest)) {
        return std::nullopt;
    }
    return Month(*date.earliest);
}

Sums::Sums(const Intake& intake) : m_intake(intake) {
    for (const auto& entry : intake.entries) {
        add(entry);
    }
    for (const auto& each : intake.observations) {
        const auto measure = static_cast<std::size_t>(each.measure);
        m_has.at(measure) = true;
        m_in_sum.at(measure) = m_in_sum.at(measure) || !each.kind;
        m_donors[each.donor].by.at(measure).at(index_of(each.kind)) += each.euros;
    }
}

void Sums::add(const Entry& entry) {
    if (entry.channel != Channel::bilateral || entry.donor.empty()) {
        return;
    }
    auto& amounts = m_donors[entry.donor];
    amounts.entries.push_back(
        {&entry, folded(entry.kind_text), folded(entry.item.name), folded(entry.item.sub_type)});
    for (const auto& value : entry.values) {
        if (value.euros && entry.kind) {
            const auto measure = static_cast<std::size_t>(value.measure);
            m_has.at(measure) = true;
            amounts.by.at(measure).at(index_of(entry.kind)) += *value.euros;
        }
    }
}

const Sums::Amounts* Sums::of(const std::string& donor) const {
    const auto found = m_donors.find(donor);
    return found == m_donors.end() ? nullptr : &found->second;
}

void Sums::count(const Entry& entry, Number number) const {
    if (m_counted != nullptr && !number.is_zero()) {
        m_counted->push_back({&entry, number});
    }
}

bool Sums::split_by_kind(Measure measure) const {
    return !m_in_sum.at(static_cast<std::size_t>(measure));
}

Measure Sums::usual_measure() const {
    return has(Measure::allocation) ? Measure::allocation : Measure::commitment;
}

Donors Sums::donors() const {
    Donors codes;
    for (const auto& donor : Reference::builtin().donors()) {
        if (of(donor.code) != nullptr) {
            codes.push_back(donor.code);
        }
    }
    return codes;
}

Number Sums::aid(const Donors& donors, std::optional<Kind> kind, Measure measure) const {
    Euros sum;
    for (const auto& donor : donors) {
        if (const auto* amounts = of(donor)) {
            const auto& kinds = amounts->by.at(static_cast<std::size_t>(measure));
            for (std::size_t at = 0; at < kinds.size(); ++at) {
                sum += !kind || at == index_of(kind) ? kinds.at(at) : Euros{};
            }
            if (m_counted != nullptr) {
                for (const auto& [entry, kind_text, item, sub_type] : amounts->entries) {
                    if (entry->kind && (!kind || entry->kind == kind)) {
                        count(*entry, Number(euros_of(*entry, measure).value()));
                    }
                }
            }
        }
    }
    return Number(sum.value());
}

Number Sums::aid_where(const Donors& donors, Measure measure, const Fits& fits) const {
    Euros sum;
    for (const auto& donor : donors) {
        if (const auto* amounts = of(donor)) {
            for (const auto& each : amounts->entries) {
                if (const auto euros = euros_of(*each.entry, measure); euros != Euros{} && fits(each)) {
                    sum += euros;
                    count(*each.entry, Number(euros.value()));
                }
            }
        }
    }
    return Number(sum.value());
}

Number Sums::units_where(const Donors& donors, bool delivered, const Fits& fits) const {
    Number sum;
    for (const auto& donor : donors) {
        if (const auto* amounts = of(donor)) {
            for (const auto& each : amounts->entries) {
                const auto& item = each.entry->item;
                const auto& units = delivered ? item.units_delivered : item.units;
                if (units.value && fits(each)) {
                    sum += Number(*units.value);
                    count(*each.entry, Number(*units.value));
                }
            }
        }
    }
    return sum;
}

Number Sums::multilateral(std::string_view organisation, std::optional<Kind> kind, Measure measure) const {
    const auto wanted = folded(organisation);
    Euros sum;
    for (const auto& entry : m_intake.entries) {
        if (entry.channel == Channel::multilateral && (!kind || entry.kind == kind) &&
            (wanted.empty() || folded(entry.donor_text) == wanted)) {
            sum += euros_of(entry, measure);
            count(entry, Number(euros_of(entry, measure).value()));
        }
    }
    return Number(sum.value());
}

Number Sums::month(const Donors& donors, std::optional<Kind> kind, Measure measure, Month month) const {
    auto sum = aid_where(donors, measure, [&](const FoldedEntry& each) {
        return (!kind || each.entry->kind == kind) && month_of(*each.entry) == month;
    });
    for (const auto& each : m_intake.observations) {
        if (each.measure == measure && each.month == month && (!kind || each.kind == kind) &&
            std::find(donors.begin(), donors.end(), each.donor) != donors.end()) {
            sum += Number(each.euros.value());
        }
    }
    return sum;
}

std::optional<Rate> Sums::rate(Currency currency) const {
    for (const auto& each : m_intake.rates) {
        if (each.currency == currency) {
            return each.rate;
        }
    }
    return currency == Currency::eur() ? std::optional(Rate::one()) : std::nullopt;
}

}  // namespace pledgebook::tables
