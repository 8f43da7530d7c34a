// A total in which the same entry counts twice, or not at all though its donor has a row. It is found by
// trying: an entry is made larger, and the totals are looked at.
#include "audit/ledger_sheet.hpp"
#include "audit/reckoning.hpp"
#include "audit/rule.hpp"
#include "core/reference.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace pledgebook::audit {

namespace {

using formulas::Position;
using formulas::Value;
using Published = Reckoning::Published;

// The entries of one donor and kind, by one of them whose euros stand in a cell.
struct Source {
    std::string donor;
    std::vector<std::pair<Euros, Position>> cells;  // the largest first
    Euros euros;                                    // all of them
};

// So many are tried at once: each is made larger by a power of four, so that how often each of them counts
// (up to three times) can be read from one number.
constexpr std::size_t at_once = 12;
constexpr double step = 1e6;            // euros; the least that is added
constexpr std::size_t fewest_rows = 5;  // that a total counts, to be one

std::map<Kind, std::vector<Source>> sources(Reckoning& reckoning) {
    std::map<std::pair<Kind, std::string>, Source> found;
    for (const auto& entry : reckoning.evidence().intake().entries) {
        const auto euros = any_euros_of(entry);
        if (entry.channel != Channel::bilateral || !entry.kind || !euros || entry.values.empty() ||
            entry.values.front().place.column == 0) {
            continue;
        }
        const auto at = reckoning.position(entry.values.front().place);
        if (!at || !reckoning.values().at(*at).is(Value::Type::number)) {
            continue;
        }
        auto& source = found[{*entry.kind, entry.donor}];
        source.cells.emplace_back(*euros, *at);
        source.donor = entry.donor;
        source.euros += *euros;
    }
    std::map<Kind, std::vector<Source>> by_kind;
    for (auto& [key, source] : found) {
        std::sort(source.cells.begin(), source.cells.end(),
                  [](const auto& a, const auto& b) { return b < a; });
        by_kind[key.first].push_back(std::move(source));
    }
    return by_kind;
}

// How often each of the sources counts in a number that changed so much; nothing where that is no whole
// number of times.
std::optional<std::vector<int>> counts_in(double change, std::size_t sources) {
    const double units = change / step;
    const double whole = std::round(units);
    if (std::abs(units - whole) > 1e-3 || whole < 0 || whole >= std::pow(4.0, static_cast<double>(sources))) {
        return std::nullopt;
    }
    auto rest = static_cast<std::int64_t>(whole);
    std::vector<int> counts;
    for (std::size_t at = 0; at < sources; ++at, rest /= 4) {
        counts.push_back(static_cast<int>(rest % 4));
    }
    return counts;
}

bool is_times(double weight, int times) {
    return std::abs(weight - times) < 1e-3;
}

// What one kind's entries do in one published number.
struct Counted {
    std::map<std::string, std::pair<int, Euros>> donors;  // how often, and how many euros
};

class Trial {
public:
    explicit Trial(Reckoning& reckoning) : m_reckoning(reckoning) {
        m_sources = sources(reckoning);
        for (const auto& [kind, all] : m_sources) {
            for (std::size_t first = 0; first < all.size(); first += at_once) {
                try_some(kind,
                         {all.begin() + static_cast<std::ptrdiff_t>(first),
                          all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), first + at_once))});
            }
        }
    }

    [[nodiscard]] const std::map<std::size_t, std::map<Kind, Counted>>& counted() const { return m_counted; }

    // How often the donor's entries count in that number, tried alone: what was tried together may have been
    // read wrong, where an entry is what others leave of a sum and shrinks as they grow. Nothing where
    // every entry does that.
    std::optional<double> alone(std::size_t published, Kind kind, const std::string& donor) {
        const auto [tried, is_new] = m_alone.try_emplace({kind, donor});
        if (is_new) {
            tried->second = weights_of(kind, donor);
        }
        const auto found = tried->second.find(published);
        return tried->second.empty() ? std::nullopt
                                     : std::optional(found == tried->second.end() ? 0.0 : found->second);
    }

