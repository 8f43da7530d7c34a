#include "claims/verdicts/tried.hpp"

namespace pledgebook::claims {

namespace {

// Two stretches of months whose means are compared.
struct Pair {
    Month before_first, before_last, after_first, after_last;
    double likelihood = 1;
};

constexpr int year = 12;

// With a turning point: from there on against all the time before, or the year before. Without: the last
// months against the year before them, and the last whole year against those before.
std::vector<Pair> pairs_of(const Statement& statement, Month begin, Month end) {
    std::vector<Pair> pairs;
    const auto add = [&](Month b1, Month b2, Month a1, Month a2, double likelihood) {
        b1 = std::max(b1, begin);
        if (b1 <= b2 && a1 <= a2) {
            pairs.push_back({b1, b2, a1, a2, likelihood});
        }
    };
    const auto& span = statement.span;
    if (statement.before) {
        const auto& before = *statement.before;
        const auto last = span && span->last ? std::min(Month(*span->last), end) : end;
        const auto b2 = before.last ? Month(*before.last) : end;
        const auto length = before.first ? b2.minus(Month(*before.first)) : 0;
        const bool own = span && span->first;
        if (before.first) {  // without a period of its own: the same length up to the article
            add(Month(*before.first), b2, own ? Month(*span->first) : last.plus(-length), last, 1);
        }
        return pairs;
    }
    if (span && span->first && Month(*span->first) > begin.plus(1)) {
        const Month turn(*span->first);
        const auto last = span->last ? std::min(Month(*span->last), end) : end;
        add(begin, turn.plus(-1), turn, last, 1);
        add(turn.plus(-year), turn.plus(-1), turn, last, 0.9);
        add(begin, turn, turn.plus(1), last, 0.8);  // what fell during the month shows in the next
        const auto length = last.minus(turn) + 1;
        add(turn.plus(-length), turn.plus(-1), turn, last, 0.7);
        return pairs;
    }
    for (const int months : {3, 6, 2, year}) {
        const auto turn = end.plus(1 - months);
        add(turn.plus(-year), turn.plus(-1), turn, end, 1.0 / months);
        add(begin, turn.plus(-1), turn, end, 0.9 / months);
    }
    const auto whole_year = end.month() == year ? end.year() : end.year() - 1;
    add(begin, Month(whole_year - 1, year), Month(whole_year, 1), Month(whole_year, year), 0.3);
    return pairs;
}

}  // namespace

std::vector<Tried> change_readings(const Statement& statement, const Sums& sums, std::optional<Date> day) {
    std::vector<Tried> tried;
    for (std::size_t at = 0; at < sums.releases().size(); ++at) {
        const auto& shelved = sums.releases()[at];
        const auto begin = shelved.cube->first_month();
        const auto last = shelved.cube->last_month();
        constexpr int too_old = -120;  // days: what has happened since would be left out
        if (day && !sums.reaches(shelved, day->plus_days(too_old))) {
            continue;
        }
        for (const auto measure : measures_of(statement, shelved)) {
            for (int back = 0; back <= 3; ++back) {
                const auto end = day ? std::min(last, Month(*day).plus(-back)) : last;
                for (const auto& pair : pairs_of(statement, begin, end)) {
                    Ask before{statement.claim.donors, statement.claim.aid, measure,
                               pair.before_first.first(), pair.before_last.last()};
                    Ask after = before;
                    after.first = pair.after_first.first();
                    after.last = pair.after_last.last();
                    const auto was = sums.euros(shelved, before);
                    const auto is = sums.euros(shelved, after);
                    if (!was || !is || *was <= 0) {
                        continue;
                    }
                    const auto mean_was = *was / (pair.before_last.minus(pair.before_first) + 1);
                    const auto mean_is = *is / (pair.after_last.minus(pair.after_first) + 1);
                    Tried one;
                    one.value = (mean_is / mean_was - 1) * 100;
                    one.ask = after;
                    one.release = at;
                    one.against = before;
                    one.likelihood = pair.likelihood /
                                     static_cast<double>((1 + at) * (1 + static_cast<std::size_t>(back)));
                    tried.push_back(std::move(one));
                }
            }
        }
    }
    return tried;
}

}  // namespace pledgebook::claims
