#include "questions/asking.hpp"

#include "questions/which_release.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace pledgebook::questions {

Desk::Books::Opened::Opened(Intake intake, const Books& books)
    : ledger(std::move(intake)), economy(ledger.intake(), books.macro, books.shelf->name(), books.rates) {}

void Desk::Books::read_shelf() {
    std::call_once(m_read, [this] {
        releases = shelf->releases();
        macro = shelf->macro();
        rates = RateTable(shelf->day_rates());
    });
}

const Desk::Books::Opened& Desk::Books::open(const std::string& release_id) {
    read_shelf();
    const std::lock_guard lock(m_opening);
    auto& opened = m_opened[release_id];
    if (!opened) {
        opened = std::make_unique<Opened>(shelf->load(release_id), *this);
    }
    return *opened;
}

Resolved Desk::Books::resolve(const Question& question) {
    read_shelf();
    std::vector<std::string> notes;
    const auto& release = which_release(releases, question, shelf->name(), notes);
    auto resolved = questions::resolve(question, open(release.id).ledger);
    resolved.notes.insert(resolved.notes.begin(), notes.begin(), notes.end());
    return resolved;
}

void add_undated(Undated& undated, const Line& line) {
    if (line.valued) {
        ++undated.entries;
        undated.euros += line.euros;
    }
}

void append(std::vector<std::string>& notes, const std::vector<std::string>& more) {
    notes.insert(notes.end(), more.begin(), more.end());
}

void note_left_out(const Resolved& resolved, const Undated& undated, std::vector<std::string>& notes) {
    if (undated.entries != 0) {
        notes.push_back(
            fmt::format("Left out: {} amount{}, €{} together, whose date does not say whether {} in the "
                        "period.",
                        undated.entries, undated.entries == 1 ? "" : "s", grouped(undated.euros.value(), 2),
                        undated.entries == 1 ? "it lies" : "they lie"));
    }
    std::uint64_t nobody = 0;
    Euros sum;
    for (const auto& each : resolved.ledger->aside()) {
        const bool asked = each.donor.none() ? resolved.everyone : (each.donor & resolved.donors).any();
        if (asked && each.measure == resolved.scope.measure &&
            resolved.channels[static_cast<std::size_t>(each.channel)]) {
            ++nobody;
            sum += each.euros;
        }
    }
    if (nobody != 0) {
        notes.push_back(fmt::format("Left out: {} amount{}, €{} together, whose donor or kind is not known.",
                                    nobody, nobody == 1 ? "" : "s", grouped(sum.value(), 2)));
    }
}

void note_organisations(const Resolved& resolved, std::vector<std::string>& notes) {
    std::set<std::string> names;
    std::uint64_t amounts = 0;
    Euros sum;
    for (const auto& line : resolved.ledger->lines()) {
        if (line.donor == Line::organisation && line.valued && resolved.standing(line) == Standing::counted) {
            ++amounts;
            sum += line.euros;
            names.insert(resolved.ledger->intake().entries[line.at].donor_text);
        }
    }
    if (amounts != 0) {
        notes.push_back(
            fmt::format("{} amount{}, €{} together, {} of organisations, which go by no code: {}.", amounts,
                        amounts == 1 ? "" : "s", grouped(sum.value(), 2), amounts == 1 ? "is" : "are",
                        fmt::join(names, ", ")));
    }
}

void note_packages(const Resolved& resolved, std::vector<std::string>& notes) {
    if (resolved.items.empty()) {
        return;
    }
    const auto& entries = resolved.ledger->intake().entries;
    std::set<std::string_view> mixed;
    for (std::size_t at = 0; at < entries.size(); ++at) {
        if (!resolved.items[at]) {
            mixed.insert(entries[at].package);
        }
    }
    std::uint64_t partly = 0;
    std::uint64_t without = 0;
    for (std::size_t at = 0; at < entries.size(); ++at) {
        if (!resolved.fits(entries[at], at) ||
            resolved.standing(resolved.ledger->spans()[at]) != Standing::counted) {
            continue;
        }
        const bool valued = std::any_of(
            entries[at].values.begin(), entries[at].values.end(),
            [&](const Value& value) { return value.measure == resolved.scope.measure && value.euros; });
        partly += valued && mixed.contains(entries[at].package) ? 1 : 0;
        without += valued ? 0 : 1;
    }
    if (partly != 0) {
        notes.push_back(
            fmt::format("The money of a package stands on one of its lines: {} of the amounts {} with other "
                        "items too.",
                        partly, partly == 1 ? "is of a package" : "are of packages"));
    }
    if (without != 0) {
        notes.push_back(fmt::format("{} of the entries that fit {} no amount of {} own.", without,
                                    without == 1 ? "carries" : "carry", without == 1 ? "its" : "their"));
    }
}

}  // namespace pledgebook::questions
