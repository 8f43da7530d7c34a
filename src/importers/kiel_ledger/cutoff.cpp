#include "importers/kiel_ledger/cutoff.hpp"

#include <fmt/format.h>

#include <iterator>
#include <map>

namespace pledgebook::importers::kiel_ledger {

namespace {

constexpr int longest_pause =
    14;  // days; in the releases of 2022 no two days of announcements lie further apart

constexpr std::size_t stray_share = 50;  // at most one in so many entries is stray

struct Announced {
    std::size_t entries = 0;
    Place first;
};

// The latest day that is not stray. Where too many entries would be stray, none is.
std::map<Date, Announced>::const_iterator last_day(const std::map<Date, Announced>& days, std::size_t total) {
    const auto latest = std::prev(days.end());
    std::size_t stray = 0;
    for (auto day = latest; day != days.begin(); --day) {
        const auto before = std::prev(day);
        if (day->first.days_since_1970() - before->first.days_since_1970() <= longest_pause) {
            return day;
        }
        stray += day->second.entries;
        if (stray * stray_share > total) {
            return latest;
        }
    }
    return latest;
}

}  // namespace

void derive_cutoff(Intake& intake) {
    std::map<Date, Announced> days;
    std::size_t total = 0;
    for (const auto& entry : intake.entries) {
        if (entry.announced.sort == EntryDate::Sort::day && entry.channel == Channel::bilateral) {
            auto& day = days.try_emplace(*entry.announced.latest, Announced{0, entry.place}).first->second;
            ++day.entries;
            ++total;
        }
    }
    if (days.empty()) {
        return;
    }
    const auto last = last_day(days, total);
    intake.release.cutoff = last->first;
    intake.findings.push_back({"cutoff_derived",
                               Finding::Weight::note,
                               fmt::format("the source does not say up to which day it goes; {} is its last "
                                           "day with announcements (--cutoff overrides it)",
                                           to_string(last->first)),
                               last->second.first,
                               {}});
}

}  // namespace pledgebook::importers::kiel_ledger