private:
    using Weights = std::map<std::size_t, double>;  // by number of the published amount

    [[nodiscard]] formulas::Change larger(Position cell, double by) {
        return {cell, Value::of(m_reckoning.values().at(cell).number + by)};
    }

    Weights weights_of(Kind kind, const std::string& donor) {
        for (const auto& source : m_sources[kind]) {
            for (std::size_t i = 0;
                 source.donor == donor && i < std::min<std::size_t>(5, source.cells.size()); ++i) {
                formulas::Calculation tried(m_reckoning.values(), {larger(source.cells[i].second, step)});
                if (!is_times(growth_of_ledger(tried) / step, 1)) {
                    continue;
                }
                Weights weights;
                each_changed(tried, [&](std::size_t at, double change) { weights[at] = change / step; });
                return weights;
            }
        }
        return {};
    }

    // An entry that others are reckoned from (what is left of a sum) makes them smaller as it grows.
    double growth_of_ledger(formulas::Calculation& tried) {
        double growth = 0;
        for (const auto& [kind, all] : m_sources) {
            for (const auto& source : all) {
                for (const auto& [euros, cell] : source.cells) {
                    growth +=
                        as_number(tried.at(cell)).number - as_number(m_reckoning.values().at(cell)).number;
                }
            }
        }
        return growth;
    }

    template <typename Visit>
    void each_changed(formulas::Calculation& tried, Visit&& visit) {
        const auto& published = m_reckoning.published();
        for (std::size_t at = 0; at < published.size(); ++at) {
            if (!tried.touched(published[at].cell)) {
                continue;
            }
            const auto& now = m_reckoning.values().value(published[at].cell);
            const auto& then = tried.value(published[at].cell);
            if (now.is(Value::Type::number) && then.is(Value::Type::number)) {
                visit(at, (then.number - now.number) * published[at].scale);
            }
        }
    }

    void try_some(Kind kind, const std::vector<Source>& some) {
        std::vector<formulas::Change> changes;
        double more = step;
        for (const auto& source : some) {
            changes.push_back(larger(source.cells.front().second, more));
            more *= 4;
        }
        formulas::Calculation tried(m_reckoning.values(), changes);
        each_changed(tried, [&](std::size_t at, double change) {
            const auto counts = counts_in(change, some.size());
            for (std::size_t i = 0; counts && i < some.size(); ++i) {
                m_counted[at][kind].donors[some[i].donor] = {counts->at(i), some[i].euros};
            }
        });
    }

    Reckoning& m_reckoning;
    std::map<std::size_t, std::map<Kind, Counted>> m_counted;  // by number of the published amount
    std::map<Kind, std::vector<Source>> m_sources;
    std::map<std::pair<Kind, std::string>, Weights> m_alone;
};

bool is_donor(const std::string& row) {
    return Reference::builtin().donor(row) != nullptr;
}

class Look {
public:
    explicit Look(Reckoning& reckoning) : m_reckoning(reckoning), m_trial(reckoning) {}

    std::vector<AuditFinding> findings() {
        std::vector<AuditFinding> findings;
        for (const auto& [at, kinds] : m_trial.counted()) {
            const auto& total = m_reckoning.published()[at];
            if (is_donor(total.figure->row)) {
                continue;
            }
            const auto sorted = sort_out(at, kinds);
            if (!sorted.twice.empty()) {
                findings.push_back(made_of(total, sorted.twice, true));
            }
            if (!sorted.never.empty()) {
                findings.push_back(made_of(total, sorted.never, false));
            }
        }
        return findings;
    }

private:
    struct Sorted {
        std::map<std::string, Euros> twice, never;
    };

