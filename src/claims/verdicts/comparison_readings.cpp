#include "claims/verdicts/tried.hpp"

namespace pledgebook::claims {

std::vector<Tried> comparison_readings(const Statement& statement, const Sums& sums,
                                       std::optional<Date> day) {
    std::vector<Tried> tried;
    const auto& claim = statement.claim;
    const auto currency = statement.difference ? claim.unit.substr(0, 3) : std::string();
    for (std::size_t at = 0; at < sums.releases().size(); ++at) {
        const auto& shelved = sums.releases()[at];
        for (const auto measure : measures_of(statement, shelved)) {
            for (const auto& stretch : stretches_of(statement, day)) {
                const Ask one{claim.donors, claim.aid, measure, stretch.first, stretch.last};
                auto other = one;
                other.donors = claim.compared_with;
                const auto mine = sums.euros(shelved, one);
                const auto theirs = sums.euros(shelved, other);
                if (!mine || !theirs || *theirs <= 0) {
                    continue;
                }
                Tried made;
                made.ask = one;
                made.release = at;
                made.likelihood = stretch.likelihood / static_cast<double>(1 + at) *
                                  (measure == Measure::allocation ? 1 : 0.95);
                made.against = other;
                constexpr double hundred = 100;
                made.value = statement.in_percent ? (*mine / *theirs - 1) * hundred : *mine / *theirs;
                if (statement.difference) {
                    made.euros = *mine - *theirs;
                    const auto end = day.value_or(sums.last_of(shelved, one));
                    const auto rate = sums.rate(currency, end);
                    if (!rate) {
                        continue;
                    }
                    made.value = made.euros * rate->rate;
                    made.currency = currency;
                    if (currency != Currency::eur().code()) {
                        made.rate = {Tried::Rate::Rule::day, rate->day, rate->day};
                    }
                }
                tried.push_back(std::move(made));
            }
        }
    }
    return tried;
}

}  // namespace pledgebook::claims
