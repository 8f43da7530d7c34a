#include "core/error.hpp"
#include "core/reference.hpp"
#include "questions/asking.hpp"
#include "questions/desk.hpp"
#include "questions/tally.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <tuple>

namespace pledgebook::questions {

namespace {

// The lines of one measure, found by the entry or observation behind them.
std::vector<const Line*> by_entry(const Resolved& resolved) {
    std::vector<const Line*> lines(resolved.ledger->intake().entries.size(), nullptr);
    for (const auto& line : resolved.ledger->lines()) {
        if (!line.observed && line.measure == resolved.scope.measure) {
            lines[line.at] = &line;
        }
    }
    return lines;
}

CountedEntry counted(const Entry& entry, const Line* line, Measure measure, bool in_period, Tally& tally,
                     Converter& converter) {
    CountedEntry made;
    made.entry = entry;
    const auto value = std::find_if(entry.values.begin(), entry.values.end(),
                                    [&](const Value& each) { return each.measure == measure; });
    if (value != entry.values.end()) {
        made.value = *value;
    }
    made.counted = in_period && line != nullptr && line->valued;
    if (made.counted) {
        made.amount = converter.of(*line);
        tally.add(*line, made.amount);
    }
    return made;
}

struct Id {
    std::string package;
    std::optional<std::uint32_t> line;
};

// "DEM1" or "DEM1/3"; a package whose own name has a slash is found by its whole name first.
Id parsed(const std::string& id) {
    const auto slash = id.rfind('/');
    if (slash == std::string::npos) {
        return {id, {}};
    }
    std::uint32_t line = 0;
    const auto* end = id.data() + id.size();
    const auto [stop, error] = std::from_chars(id.data() + slash + 1, end, line);
    return error == std::errc{} && stop == end ? Id{id.substr(0, slash), line} : Id{id, {}};
}

std::size_t common_start(std::string_view a, std::string_view b) {
    return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

// Ids that begin like this one, and are about as long.
std::vector<std::string> nearest_ids(const Intake& intake, const std::string& wanted) {
    const auto folded_wanted = folded(wanted);
    std::set<std::tuple<std::size_t, std::size_t, std::string>> near;  // by unlike letters
    for (const auto& entry : intake.entries) {
        const auto id = folded(entry.package);
        const auto same = common_start(id, folded_wanted);
        if (same != 0) {
            const auto longer = std::max(id.size(), folded_wanted.size());
            near.emplace(longer - same, longer, entry.package);
        }
    }
    std::vector<std::string> ids;
    for (const auto& [unlike, size, id] : near) {
        if (ids.size() < 5) {
            ids.push_back(id);
        }
    }
    return ids;
}

[[noreturn]] void refuse_id(const Ledger& ledger, const std::string& id) {
    const auto& release = ledger.release().id;
    if (ledger.intake().entries.empty()) {
        throw Error(fmt::format("release {} has no packages: it gives its amounts only in sums", release),
                    "name a release that was taken in with its entries");
    }
    const auto near = nearest_ids(ledger.intake(), id);
    throw Error(fmt::format("there is no package '{}' in release {}", id, release),
                near.empty() ? fmt::format("ids look like {}", ledger.intake().entries.front().package)
                             : fmt::format("the nearest are {}", fmt::join(near, ", ")));
}

std::vector<std::size_t> found(const Ledger& ledger, const std::string& id) {
    const auto& entries = ledger.intake().entries;
    const auto matching = [&](const Id& wanted) {
        std::vector<std::size_t> at;
        for (std::size_t each = 0; each < entries.size(); ++each) {
            if (entries[each].package == wanted.package &&
                (!wanted.line || entries[each].line == *wanted.line)) {
                at.push_back(each);
            }
        }
        return at;
    };
    auto at = matching({id, {}});
    if (at.empty()) {
        at = matching(parsed(id));
    }
    if (at.empty()) {
        const auto package = parsed(id).package;
        const auto whole = matching({package, {}});
        if (!whole.empty()) {
            throw Error(fmt::format("package {} has no such line as '{}'", package, id),
                        fmt::format("it has {} lines: {}/{} to {}/{}", whole.size(), package,
                                    entries[whole.front()].line, package, entries[whole.back()].line));
        }
        refuse_id(ledger, id);
    }
    return at;
}

// What every list says when its lines are in: its scope, its conversion, its sum, and what to know of them.
void close(EntryList& list, const Resolved& resolved, Converter& converter, Tally& tally) {
    tally.finish(converter);
    list.scope = resolved.scope;
    list.conversion = converter.record();
    list.amount = tally.amount();
    list.notes = resolved.notes;
    append(list.notes, converter.notes());
}

}  // namespace

EntryList Desk::entries(const Question& question) const {
    if (question.with_eu_share) {
        throw Error("the parts of the EU's aid are published only in sum: no entries lie behind them",
                    "ask without the EU share, or `total`");
    }
    const auto resolved = m_books->resolve(question);
    const auto& ledger = *resolved.ledger;
    Converter converter(resolved, m_books->rates);
    EntryList list;
    Tally tally;
    Undated undated;
    const auto lines = by_entry(resolved);
    const auto& entries = ledger.intake().entries;
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const auto standing = resolved.standing(ledger.spans()[at]);
        if (!resolved.fits(entries[at], at) || standing == Standing::outside) {
            continue;
        }
        list.entries.push_back(counted(entries[at], lines[at], resolved.scope.measure,
                                       standing == Standing::counted, tally, converter));
        if (standing == Standing::undated && lines[at] != nullptr) {
            add_undated(undated, *lines[at]);
        }
    }
    for (const auto& line : ledger.lines()) {
        const auto standing = line.observed ? resolved.standing(line) : Standing::outside;
        if (standing == Standing::counted) {
            const auto amount = converter.of(line);
            tally.add(line, amount);
            list.observations.push_back({ledger.intake().observations[line.at], amount});
        } else if (standing == Standing::undated) {
            add_undated(undated, line);
        }
    }
    close(list, resolved, converter, tally);
    note_left_out(resolved, undated, list.notes);
    note_organisations(resolved, list.notes);
    note_packages(resolved, list.notes);
    return list;
}

EntryList Desk::show(const std::string& id, const Question& question) const {
    // Only what says in which release and currency to look; an id leaves nothing to filter.
    Question asked;
    asked.release = question.release;
    asked.as_of = question.as_of;
    asked.measures = question.measures;
    asked.currency = question.currency;
    asked.rate = question.rate;
    asked.channels = {Channel::bilateral, Channel::commercial, Channel::multilateral};
    const auto& ledger = *m_books->resolve(asked).ledger;
    const auto at = found(ledger, id);
    const auto& first = ledger.intake().entries[at.front()];
    if (donor_set(first.donor).any()) {
        asked.donors = {first.donor};
    }
    asked.channels = {first.channel};
    const auto resolved = m_books->resolve(asked);
    Converter converter(resolved, m_books->rates);
    EntryList list;
    Tally tally;
    const auto lines = by_entry(resolved);
    for (const auto each : at) {
        list.entries.push_back(counted(ledger.intake().entries[each], lines[each], resolved.scope.measure,
                                       true, tally, converter));
    }
    close(list, resolved, converter, tally);
    return list;
}

}  // namespace pledgebook::questions
