// Days that were read as months: 10 February for 2 October. Only where something else in the row says so.
#include "audit/days_in_words.hpp"
#include "audit/ledger_sheet.hpp"
#include "audit/rule.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

namespace pledgebook::audit {

namespace {

constexpr int days_near = 3;    // a report appears within so many days of the announcement
constexpr int days_apart = 10;  // a report so near to the day as written speaks for that one

struct Days {
    Date written;
    Date other;
};

// What a package's entries of one day cite.
struct Witnesses {
    std::set<SpokenDay> texts;
    std::set<SpokenDay> links;
};

// Links that lead to the announcement; those to a delivery are of later days.
void hear(const Entry& entry, const LedgerSheet& ledger, bool links_too, Witnesses& witnesses) {
    for (const auto& spoken : days_in_text(entry.explanation)) {
        witnesses.texts.insert(spoken);
    }
    const auto delivery = ledger.text(entry, "link_delivery");
    for (const auto& link : entry.links) {
        if (links_too && link != delivery) {
            for (const auto& spoken : days_in_address(link)) {
                witnesses.links.insert(spoken);
            }
        }
    }
}

bool speaks_for_written(const Witnesses& witnesses, const Days& days) {
    for (const auto& spoken : witnesses.texts) {
        if (may_be(spoken, days.written, spoken.day > 0 ? days_near : 0)) {
            return true;
        }
    }
    for (const auto& spoken : witnesses.links) {
        if (may_be(spoken, days.written, days_apart)) {
            return true;
        }
    }
    return false;
}

// Empty where nothing does, or anything for the day as written.
std::string speaks_for_other(const Witnesses& witnesses, const Days& days) {
    if (speaks_for_written(witnesses, days)) {
        return {};
    }
    for (const auto& spoken : witnesses.texts) {
        if (spoken.day > 0 && may_be(spoken, days.other)) {
            return "its explanation names " + describe(days.other);
        }
    }
    for (const auto& spoken : witnesses.links) {
        if (spoken.day > 0 && may_be(spoken, days.other, days_near)) {
            return fmt::format(
                "it cites a report of {}",
                describe(Date::from(spoken.year, spoken.month, spoken.day).value_or(days.other)));
        }
    }
    for (const auto& spoken : witnesses.links) {
        if (spoken.day == 0 && may_be(spoken, days.other)) {
            return "it cites a report of " + describe(Month(days.other));
        }
    }
    return {};
}

bool covers(const Release& release, Date day) {
    return (!release.begins || day >= *release.begins) && (!release.cutoff || day <= *release.cutoff);
}

std::optional<Days> days_of(const Entry& entry, const Release& release) {
    const auto& date = entry.announced;
    if (date.sort != EntryDate::Sort::day || !date.earliest) {
        return std::nullopt;
    }
    const auto other = with_day_and_month_swapped(*date.earliest);
    return other && covers(release, *other) ? std::optional(Days{*date.earliest, *other}) : std::nullopt;
}

AuditFinding made_of(const std::vector<const Entry*>& entries, const Days& days, const std::string& because,
                     const LedgerSheet& ledger, const Evidence& evidence) {
    AuditFinding finding;
    Euros euros;
    for (const auto* entry : entries) {
        finding.places.push_back(ledger.place(*entry, "announced"));
        euros += any_euros_of(*entry).value_or(Euros{});
    }
    const auto& first = *entries.front();
    finding.key = key({evidence.table_of(first.place.sheet), slug(first.package), to_string(days.written)});
    finding.sure = Sureness::likely;
    finding.what = fmt::format("{} is dated {}; with day and month swapped that is {}", first.package,
                               describe(days.written), describe(days.other));
    finding.why = fmt::format("For {} speaks that {}; nothing it cites speaks for {}.", describe(days.other),
                              because, describe(days.written));
    finding.mend = fmt::format("Write {}, if the source agrees.", to_string(days.other));
    if (euros != Euros{}) {
        finding.effect = euros;
        finding.effect_on = fmt::format("the sums of {} by month", first.donor_text);
    }
    return finding;
}

void look_through(const LedgerSheet& ledger, const Evidence& evidence, std::vector<AuditFinding>& findings) {
    std::map<std::string, std::map<Date, std::vector<const Entry*>>> packages;
    for (const auto* entry : ledger.entries()) {
        if (entry->announced.sort == EntryDate::Sort::day && entry->announced.earliest) {
            packages[entry->package][*entry->announced.earliest].push_back(entry);
        }
    }
    for (const auto& [package, by_day] : packages) {
        for (const auto& [day, entries] : by_day) {
            const auto days = days_of(*entries.front(), evidence.intake().release);
            if (!days) {
                continue;
            }
            Witnesses witnesses;
            for (const auto* entry : entries) {
                // A package with many dates cites beside each of them what belongs to the others too.
                hear(*entry, ledger, by_day.size() == 1, witnesses);
            }
            if (const auto because = speaks_for_other(witnesses, *days); !because.empty()) {
                findings.push_back(made_of(entries, *days, because, ledger, evidence));
            }
        }
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

Rule day_month_swapped_rule() {
    return {"dates whose day and month are swapped, by what the row itself cites", look};
}

}  // namespace pledgebook::audit
