// Months that are coded beside a date, and are not the date's.
#include "audit/days_in_words.hpp"
#include "audit/ledger_sheet.hpp"
#include "audit/rule.hpp"

#include <fmt/format.h>

#include <map>

namespace pledgebook::audit {

namespace {

// A date outside of the release is a slip of its own.
bool outside(const EntryDate& date, const Release& release) {
    return (release.cutoff && date.earliest && *date.earliest > *release.cutoff) ||
           (release.begins && date.latest && *date.latest < *release.begins);
}

// The coded month, where it is another than the date's; that nobody knows it contradicts nothing.
std::optional<Month> other_month(const Entry& entry) {
    const auto& date = entry.announced;
    const bool known = date.earliest && date.latest && Month(*date.earliest) == Month(*date.latest);
    const bool other = known && entry.coded_month.month && *entry.coded_month.month != Month(*date.earliest);
    return other ? entry.coded_month.month : std::nullopt;
}

AuditFinding made_of(const std::vector<const Entry*>& entries, Month coded, const LedgerSheet& ledger,
                     const Evidence& evidence) {
    AuditFinding finding;
    Euros euros;
    for (const auto* entry : entries) {
        finding.places.push_back(ledger.place(*entry, "month"));
        euros += any_euros_of(*entry).value_or(Euros{});
    }
    const auto& first = *entries.front();
    const auto day = describe(*first.announced.earliest);
    finding.key = key({evidence.table_of(ledger.name()), slug(first.package), to_string(coded)});
    finding.sure = Sureness::certain;
    finding.what =
        fmt::format("{} of {} is dated {} and coded as {}", first.package, first.donor_text,
                    first.announced.text.empty() ? day : "'" + first.announced.text + "'", describe(coded));
    finding.why = "The code is the month of the date; sums by month follow the code.";
    const auto swapped = first.announced.sort == EntryDate::Sort::day
                             ? with_day_and_month_swapped(*first.announced.earliest)
                             : std::nullopt;
    finding.mend =
        swapped && Month(*swapped) == coded
            ? fmt::format("Day and month of the date seem swapped: write {}, if the source agrees.",
                          to_string(*swapped))
            : "Find out which of the two is right, and write it in both.";
    if (euros != Euros{}) {
        finding.effect = euros;
        finding.effect_on = fmt::format("the sums of {} by month", first.donor_text);
    }
    return finding;
}

std::vector<AuditFinding> look(const Evidence& evidence) {
    std::vector<AuditFinding> findings;
    for (const auto& ledger : LedgerSheet::all_of(evidence)) {
        std::map<std::pair<std::string, Month>, std::vector<const Entry*>> groups;
        std::vector<std::pair<std::string, Month>> order;
        for (const auto* entry : ledger.entries()) {
            const auto coded = other_month(*entry);
            if (coded && !outside(entry->announced, evidence.intake().release)) {
                auto& group = groups[{entry->package, *coded}];
                if (group.empty()) {
                    order.emplace_back(entry->package, *coded);
                }
                group.push_back(entry);
            }
        }
        for (const auto& each : order) {
            findings.push_back(made_of(groups[each], each.second, ledger, evidence));
        }
    }
    return findings;
}

}  // namespace

Rule month_contradicts_date_rule() {
    return {"months coded otherwise than the date beside them", look};
}

}  // namespace pledgebook::audit
