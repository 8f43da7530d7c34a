#include "claims/verdicts/tried.hpp"

namespace pledgebook::claims {

namespace {

Tried made(const Ask& ask, double value, std::size_t release, Tried::Other other, double likelihood,
           std::string_view of) {
    Tried tried;
    tried.other = other;
    tried.value = value;
    tried.ask = ask;
    tried.release = release;
    tried.of = of;
    tried.likelihood = likelihood / static_cast<double>(1 + release);
    return tried;
}

}  // namespace

std::vector<Tried> percent_readings(const Statement& statement, const Sums& sums, std::optional<Date> day) {
    std::vector<Tried> tried;
    constexpr double months_a_year = 12;
    const auto& claim = statement.claim;
    for (std::size_t release = 0; release < sums.releases().size(); ++release) {
        const auto& shelved = sums.releases()[release];
        for (const auto measure : measures_of(statement, shelved)) {
            for (const auto& stretch : stretches_of(statement, day)) {
                const Ask ask{claim.donors, claim.aid, measure, stretch.first, stretch.last};
                if (claim.kind == ClaimKind::percent_of_gdp) {
                    const auto percent = sums.percent_of_gdp(shelved, ask);
                    if (!percent) {
                        continue;
                    }
                    const auto months =
                        Month(sums.last_of(shelved, ask)).minus(Month(sums.first_of(shelved, ask))) + 1;
                    const auto yearly = *percent * months_a_year / months;
                    const bool a_year = statement.per == Statement::Per::year;
                    tried.push_back(made(ask, a_year ? yearly : *percent, release, Tried::Other::none,
                                         stretch.likelihood, "of GDP"));
                    tried.push_back(made(ask, a_year ? *percent : yearly, release, Tried::Other::yearly,
                                         0.5 * stretch.likelihood,
                                         a_year ? "of GDP, over the whole time" : "of GDP a year"));
                    continue;
                }
                const auto part = sums.euros(shelved, ask);
                auto all_kinds = ask;
                all_kinds.kinds = {};
                auto all_donors = ask;
                all_donors.donors = {"ALL"};
                const auto of_own = sums.euros(shelved, all_kinds);
                const auto of_all = sums.euros(shelved, all_donors);
                if (part && of_own && *of_own > 0 && !claim.aid.empty()) {
                    tried.push_back(made(ask, *part / *of_own * 100, release, Tried::Other::none,
                                         stretch.likelihood, "of all its aid"));
                }
                if (part && of_all && *of_all > 0 && claim.donors != all_donors.donors) {
                    tried.push_back(made(ask, *part / *of_all * 100, release, Tried::Other::none,
                                         0.9 * stretch.likelihood, "of what all donors gave"));
                }
            }
        }
    }
    return tried;
}

}  // namespace pledgebook::claims
