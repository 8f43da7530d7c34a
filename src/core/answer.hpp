// Answers: a number that always says which release, measure, donors, period, currency and rate it is of.
#pragma once

#include "core/entry.hpp"
#include "core/question.hpp"
#include "core/release.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pledgebook {

// What a question came to mean once it was put to a release.
struct Scope {
    Question question;                // as asked
    Release release;                  // that answers
    std::string donors_label;         // "USA", "EU", "DEU, FRA", "ALL"
    std::vector<std::string> donors;  // codes, a group spelled out, in the order of the reference
    std::vector<std::string> absent;  // of these, the ones of which the release holds nothing
    std::vector<Kind> kinds;          // never empty
    Measure measure = Measure::commitment;
    bool measure_by_default = false;
    std::vector<Channel> channels;  // never empty
    Period period;                  // that was answered; both ends given
    bool cut = false;               // the question went beyond the cut-off
    bool observed = false;          // the release gives this measure in sums by month, not in entries
};

// How euros became the currency of the answer. A record, so that the number can be made again.
struct Conversion {
    Currency currency;
    RateRule rule;
    bool rule_by_default = false;
    std::optional<Rate> rate;   // the one rate used; nothing where each entry has its own (rule `entry`)
    std::optional<Date> day;    // of that rate; earlier than asked where that day had none
    std::optional<Date> asked;  // the day for which a rate was looked up
    std::string source;         // "ECB euro reference rate", "release ust-7"
};

struct Part {
    Kind kind = Kind::military;
    Decimal amount;  // in the answer's currency
    Euros euros;
    std::uint64_t entries = 0;
};

// Entries left out of an answer that names a period, since their date may or may not lie in it.
struct Undated {
    std::uint64_t entries = 0;
    Euros euros;
};

// Parts of what the EU institutions gave that are reckoned to its members by the key named. Stands beside
// the amount of an answer and is not in it.
struct EuShare {
    Decimal amount;  // in the answer's currency
    Euros euros;
    std::string source;  // "'eu_share_bn' in table eu_aid_shares of release ust-29"
};

struct Answer {
    Scope scope;
    Decimal amount;  // in conversion.currency
    Euros euros;
    std::optional<Conversion> conversion;  // nothing where the answer is in the euros of the release
    std::vector<Part> parts;               // by kind, in the order of Kind; they add up to `amount`
    bool split_by_kind = true;             // false where the source gives this measure only in sum
    std::uint64_t entries = 0;             // entries or observations with an amount behind the number
    std::uint64_t without_value = 0;       // packages that fit but carry no amount
    Undated undated;
    std::optional<EuShare> eu_share;  // where it was asked for
    std::optional<Decimal> units;     // promised goods, where an item was asked for
    std::optional<Decimal> units_delivered;
    std::vector<std::string> notes;  // whole sentences that a reader must know
};

struct RankRow {
    std::uint32_t place = 0;  // equal amounts share a place
    std::string donor;
    Decimal amount;  // in the answer's currency
    Euros euros;
    std::optional<double> per;        // percent of GDP, or the currency per inhabitant
    std::optional<EuShare> eu_share;  // where it was asked for: then place and `per` go by both together
    std::uint64_t entries = 0;
};

struct Ranking {
    enum class Per { nothing, gdp, capita };

    Scope scope;
    std::optional<Conversion> conversion;
    Per per = Per::nothing;
    std::string per_source;             // which GDP or population, of which year
    std::vector<RankRow> rows;          // best first
    std::vector<std::string> unranked;  // donors without a GDP or a population, with a reason
    std::uint64_t donors = 0;           // before --top cut the list
    std::uint64_t entries = 0;          // behind all of them
    std::size_t top = 0;                // how many rows were asked for; 0: all
    bool split_by_kind = true;
    std::vector<std::string> notes;
};

struct TrendRow {
    std::string label;  // "2022-01", "2022-Q1", "2022"
    Period period;
    Decimal amount;
    Euros euros;
    std::vector<Part> parts;
    std::uint64_t entries = 0;
};

struct Trend {
    enum class By { month, quarter, year };

    Scope scope;
    std::optional<Conversion> conversion;
    By by = By::month;
    std::vector<TrendRow> rows;  // without gaps; a month without entries is a row of 0
    bool split_by_kind = true;
    Undated undated;
    Decimal amount;  // of all rows
    std::uint64_t entries = 0;
    std::vector<std::string> notes;
};

// One line behind an answer: an entry or an observation, and the value that was counted.
struct CountedEntry {
    Entry entry;
    std::optional<Value> value;  // of the measure asked; nothing where it has none
    Decimal amount;              // as counted, in the answer's currency; 0 where it has no value
    bool counted = false;
};

struct CountedObservation {
    Observation observation;
    Decimal amount;
};

struct EntryList {
    Scope scope;
    std::optional<Conversion> conversion;
    std::vector<CountedEntry> entries;  // in the order of the source
    std::vector<CountedObservation> observations;
    Decimal amount;  // of what is counted: the same as total says
    std::vector<std::string> notes;
};

}  // namespace pledgebook
