#include "questions/cube.hpp"

#include <algorithm>

namespace pledgebook::questions {

namespace {

bool asked(std::uint8_t slot, KindSet kinds) {
    return slot == Line::together ? kinds.all() : kinds[slot];
}

}  // namespace

Cube::Cube(const std::vector<Line>& lines, Month first, Month last)
    : m_first(first), m_last(last), m_months(static_cast<std::size_t>(std::max(0, last.minus(first) + 1))) {
    for (const auto& line : lines) {
        if (line.valued && line.channel == Channel::bilateral) {
            add(line);
        }
    }
    for (auto& side : m_sides) {
        for (std::size_t at = 0; at < side.upto.size(); ++at) {
            if (at % (m_months + 1) != 0) {
                side.upto[at] += side.upto[at - 1];
            }
        }
    }
}

void Cube::add(const Line& line) {
    auto& side = m_sides.at(static_cast<std::size_t>(line.measure));
    if (!side.present) {
        side.present = true;
        side.upto.resize(DonorSet{}.size() * slots * (m_months + 1));
    }
    side.in_sum_only = side.in_sum_only || line.kind == Line::together;
    side.donors.set(line.donor);
    side.magnitude += line.euros < Euros{} ? -line.euros.value() : line.euros.value();
    const Month first(line.earliest);
    const Month last(line.latest);
    if (first != last) {
        side.wide.push_back({first, last, line.donor, line.kind, line.euros});
        return;
    }
    for (const std::size_t slot : {std::size_t{line.kind}, all}) {
        const auto row = (line.donor * slots + slot) * (m_months + 1);
        side.upto.at(row + 1 + static_cast<std::size_t>(first.minus(m_first))) += line.euros.value().units();
    }
}

DonorSet Cube::donors() const {
    DonorSet held;
    for (const auto& side : m_sides) {
        held |= side.donors;
    }
    return held;
}

Euros Cube::sum(DonorSet donors, KindSet kinds, Measure measure, Month first, Month last) const {
    first = std::max(first, m_first);
    last = std::min(last, m_last);
    const auto& of = side(measure);
    if (!of.present || last < first) {
        return {};
    }
    const auto from = static_cast<std::size_t>(first.minus(m_first));
    const auto to = static_cast<std::size_t>(last.minus(m_first)) + 1;
    const auto wanted = (donors & of.donors).to_ullong();
    std::int64_t sum = 0;
    for (auto left = wanted; left != 0; left &= left - 1) {
        const auto donor = static_cast<std::size_t>(__builtin_ctzll(left));
        for (std::size_t slot = kinds.all() ? all : 0; slot < (kinds.all() ? slots : kinds.size()); ++slot) {
            if (slot == all || kinds[slot]) {
                const auto* row = of.upto.data() + (donor * slots + slot) * (m_months + 1);
                sum += row[to] - row[from];
            }
        }
    }
    for (const auto& each : of.wide) {
        if (first <= each.first && each.last <= last && donors[each.donor] && asked(each.kind, kinds)) {
            sum += each.euros.value().units();
        }
    }
    return Euros(Decimal::from_units(sum));
}

}  // namespace pledgebook::questions
