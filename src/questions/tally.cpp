#include "questions/tally.hpp"

namespace pledgebook::questions {

void Tally::add(const Line& line, Converter& converter) {
    add(line, converter.each() ? converter.of(line) : Decimal{});
}

void Tally::add(const Line& line, Decimal amount) {
    auto& slot = m_slots.at(line.kind);
    slot.euros += line.euros;
    slot.amount += amount;
    ++slot.entries;
}

void Tally::finish(const Converter& converter) {
    if (converter.each()) {
        return;
    }
    for (auto& slot : m_slots) {
        slot.amount = converter.of(slot.euros);
    }
}

Euros Tally::euros() const {
    Euros sum;
    for (const auto& slot : m_slots) {
        sum += slot.euros;
    }
    return sum;
}

Decimal Tally::amount() const {
    Decimal sum;
    for (const auto& slot : m_slots) {
        sum += slot.amount;
    }
    return sum;
}

std::uint64_t Tally::entries() const {
    std::uint64_t sum = 0;
    for (const auto& slot : m_slots) {
        sum += slot.entries;
    }
    return sum;
}

std::vector<Part> Tally::parts(const Resolved& resolved) const {
    std::vector<Part> parts;
    if (!resolved.ledger->split_by_kind(resolved.scope.measure)) {
        return parts;
    }
    for (const auto kind : resolved.scope.kinds) {
        const auto& slot = m_slots.at(static_cast<std::size_t>(kind));
        parts.push_back({kind, slot.amount, slot.euros, slot.entries});
    }
    return parts;
}

}  // namespace pledgebook::questions
