#include "questions/scope.hpp"

#include "core/error.hpp"
#include "core/reference.hpp"
#include "core/tsv.hpp"
#include "data_files.hpp"
#include "questions/which_donors.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pledgebook::questions {

namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view by = ", ") {
    return fmt::format("{}", fmt::join(parts, by));
}

template <typename Word>
std::string words_of(const std::vector<Word>& words) {
    std::vector<std::string> parts;
    for (const auto word : words) {
        parts.emplace_back(to_string(word));
    }
    return joined(parts);
}

// Sorted and each once; all of `otherwise` where nothing was asked.
template <typename Word>
std::vector<Word> each_once(std::vector<Word> asked, std::vector<Word> otherwise) {
    if (asked.empty()) {
        return otherwise;
    }
    std::sort(asked.begin(), asked.end());
    asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
    return asked;
}

void settle_period(const Question& question, Resolved& resolved) {
    const auto& ledger = *resolved.ledger;
    const auto& asked = question.period;
    const auto& id = ledger.release().id;
    const auto covers =
        fmt::format("release {} covers {} to {}", id, to_string(ledger.begins()), to_string(ledger.cutoff()));
    if (asked.first && asked.last && *asked.last < *asked.first) {
        throw Error(fmt::format("the period ends on {}, before it begins on {}", to_string(*asked.last),
                                to_string(*asked.first)),
                    "turn it round");
    }
    if (asked.first && ledger.cutoff() < *asked.first) {
        throw Error(fmt::format("the period from {} on lies after the cut-off", to_string(*asked.first)),
                    covers);
    }
    if (asked.last && *asked.last < ledger.begins()) {
        throw Error(fmt::format("the period up to {} lies before the release begins", to_string(*asked.last)),
                    covers);
    }
    resolved.period.earliest = std::max(asked.first.value_or(ledger.begins()), ledger.begins());
    resolved.period.latest = std::min(asked.last.value_or(ledger.cutoff()), ledger.cutoff());
    resolved.scope.cut = asked.last && ledger.cutoff() < *asked.last;
    resolved.scope.period = {resolved.period.earliest, resolved.period.latest};
    if (resolved.scope.cut) {
        resolved.notes.push_back(fmt::format("Answered up to the cut-off of release {}, {}; {} was asked.",
                                             id, to_string(ledger.cutoff()), to_string(*asked.last)));
    }
    if (asked.first && Month(*asked.first) < Month(ledger.begins())) {
        resolved.notes.push_back(fmt::format("Release {} begins on {}; {} was asked.", id,
                                             to_string(ledger.begins()), to_string(*asked.first)));
    }
}

void settle_measure(const Question& question, Resolved& resolved) {
    const auto& ledger = *resolved.ledger;
    const auto asked = each_once(question.measures, {});
    const auto had = ledger.measures();
    if (asked.size() > 1) {
        throw Error(
            fmt::format("measures are never added to each other: {} were asked at once", words_of(asked)),
            fmt::format("ask for one at a time; release {} has {}", ledger.release().id, words_of(had)));
    }
    if (had.empty()) {
        throw Error(fmt::format("release {} has no amounts at all", ledger.release().id));
    }
    if (!asked.empty()) {
        if (!ledger.has(asked.front())) {
            throw Error(fmt::format("release {} has no {}", ledger.release().id, to_string(asked.front())),
                        fmt::format("it has: {}", words_of(had)));
        }
        resolved.scope.measure = asked.front();
        return;
    }
    resolved.scope.measure_by_default = true;
    resolved.scope.measure = ledger.has(Measure::allocation)   ? Measure::allocation
                             : ledger.has(Measure::commitment) ? Measure::commitment
                                                               : had.front();
}

void settle_kinds(const Question& question, Resolved& resolved) {
    resolved.scope.kinds = each_once(question.kinds, {Kind::military, Kind::financial, Kind::humanitarian});
    resolved.kinds = kind_set(resolved.scope.kinds);
    const auto& ledger = *resolved.ledger;
    if (!resolved.kinds.all() && !ledger.split_by_kind(resolved.scope.measure)) {
        std::vector<Measure> split;
        for (const auto measure : ledger.measures()) {
            if (ledger.split_by_kind(measure)) {
                split.push_back(measure);
            }
        }
        throw Error(fmt::format("release {} gives the {} only in sum, not by kind", ledger.release().id,
                                to_string(resolved.scope.measure)),
                    split.empty() ? "ask for all kinds together"
                                  : fmt::format("ask for all kinds together, or for {}", words_of(split)));
    }
    resolved.scope.channels = each_once(question.channels, {Channel::bilateral});
    for (const auto channel : resolved.scope.channels) {
        resolved.channels.set(static_cast<std::size_t>(channel));
    }
}

// Where the aid of those stands that the release has no row for, as far as the series is known for it.
void note_rows(const Resolved& resolved, std::vector<std::string>& notes) {
    static const Tsv tsv("data/questions/row_notes.tsv", data::file("questions/row_notes.tsv"));
    const auto held = resolved.ledger->held(Channel::bilateral);
    const auto& absent = resolved.scope.absent;
    for (std::size_t row = 0; row < tsv.rows(); ++row) {
        if (tsv.cell(row, tsv.column("series")) == resolved.ledger->release().series &&
            std::find(absent.begin(), absent.end(), tsv.cell(row, tsv.column("absent"))) != absent.end() &&
            (held & donor_set(tsv.cell(row, tsv.column("beside")))).any()) {
            notes.emplace_back(tsv.cell(row, tsv.column("note")));
        }
    }
}

