// Sums of lines by kind, in euros and in the answer's currency.
#pragma once

#include "core/answer.hpp"
#include "questions/conversion.hpp"
#include "questions/line.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace pledgebook::questions {

// With one rate for all, the sum of each kind is converted, and the whole is the sum of the converted
// kinds: so parts always add up exactly. With a rate for each amount, the converted amounts are added.
class Tally {
public:
    void add(const Line& line, Converter& converter);
    // The same where the caller has converted the line already.
    void add(const Line& line, Decimal amount);
    void finish(const Converter& converter);  // once, after the last line

    [[nodiscard]] Euros euros() const;
    [[nodiscard]] Decimal amount() const;  // once finished
    [[nodiscard]] std::uint64_t entries() const;
    // Of these kinds, in their order; none where the measure is not split by kind.
    [[nodiscard]] std::vector<Part> parts(const Resolved& resolved) const;

private:
    struct Slot {
        Euros euros;
        Decimal amount;
        std::uint64_t entries = 0;
    };
    std::array<Slot, 4> m_slots;  // three kinds and Line::together
};

}  // namespace pledgebook::questions
