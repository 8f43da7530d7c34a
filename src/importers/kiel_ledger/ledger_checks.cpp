#include "importers/kiel_ledger/ledger_checks.hpp"

#include "importers/date_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace pledgebook::importers::kiel_ledger {

namespace {

std::optional<Euros> commitment_of(const Entry& entry) {
    for (const auto& value : entry.values) {
        if (value.measure == Measure::commitment && value.euros && *value.euros != Euros{}) {
            return value.euros;
        }
    }
    return std::nullopt;
}

// The rows that share one oddity.
struct Rows {
    std::uint32_t count = 0;
    std::uint32_t valued = 0;  // with a commitment
    Place first;
    Euros euros;
    std::optional<Euros> first_value;

    void add(const Entry& entry, Place place) {
        if (count++ == 0) {
            first = std::move(place);
        }
        const auto value = main_value(entry);
        first_value = first_value ? first_value : value;
        euros += value.value_or(Euros{});
        valued += commitment_of(entry) ? 1 : 0;
    }
    [[nodiscard]] std::optional<Euros> effect() const {
        return euros.value() == Decimal{} ? std::nullopt : std::optional(euros);
    }
    // What is too much if only the first value should count.
    [[nodiscard]] std::optional<Euros> beyond_first() const {
        const auto rest = euros - first_value.value_or(Euros{});
        return rest.value() == Decimal{} ? std::nullopt : std::optional(rest);
    }
};

std::string rows_text(std::uint32_t count) {
    return count == 1 ? "1 row" : fmt::format("{} rows", count);
}

// A bound that is only known to the month reaches to the month's end, which is no slip.
bool only_to_the_month(Date day, Date cutoff) {
    return Month(day) == Month(cutoff) && day == Month(day).last();
}

// The day that lies outside of the release, if any does. A range that began inside is no slip.
std::optional<Date> outside(const Release& release, const EntryDate& date) {
    const auto begin = date.earliest ? date.earliest : date.latest;
    const auto end = date.latest ? date.latest : date.earliest;
    if (begin && release.cutoff && *begin > *release.cutoff && !only_to_the_month(*begin, *release.cutoff)) {
        return begin;
    }
    return end && release.begins && *end < *release.begins ? end : std::nullopt;
}

std::string covered(const Release& release) {
    return describe(Period{release.begins, release.cutoff});
}

}  // namespace

void check_names(std::span<const Entry> entries, const formats::Sheet& sheet, const Header& header,
                 std::vector<Finding>& findings) {
    std::map<std::string, Rows> donors;
    std::map<std::string, Rows> kinds;
    for (const auto& entry : entries) {
        // The organisations of the multilateral sheet are no donors of the tracker.
        if (entry.donor.empty() && entry.channel != Channel::multilateral) {
            donors[entry.donor_text].add(entry, {sheet.name, entry.place.row, header.column("donor")});
        }
        if (!entry.kind && entry.channel != Channel::multilateral) {
            const std::string text(text_at(sheet, entry.place.row, header.column("kind")));
            kinds[text].add(entry, {sheet.name, entry.place.row, header.column("kind")});
        }
    }
    for (const auto& [name, rows] : donors) {
        findings.push_back({"unknown_donor", Finding::Weight::wrong,
                            fmt::format("'{}' is no known donor ({}); its entries are in no donor's total",
                                        name, rows_text(rows.count)),
                            rows.first, rows.effect()});
    }
    for (const auto& [name, rows] : kinds) {
        findings.push_back({"unknown_kind", Finding::Weight::wrong,
                            fmt::format("'{}' is no known kind of aid ({})", name, rows_text(rows.count)),
                            rows.first, rows.effect()});
    }
}

