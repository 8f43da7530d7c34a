// Dates outside of what the release covers.
#include "audit/days_in_words.hpp"
#include "audit/dragged_series/dragged_series.hpp"
#include "audit/ledger_sheet.hpp"
#include "audit/rule.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

namespace pledgebook::audit {

namespace {

constexpr int first_possible_year = 1990;
constexpr int years_ahead = 2;

bool within(const Release& release, Date first, Date last) {
    return (!release.begins || last >= *release.begins) && (!release.cutoff || first <= *release.cutoff);
}

struct Bounds {
    Date first;
    Date last;
};

std::optional<Bounds> bounds_of(const EntryDate& date) {
    const auto first = date.earliest ? date.earliest : date.latest;
    const auto last = date.latest ? date.latest : date.earliest;
    // "until …" says nothing of when it began, "since …" nothing of its end.
    if (!first || !last) {
        return std::nullopt;
    }
    return Bounds{*first, *last};
}

std::optional<Date> in_year(Date day, int year) {
    return Date::from(year, day.month(), day.day());
}

// How many digits of two years of four differ.
int digits_apart(int left, int right) {
    int apart = 0;
    for (; left > 0 || right > 0; left /= 10, right /= 10) {
        apart += left % 10 != right % 10 ? 1 : 0;
    }
    return apart;
}

// The day that was meant, if one slip of the pen explains it: a digit of the year, the last or the next year,
// or day and month swapped.
std::string meant(const Bounds& bounds, const Release& release) {
    if (const auto other = with_day_and_month_swapped(bounds.first);
        other && bounds.first == bounds.last && within(release, *other, *other)) {
        return to_string(*other) + " (day and month swapped)";
    }
    if (!release.begins || !release.cutoff) {
        return {};
    }
    for (auto year = release.cutoff->year(); year >= release.begins->year(); --year) {
        const auto day = in_year(bounds.first, year);
        const bool near_year = digits_apart(year, bounds.first.year()) == 1;
        if (near_year && day && within(release, *day, *day)) {
            return to_string(*day);
        }
    }
    return {};
}

std::string shown(const Entry& entry) {
    return entry.announced.text.empty() ? to_string(*entry.announced.earliest)
                                        : "'" + entry.announced.text + "'";
}

AuditFinding made_of(const std::vector<const Entry*>& entries, const LedgerSheet& ledger,
                     const Evidence& evidence) {
    const auto& release = evidence.intake().release;
    const auto& first = *entries.front();
    const auto bounds = *bounds_of(first.announced);
    AuditFinding finding;
    Euros euros;
    for (const auto* entry : entries) {
        finding.places.push_back(ledger.place(*entry, "announced"));
        euros += any_euros_of(*entry).value_or(Euros{});
    }
    finding.key = key({evidence.table_of(first.place.sheet), slug(first.package), slug(shown(first))});
    const bool impossible = bounds.first.year() < first_possible_year ||
                            (release.cutoff && bounds.first.year() > release.cutoff->year() + years_ahead);
    finding.sure = impossible ? Sureness::certain : Sureness::likely;
    finding.what = fmt::format("{} is dated {}, outside of the release ({})", first.package, shown(first),
                               describe(Period{release.begins, release.cutoff}));
    finding.why = impossible ? "No aid was announced in that year."
                             : "A release holds what was announced in the time that it covers.";
    const auto day = meant(bounds, release);
    finding.mend = day.empty() ? "Write the day that the source names."
                               : fmt::format("Write {}, if the source agrees.", day);
    if (euros != Euros{}) {
        finding.effect = euros;
        finding.effect_on = fmt::format("the sums of {} by month", first.donor_text);
    }
    return finding;
}

void look_through(const LedgerSheet& ledger, const Evidence& evidence, std::vector<AuditFinding>& findings) {
    const auto& release = evidence.intake().release;
    std::set<const Entry*> dragged;  // dates that were dragged are a slip of their own
    for (const auto& run : dragged_runs(ledger, release)) {
        if (run.field == "announced") {
            dragged.insert(run.entries.begin(), run.entries.end());
        }
    }
    std::map<std::string, std::vector<const Entry*>> groups;
    std::vector<std::string> order;
    for (const auto* entry : ledger.entries()) {
        const auto bounds = bounds_of(entry->announced);
        if (!bounds || dragged.contains(entry) || within(release, bounds->first, bounds->last)) {
            continue;
        }
        // A bound that is only known to the month reaches to the month's end, which is no slip.
        const bool to_the_month = release.cutoff && entry->announced.sort != EntryDate::Sort::day &&
                                  Month(bounds->first) == Month(*release.cutoff);
        if (!to_the_month) {
            auto& group = groups[entry->package + "/" + shown(*entry)];
            if (group.empty()) {
                order.push_back(entry->package + "/" + shown(*entry));
            }
            group.push_back(entry);
        }
    }
    for (const auto& each : order) {
        findings.push_back(made_of(groups[each], ledger, evidence));
    }
}

std::vector<AuditFinding> look(const Evidence& evidence) {
    std::vector<AuditFinding> findings;
    for (const auto& ledger : LedgerSheet::all_of(evidence)) {
        look_through(ledger, evidence, findings);
    }
    return findings;
}

}  // namespace

Rule date_outside_period_rule() {
    return {"dates outside of what the release covers, and years that cannot be", look};
}

}  // namespace pledgebook::audit
