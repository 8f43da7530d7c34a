#include "core/error.hpp"
#include "core/reference.hpp"
#include "questions/asking.hpp"
#include "questions/desk.hpp"
#include "questions/eu_share.hpp"
#include "questions/tally.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace pledgebook::questions {

namespace {

using Per = Ranking::Per;

constexpr std::size_t most_donors = DonorSet{}.size();

struct Sums {
    std::array<Tally, most_donors> by_donor;
    Undated undated;
};

Sums sums_by_donor(const Resolved& resolved, Converter& converter) {
    Sums sums;
    for (const auto& line : resolved.ledger->lines()) {
        const auto standing = resolved.standing(line);
        if (standing == Standing::undated) {
            add_undated(sums.undated, line);
        } else if (standing == Standing::counted && line.valued) {
            sums.by_donor.at(line.donor).add(line, converter);
        }
    }
    for (auto& tally : sums.by_donor) {
        tally.finish(converter);
    }
    return sums;
}

// The row of each donor that the release holds, in the order of the reference.
std::vector<RankRow> rows_of(const Resolved& resolved, const Sums& sums) {
    DonorSet held;
    for (const auto channel : resolved.scope.channels) {
        held |= resolved.ledger->held(channel);
    }
    std::vector<RankRow> rows;
    const auto& donors = Reference::builtin().donors();
    for (std::size_t at = 0; at < donors.size(); ++at) {
        if ((resolved.donors & held).test(at)) {
            const auto& tally = sums.by_donor.at(at);
            RankRow row;
            row.donor = donors[at].code;
            row.amount = tally.amount();
            row.euros = tally.euros();
            row.entries = tally.entries();
            rows.push_back(row);
        }
    }
    return rows;
}

// Takes out of the rows whoever has no place in such a ranking, and says why.
template <typename Reason>
void set_apart(Ranking& ranking, const Reason& reason) {
    std::vector<RankRow> kept;
    for (auto& row : ranking.rows) {
        const std::string why = reason(row);
        if (why.empty()) {
            kept.push_back(std::move(row));
        } else {
            ranking.unranked.push_back(fmt::format("{}: {}", row.donor, why));
        }
    }
    ranking.rows = std::move(kept);
}

void add_eu_shares(Ranking& ranking, const Resolved& resolved, const Converter& converter) {
    const auto shares = eu_shares(resolved, converter);
    set_apart(ranking, [](const RankRow& row) {
        return is_institution(row.donor) ? std::string("what it gave is counted as its members' parts")
                                         : std::string();
    });
    for (auto& row : ranking.rows) {
        const auto found = shares.by_donor.find(row.donor);
        const auto euros = found == shares.by_donor.end() ? Euros{} : found->second;
        row.eu_share = EuShare{converter.of(euros), euros, shares.source};
    }
    ranking.notes.push_back(
        fmt::format("The members' parts of what the EU institutions gave are added for place and measure, as "
                    "published in {}.",
                    shares.source));
}

Euros euros_of(const RankRow& row) {
    return row.euros + (row.eu_share ? row.eu_share->euros : Euros{});
}

Decimal amount_of(const RankRow& row) {
    return row.amount + (row.eu_share ? row.eu_share->amount : Decimal{});
}

// Fills in `per`, and says whose GDP or population it is.
void add_per(Ranking& ranking, const Economy& economy) {
    const bool gdp = ranking.per == Per::gdp;
    const std::string_view what = gdp ? "GDP" : "population";
    std::set<std::string> sources;
    const auto known = [&](const std::string& donor) {
        return gdp ? economy.gdp(donor) : economy.population(donor);
    };
    set_apart(ranking, [&](const RankRow& row) {
        if (is_institution(row.donor)) {
            return fmt::format("an institution of the EU has no {} of its own", what);
        }
        return known(row.donor) ? std::string() : fmt::format("its {} is not known", what);
    });
    for (auto& row : ranking.rows) {
        const auto base = known(row.donor);
        if (gdp) {
            row.per = euros_of(row).value().to_double() / base->value.to_double() * 100;
        } else {
            row.per = amount_of(row).to_double() / base->value.to_double();
        }
        sources.insert(fmt::format("{} of {}, from {}", what, base->year, base->source));
    }
    ranking.per_source = fmt::format("{}", fmt::join(sources, "; "));
}

// Best first; equal amounts share a place and stand by code.
void put_in_order(std::vector<RankRow>& rows) {
    const auto worth = [](const RankRow& row) {
        return std::pair(row.per.value_or(0), row.per ? Decimal{} : amount_of(row));
    };
    std::stable_sort(rows.begin(), rows.end(), [&](const RankRow& a, const RankRow& b) {
        return worth(a) != worth(b) ? worth(a) > worth(b) : a.donor < b.donor;
    });
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const bool shared = at > 0 && worth(rows[at]) == worth(rows[at - 1]);
        rows[at].place = shared ? rows[at - 1].place : static_cast<std::uint32_t>(at + 1);
    }
}

}  // namespace

Ranking Desk::rank(const Question& question, Ranking::Per per, std::size_t top) const {
    const auto resolved = m_books->resolve(question);
    Converter converter(resolved, m_books->rates);
    const auto sums = sums_by_donor(resolved, converter);
    Ranking ranking;
    ranking.scope = resolved.scope;
    ranking.conversion = converter.record();
    ranking.per = per;
    ranking.rows = rows_of(resolved, sums);
    if (const auto& others = sums.by_donor.at(Line::organisation); others.entries() != 0) {
        ranking.unranked.push_back(fmt::format("organisations: {} {} are theirs, and they go by no code",
                                               grouped(others.amount(), 2), question.currency.code()));
    }
    ranking.notes = resolved.notes;
    append(ranking.notes, converter.notes());
    note_left_out(resolved, sums.undated, ranking.notes);
    note_organisations(resolved, ranking.notes);
    note_packages(resolved, ranking.notes);
    if (question.with_eu_share) {
        add_eu_shares(ranking, resolved, converter);
    }
    if (per != Per::nothing) {
        add_per(ranking, m_books->open(resolved.scope.release.id).economy);
        if (ranking.rows.empty()) {
            throw Error(fmt::format("none of the donors asked for ({}) can be ranked that way",
                                    resolved.scope.donors_label),
                        fmt::format("{}", fmt::join(ranking.unranked, "; ")));
        }
    }
    put_in_order(ranking.rows);
    ranking.donors = ranking.rows.size();
    for (const auto& row : ranking.rows) {
        ranking.entries += row.entries;
    }
    ranking.top = top;
    ranking.split_by_kind = resolved.ledger->split_by_kind(resolved.scope.measure);
    if (top != 0 && top < ranking.rows.size()) {
        ranking.rows.resize(top);
    }
    return ranking;
}

}  // namespace pledgebook::questions
