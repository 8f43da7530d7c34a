#include "importers/kiel_ledger/cutoff.hpp"

#include <fmt/format.h>

#include <map>

namespace pledgebook::importers::kiel_ledger {

namespace {

constexpr int longest_pause =
    14;  // days; in the releases of 2022 no two days of announcements lie further apart

}  // namespace

void derive_cutoff(Intake& intake) {
    std::map<Date, Place> days;
    for (const auto& entry : intake.entries) {
        if (entry.announced.sort == EntryDate::Sort::day && entry.channel == Channel::bilateral) {
            days.emplace(*entry.announced.latest, entry.place);
        }
    }
    for (auto day = days.rbegin(); day != days.rend(); ++day) {
        const auto before = std::next(day);
        if (before == days.rend() ||
            day->first.days_since_1970() - before->first.days_since_1970() <= longest_pause) {
            intake.release.cutoff = day->first;
            intake.findings.push_back(
                {"cutoff_derived",
                 Finding::Weight::note,
                 fmt::format("the source does not say up to which day it goes; {} is its last "
                             "day with announcements (--cutoff overrides it)",
                             to_string(day->first)),
                 day->second,
                 {}});
            return;
        }
    }
}

}  // namespace pledgebook::importers::kiel_ledger
