// One way to understand a statement, put to the book.
#pragma once

#include "claims/slots/statement.hpp"
#include "claims/verdicts/sums.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::claims {

struct Tried {
    // Which slot is read otherwise than it stands there; `none`: as it reads.
    enum class Other { none, donors, measure, kind, period, currency, yearly };

    // By which exchange rate: none for euros, that of a day, or the mean of some days.
    struct Rate {
        enum class Rule { none, day, mean } rule = Rule::none;
        Date first, last;     // the days of the mean; the day itself
        bool period = false;  // the mean is that of the period asked for

        bool operator==(const Rate&) const = default;
    };

    Other other = Other::none;
    double value = 0;         // in units of one: of `currency`, percent, times, a rank
    double euros = 0;         // of amounts
    std::size_t release = 0;  // position in Sums::releases()
    double likelihood = 0;
    bool loosely = true;   // within two percent is near enough; else only within the interval
    std::string currency;  // of amounts
    Rate rate;
    Ask ask;
    std::optional<Ask> against;   // the other side of a comparison, the time before of a change
    std::string_view among = {};  // of a rank: "countries"
    std::string_view of = {};     // of a percentage: "of GDP"
};

// As it reads (first), then what it may have been mixed up with; each group by likelihood.
std::vector<Tried> readings_of(const Statement& statement, const Sums& sums, std::optional<Date> day);

// Of each claim kind; each appends.
std::vector<Tried> amount_readings(const Statement& statement, const Sums& sums, std::optional<Date> day);
std::vector<Tried> percent_readings(const Statement& statement, const Sums& sums, std::optional<Date> day);
std::vector<Tried> rank_readings(const Statement& statement, const Sums& sums, std::optional<Date> day);
std::vector<Tried> change_readings(const Statement& statement, const Sums& sums, std::optional<Date> day);
std::vector<Tried> comparison_readings(const Statement& statement, const Sums& sums, std::optional<Date> day);

// The periods a statement can mean as it reads, the likeliest first. An open end is the article's day; since
// releases come weeks after their cut-off, also the ends of the months before.
struct Stretch {
    std::optional<Date> first, last;
    double likelihood = 1;
};
std::vector<Stretch> stretches_of(const std::optional<Span>& span, std::optional<Date> day);
// Also what a sentence without a period of its own may mean: one named before it, or all the time.
std::vector<Stretch> stretches_of(const Statement& statement, std::optional<Date> day);

// The measures it can mean as it reads.
std::vector<Measure> measures_of(const Statement& statement, const Sums::Shelved& shelved);

// Whom a donor or group is taken for, from data/lookalikes.tsv, the likeliest first.
struct Lookalike {
    std::string code, taken_for;
};
const std::vector<Lookalike>& lookalikes();

// Whether these are donors without a group among them.
bool is_country(const std::vector<std::string>& codes);

// "the US", "Europe, including the UK, …,", "Denmark and Sweden".
std::string names_of(const std::vector<std::string>& codes);

}  // namespace pledgebook::claims