void settle_donors(const Question& question, Resolved& resolved) {
    const auto& ledger = *resolved.ledger;
    DonorSet held;
    for (const auto channel : resolved.scope.channels) {
        held |= ledger.held(channel);
    }
    auto which = which_donors(question.donors, resolved.scope.period, held);
    resolved.everyone = which.everyone;
    resolved.donors = donor_set(which.codes);
    if (which.everyone && held[Line::organisation]) {
        resolved.donors.set(Line::organisation);
    }
    resolved.scope.donors_label = which.label;
    resolved.scope.donors = std::move(which.codes);
    resolved.scope.absent = codes_of(resolved.donors & ~held);
    std::vector<std::string> where;
    note_rows(resolved, where);
    if (held.none()) {
        throw Error(fmt::format("release {} has nothing of the channel {}", ledger.release().id,
                                words_of(resolved.scope.channels)),
                    fmt::format("it has: {}", words_of(ledger.channels())));
    }
    if ((resolved.donors & held).none()) {
        where.push_back(fmt::format("{}t has: {}", where.empty() ? "i" : "I", joined(codes_of(held))));
        throw Error(fmt::format("release {} has nothing of {} ({})", ledger.release().id, which.label,
                                words_of(resolved.scope.channels)),
                    joined(where, " "));
    }
    resolved.notes.insert(resolved.notes.end(), which.notes.begin(), which.notes.end());
    if (!resolved.scope.absent.empty()) {
        resolved.notes.push_back(fmt::format("Release {} holds nothing of {}.", ledger.release().id,
                                             joined(resolved.scope.absent)));
    }
    resolved.notes.insert(resolved.notes.end(), where.begin(), where.end());
}

void settle_item(const Question& question, Resolved& resolved) {
    const auto wanted = folded(question.item);
    if (wanted.empty()) {
        return;
    }
    const auto& ledger = *resolved.ledger;
    const auto& entries = ledger.intake().entries;
    if (!ledger.in_entries(resolved.scope.measure)) {
        throw Error(fmt::format("release {} has no items: it gives the {} only in sums", ledger.release().id,
                                to_string(resolved.scope.measure)),
                    "ask without an item, or a release that was taken in with its entries");
    }
    bool any = false;
    for (const auto& entry : entries) {
        const auto& item = entry.item;
        resolved.items.push_back(folded(item.name).find(wanted) != std::string::npos ||
                                 folded(item.type).find(wanted) != std::string::npos ||
                                 folded(item.sub_type).find(wanted) != std::string::npos);
        any = any || resolved.items.back();
    }
    if (!any) {
        throw Error(fmt::format("no item in release {} has '{}' in its name or type", ledger.release().id,
                                question.item),
                    "`entries` lists the items");
    }
}

// An observation counts by its whole month; a period that cuts through one has to leave it out.
void settle_months(Resolved& resolved) {
    std::vector<std::string> months;
    bool whole = false;
    const auto& ledger = *resolved.ledger;
    if (ledger.in_entries(resolved.scope.measure)) {
        return;
    }
    for (Month month(resolved.period.earliest); month <= Month(resolved.period.latest);
         month = month.plus(1)) {
        const Span days{std::max(month.first(), ledger.begins()), std::min(month.last(), ledger.cutoff())};
        if (resolved.standing(days) == Standing::counted) {
            whole = true;
        } else {
            months.push_back(to_string(month));
        }
    }
    if (!whole) {
        throw Error(fmt::format("release {} gives the {} by month, and the period holds no whole month",
                                ledger.release().id, to_string(resolved.scope.measure)),
                    fmt::format("ask for {}", joined(months, " or ")));
    }
    if (!months.empty()) {
        resolved.notes.push_back(
            fmt::format("Release {} gives the {} by month: {} is cut by the period and left out.",
                        ledger.release().id, to_string(resolved.scope.measure), joined(months, " and ")));
    }
}

}  // namespace

bool Resolved::fits(const Entry& entry, std::size_t at) const {
    return entry.kind && kinds[static_cast<std::size_t>(*entry.kind)] &&
           channels[static_cast<std::size_t>(entry.channel)] && (items.empty() || items[at]) &&
           (donor_set(entry) & donors).any();
}

Standing Resolved::standing(const Span& days) const {
    if (period.earliest <= days.earliest && days.latest <= period.latest) {
        return Standing::counted;
    }
    return days.latest < period.earliest || period.latest < days.earliest ? Standing::outside
                                                                          : Standing::undated;
}

Standing Resolved::standing(const Line& line) const {
    if (line.measure != scope.measure || !donors[line.donor] ||
        !(line.kind == Line::together ? kinds.all() : kinds[line.kind]) ||
        !channels[static_cast<std::size_t>(line.channel)] ||
        !(items.empty() || (!line.observed && items[line.at]))) {
        return Standing::outside;
    }
    return standing(Span{line.earliest, line.latest});
}

Resolved resolve(const Question& question, const Ledger& ledger) {
    Resolved resolved;
    resolved.ledger = &ledger;
    resolved.scope.question = question;
    resolved.scope.release = ledger.release();
    settle_period(question, resolved);
    settle_measure(question, resolved);
    resolved.scope.observed = !ledger.in_entries(resolved.scope.measure);
    settle_kinds(question, resolved);
    settle_donors(question, resolved);
    settle_item(question, resolved);
    settle_months(resolved);
    return resolved;
}

}  // namespace pledgebook::questions
