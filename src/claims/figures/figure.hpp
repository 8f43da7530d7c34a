// A number in a sentence: what it counts, how exactly, and between which bounds it is then true.
#pragma once

#include "claims/words/sentence.hpp"
#include "core/claim.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pledgebook::claims {

// From what was written: 67 means 66.5 to 67.5, narrowed or opened by "just over", "nearly", "about",
// "more than" (see interval_of). In units of one.
struct Interval {
    double low = 0, high = 0;

    [[nodiscard]] bool holds(double value) const { return low <= value && value <= high; }
    // How far outside, as a part of the nearer end; 0 within.
    [[nodiscard]] double beyond(double value) const;
    [[nodiscard]] bool empty() const { return low >= high; }
};

struct Figure {
    enum class Sort { amount, percent, ratio, bare };

    Sort sort = Sort::amount;
    std::size_t from = 0, to = 0;    // tokens, with the words of its exactness
    std::size_t number = 0;          // token of the number itself
    double value = 0;                // as written: 101
    std::optional<double> value_to;  // of a range
    double scale = 1;                // 1e9
    double half_unit = 0.5;          // half of the last place written, in units of `value`
    std::string currency;            // "GBP"; of an amount
    bool carried = false;            // its currency stands with a figure before
    Approximation approximation = Approximation::exact;
    std::optional<std::size_t> twin;  // position of the same amount in another currency before it

    [[nodiscard]] double full() const { return value * scale; }
    [[nodiscard]] Interval interval() const;
    [[nodiscard]] std::string unit() const;  // "GBP bn", "percent", "times"
    // What the number may be read as beyond its interval, without anybody's mistake.
    [[nodiscard]] Interval cut() const;      // 47.67 cut to 47; empty unless exact
    [[nodiscard]] Interval rounded() const;  // 134.8 told as 130; empty unless it ends in a zero
};

// just_over [v, v + 4 %], just_under [v - 6 %, v] (or by the written precision where that is more), about
// 4 % either way, at_least [v, no end), at_most [0, v]; exact by the last place written. Whole numbers in
// plain digits that end in zeros (50,000) are exact to their second digit: 49,500 to 50,500.
Interval interval_of(double low, double high, double half_unit, Approximation approximation);

// In the order of the sentence. Dates, years, ages, names of weapons and brigades are none.
std::vector<Figure> figures_of(const Sentence& sentence);

}  // namespace pledgebook::claims
