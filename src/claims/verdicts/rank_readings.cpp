#include "claims/verdicts/tried.hpp"

#include "core/reference.hpp"

#include <algorithm>

namespace pledgebook::claims {

namespace {

// Those who are ranked against each other: each a set of codes under one name.
std::vector<std::vector<std::string>> field_of(const Statement& statement, bool institutions) {
    const auto& reference = Reference::builtin();
    const auto& own = statement.claim.donors;
    std::vector<std::string> within;
    for (const auto& code : statement.among) {
        const auto* group = reference.group(code);
        for (const auto& each : group != nullptr ? group->members : std::vector<Membership>()) {
            if (!each.until) {
                within.push_back(each.donor);
            }
        }
    }
    const auto* own_group = own.size() == 1 ? reference.group(own.front()) : nullptr;
    const auto in_own = [&](const std::string& code) {
        return own_group != nullptr &&
               std::any_of(own_group->members.begin(), own_group->members.end(),
                           [&](const Membership& each) { return each.donor == code && !each.until; });
    };
    std::vector<std::vector<std::string>> field{own};
    for (const auto& donor : reference.donors()) {
        const bool inside =
            within.empty() || std::find(within.begin(), within.end(), donor.code) != within.end();
        const bool itself = own.size() == 1 && donor.code == own.front();
        if (!questions::is_institution(donor.code) && inside && !in_own(donor.code) && !itself) {
            field.push_back({donor.code});
        }
    }
    if (institutions && !in_own("EUC") && own != std::vector<std::string>{"EU_INSTITUTIONS"}) {
        field.push_back({"EU_INSTITUTIONS"});
    }
    return field;
}

std::optional<double> weight(const Statement& statement, const Sums& sums, const Sums::Shelved& shelved,
                             const Ask& ask) {
    if (statement.against == Statement::Against::gdp) {
        return sums.percent_of_gdp(shelved, ask);
    }
    const auto euros = sums.euros(shelved, ask);
    if (statement.against != Statement::Against::capita || !euros) {
        return euros;
    }
    double heads = 0;
    for (const auto& donor : ask.donors) {
        const auto known = shelved.economy->population(donor);
        heads += known ? known->value.to_double() : 0;
    }
    return heads > 0 ? std::optional(*euros / heads) : std::nullopt;
}

}  // namespace

std::vector<Tried> rank_readings(const Statement& statement, const Sums& sums, std::optional<Date> day) {
    std::vector<Tried> tried;
    for (std::size_t at = 0; at < sums.releases().size(); ++at) {
        const auto& shelved = sums.releases()[at];
        for (const auto measure : measures_of(statement, shelved)) {
            for (const auto& stretch : stretches_of(statement, day)) {
                for (const bool institutions : {true, false}) {
                    const Ask ask{statement.claim.donors, statement.claim.aid, measure, stretch.first,
                                  stretch.last};
                    const auto own = weight(statement, sums, shelved, ask);
                    if (!own) {
                        continue;
                    }
                    double rank = 1;
                    for (const auto& rival : field_of(statement, institutions)) {
                        auto theirs = ask;
                        theirs.donors = rival;
                        const auto amount = weight(statement, sums, shelved, theirs);
                        const bool ahead = amount && (statement.lowest ? *amount < *own : *amount > *own);
                        rank += ahead && rival != statement.claim.donors ? 1 : 0;
                    }
                    Tried one;
                    one.value = rank;
                    one.ask = ask;
                    one.release = at;
                    one.among = institutions ? "single donors" : "countries";
                    one.likelihood = stretch.likelihood * (institutions ? 1 : 0.9) /
                                     static_cast<double>(1 + at) *
                                     (measure == Measure::allocation ? 1 : 0.95);
                    tried.push_back(std::move(one));
                }
            }
        }
    }
    return tried;
}

}  // namespace pledgebook::claims