void check_packages(std::span<const Entry> entries, const FirstRows& first_rows,
                    std::vector<Finding>& findings) {
    std::map<std::string, Rows> packages;
    for (const auto& entry : entries) {
        packages[entry.package].add(entry, entry.place);
    }
    for (const auto& [package, count] : first_rows) {
        const auto& rows = packages[package];
        if (count == 0) {
            findings.push_back(
                {"package_without_first_row",
                 Finding::Weight::wrong,
                 fmt::format("no row of the package {} ({}) is marked as its first one, so the "
                             "package has no value",
                             package, rows_text(rows.count)),
                 rows.first,
                 {}});
        } else if (count > 1 && rows.valued > 1) {
            findings.push_back(
                {"package_with_two_first_rows", Finding::Weight::odd,
                 fmt::format("{} rows of the package {} are marked as its first one", count, package),
                 rows.first, rows.beyond_first()});
        }
    }
}

namespace {

void check_coded_months(Intake& intake) {
    Rows rows;
    const auto& release = intake.release;
    for (const auto& entry : intake.entries) {
        const auto& month = entry.coded_month.month;
        const bool late = month && release.cutoff && month->first() > *release.cutoff;
        const bool early = month && release.begins && month->last() < *release.begins;
        if (late || early) {
            rows.add(entry, entry.place);
        }
    }
    if (rows.count > 0) {
        intake.findings.push_back({"month_outside_release", Finding::Weight::odd,
                                   fmt::format("the month coded for {} lies outside of the release ({})",
                                               rows_text(rows.count), covered(release)),
                                   rows.first, rows.effect()});
    }
}

}  // namespace

// Both are kept; the tracker's series go by the month.
void check_months(std::span<const Entry> entries, std::vector<Finding>& findings) {
    Rows rows;
    std::string example;
    for (const auto& entry : entries) {
        const auto& date = entry.announced;
        const auto& month = entry.coded_month.month;
        if (month && date.sort == EntryDate::Sort::day && *month != Month(*date.earliest)) {
            rows.add(entry, entry.place);
            if (example.empty()) {
                example = fmt::format("{} is counted in {}", to_string(*date.earliest), describe(*month));
            }
        }
    }
    if (rows.count > 0) {
        findings.push_back(
            {"month_differs_from_date", Finding::Weight::odd,
             fmt::format("the month coded for {} is not that of the date ({}); the source's series "
                         "go by the month",
                         rows_text(rows.count), example),
             rows.first, rows.effect()});
    }
}

void check_dates(Intake& intake) {
    for (const auto& entry : intake.entries) {
        const auto day = outside(intake.release, entry.announced);
        if (!day) {
            continue;
        }
        const auto shown = entry.announced.text.empty() ? to_string(*day) : "'" + entry.announced.text + "'";
        const auto other = read_date_text(entry.announced.text).other;
        const bool other_fits = other && !outside(intake.release, {EntryDate::Sort::day, other, other, {}});
        const auto what =
            other_fits ? fmt::format(
                             "{} reads as {}, outside of the release ({}); with day and month swapped it "
                             "would be {}",
                             shown, to_string(*day), covered(intake.release), to_string(*other))
                       : fmt::format("{} lies outside of the release ({})", shown, covered(intake.release));
        intake.findings.push_back({other_fits ? "ambiguous_date" : "date_outside_release",
                                   Finding::Weight::odd, what, entry.place, main_value(entry)});
    }
    check_coded_months(intake);
}

void check_currencies(Intake& intake) {
    std::set<Currency> rates;
    for (const auto& rate : intake.rates) {
        rates.insert(rate.currency);
    }
    std::map<Currency, Rows> missing;
    for (const auto& entry : intake.entries) {
        if (entry.currency && !rates.empty() && !rates.contains(*entry.currency)) {
            missing[*entry.currency].add(entry, entry.place);
        }
    }
    for (const auto& [currency, rows] : missing) {
        intake.findings.push_back({"currency_without_rate", Finding::Weight::odd,
                                   fmt::format("the release has no exchange rate for {} ({})",
                                               currency.code(), rows_text(rows.count)),
                                   rows.first, rows.effect()});
    }
}

}  // namespace pledgebook::importers::kiel_ledger
