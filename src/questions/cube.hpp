// The bilateral sums of one release, laid out so that one question costs well under a microsecond. For
// those who ask very many: the checking of articles. Says exactly what Desk::total says in euros.
#pragma once

#include "core/date.hpp"
#include "core/money.hpp"
#include "questions/line.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace pledgebook::questions {

class Cube {
public:
    // `first` and `last` are the months of the release's begin and cut-off; all lines lie within.
    Cube(const std::vector<Line>& lines, Month first, Month last);

    [[nodiscard]] Month first_month() const { return m_first; }
    [[nodiscard]] Month last_month() const { return m_last; }  // of the cut-off
    [[nodiscard]] bool has(Measure measure) const { return side(measure).present; }
    // False where the release gives the measure only in sum: then only all three kinds may be asked.
    [[nodiscard]] bool split_by_kind(Measure measure) const { return !side(measure).in_sum_only; }
    // Whom the release holds with an amount of that measure.
    [[nodiscard]] DonorSet donors(Measure measure) const { return side(measure).donors; }
    [[nodiscard]] DonorSet donors() const;

    // What lies wholly in the months from `first` to `last`, both inclusive; months beyond the release hold
    // nothing. An amount that is not split by kind counts only where all three kinds are asked.
    [[nodiscard]] Euros sum(DonorSet donors, KindSet kinds, Measure measure, Month first, Month last) const;
    // The same over the whole release.
    [[nodiscard]] Euros sum(DonorSet donors, KindSet kinds, Measure measure) const {
        return sum(donors, kinds, measure, m_first, m_last);
    }

private:
    // Three kinds, `together`, and all of these added up.
    static constexpr std::size_t slots = 5;
    static constexpr std::size_t all = 4;

    // An amount that may lie in more than one month.
    struct Wide {
        Month first, last;
        std::uint8_t donor, kind;
        Euros euros;
    };
    // One measure. `upto` is per donor and slot the running sum, in ten-thousandths of a euro: at
    // (donor * slots + slot) * (months + 1) + n it is of the first n months. No sum of any of its lines
    // leaves 64 bits, since their `magnitude` does not.
    struct Side {
        bool present = false;
        bool in_sum_only = false;
        DonorSet donors;
        Decimal magnitude;  // of all lines, each without its sign
        std::vector<std::int64_t> upto;
        std::vector<Wide> wide;
    };
    [[nodiscard]] const Side& side(Measure measure) const {
        return m_sides.at(static_cast<std::size_t>(measure));
    }
    void add(const Line& line);

    Month m_first, m_last;
    std::size_t m_months = 0;
    std::array<Side, 4> m_sides;
};

}  // namespace pledgebook::questions