    [[nodiscard]] Sorted sort_out(std::size_t at, const std::map<Kind, Counted>& kinds) {
        Sorted sorted;
        const auto& total = m_reckoning.published()[at];
        const auto members = members_of(total.figure->row);
        std::set<std::string> once;
        std::set<std::string> once_below;  // with rows of their own above the total
        for (const auto& [kind, counted] : kinds) {
            for (const auto& [donor, count] : counted.donors) {
                if (count.first == 1) {
                    once.insert(donor);
                }
                if (count.first == 1 && has_row(total, kind, donor)) {
                    once_below.insert(donor);
                }
            }
        }
        for (const auto& [kind, counted] : kinds) {
            const bool asks_for_kind = std::any_of(counted.donors.begin(), counted.donors.end(),
                                                   [](const auto& each) { return each.second.first > 0; });
            for (const auto& [donor, count] : counted.donors) {
                if (count.first > 1 && once.size() > 1 &&
                    is_times(m_trial.alone(at, kind, donor).value_or(0), 2)) {
                    sorted.twice[donor] += count.second;
                }
                const bool expected = members.empty() ? has_row(total, kind, donor) : members.contains(donor);
                if (count.first == 0 && asks_for_kind && expected && count.second != Euros{} &&
                    is_times(m_trial.alone(at, kind, donor).value_or(1), 0)) {
                    sorted.never[donor] += count.second;
                }
            }
        }
        // A sum of some rows among others is no total of all.
        const auto held_to = members.empty() ? once_below.size() : once.size();
        if (held_to < (members.empty() ? std::max(fewest_rows, 4 * sorted.never.size()) : 2)) {
            sorted.never.clear();
        }
        return sorted;
    }

    // Of a row that is a group's; empty for any other.
    [[nodiscard]] std::set<std::string> members_of(const std::string& row) const {
        const auto* group = Reference::builtin().group(row);
        const auto& cutoff = m_reckoning.evidence().intake().release.cutoff;
        if (group == nullptr || !cutoff) {
            return {};
        }
        const auto members = group->members_on(*cutoff);
        return {members.begin(), members.end()};
    }

    // Does the donor stand in a row of its own above, in that column, with these entries in it?
    [[nodiscard]] bool has_row(const Published& total, Kind kind, const std::string& donor) const {
        for (const auto& [at, kinds] : m_trial.counted()) {
            const auto& row = m_reckoning.published()[at];
            if (row.at.sheet != total.at.sheet || row.at.column != total.at.column ||
                row.at.row > total.at.row || row.figure->row != donor) {
                continue;
            }
            const auto counted = kinds.find(kind);
            const auto own = counted == kinds.end() ? decltype(counted->second.donors.begin()){}
                                                    : counted->second.donors.find(donor);
            return counted != kinds.end() && own != counted->second.donors.end() && own->second.first == 1;
        }
        return false;
    }

    [[nodiscard]] AuditFinding made_of(const Published& total, const std::map<std::string, Euros>& donors,
                                       bool twice) const {
        AuditFinding finding;
        finding.places.push_back(total.figure->place);
        Euros euros;
        std::string names;
        for (const auto& [donor, amount] : donors) {
            euros += amount;
            names += (names.empty() ? "" : ", ") + Reference::builtin().name_of(donor);
        }
        finding.key = key({m_reckoning.evidence().key_of(finding.places.front()), twice ? "twice" : "never"});
        finding.sure = Sureness::certain;
        finding.effect = euros;
        finding.effect_on = to_string(total.figure->place);
        const auto amount = grouped(euros.value(), 2);
        finding.what = fmt::format("'{}' of '{}' in {} {} \xE2\x82\xAC{} of {}", total.figure->column,
                                   total.figure->row_text, to_string(total.figure->place),
                                   twice ? "counts twice" : "leaves out", amount, names);
        if (twice) {
            finding.why =
                "A euro more in an entry of theirs makes this number two euros larger, one in an entry of "
                "the "
                "others one: they stand in a row of their own and are in the rows of others too.";
            finding.mend = "Leave one of the two out of the sum.";
        } else {
            finding.why =
                "A euro more in an entry of theirs makes their own row larger and not this number, where it "
                "does for the others.";
            finding.mend = "Let the sum reach over their row.";
        }
        return finding;
    }

    Reckoning& m_reckoning;
    Trial m_trial;
};

std::vector<AuditFinding> look(const Evidence& evidence) {
    std::vector<AuditFinding> findings;
    with_reckoning(evidence, [&](Reckoning& reckoning) { findings = Look(reckoning).findings(); });
    return findings;
}

}  // namespace

Rule counted_once_rule() {
    return {"totals that count an entry twice, or leave a row out", look};
}

}  // namespace pledgebook::audit
