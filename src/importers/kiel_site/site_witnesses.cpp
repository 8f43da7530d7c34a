// What the site feed says of itself, and whether its rows bear it out.
#include "core/reference.hpp"
#include "importers/cell_tally.hpp"
#include "importers/kiel_site/site_rows.hpp"
#include "importers/kiel_workbook/release_prose.hpp"
#include "importers/written_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace pledgebook::importers::site {

namespace {

constexpr int longest_pause = 3;  // months; in the feed every month has amounts

bool same_cells(const formats::Row& a, const formats::Row& b) {
    return std::equal(a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(),
                      [](const formats::Cell& x, const formats::Cell& y) {
                          return x.column == y.column && x.text == y.text;
                      });
}

struct OfMonth {
    std::size_t amounts = 0;
    Place first;
};

using Months = std::map<Month, OfMonth>;

Months months_of(const Intake& intake) {
    Months months;
    for (const auto& observation : intake.observations) {
        ++months.try_emplace(observation.month, OfMonth{0, observation.place}).first->second.amounts;
    }
    return months;
}

bool follows(const Month& before, const Month& after) {
    return after.first() <= before.first().plus_days(longest_pause * 31);
}

// The run of months, without longer pauses, that holds the most amounts: its first and its last month.
std::pair<Month, Month> main_run(const Months& months) {
    auto best = std::pair(months.begin()->first, months.begin()->first);
    std::size_t most = 0;
    for (auto first = months.begin(); first != months.end();) {
        std::size_t amounts = first->second.amounts;
        auto last = first;
        auto next = std::next(first);
        for (; next != months.end() && follows(last->first, next->first); ++next) {
            last = next;
            amounts += next->second.amounts;
        }
        if (amounts > most) {
            most = amounts;
            best = {first->first, last->first};
        }
        first = next;
    }
    return best;
}

void find(Intake& intake, std::string_view rule, Finding::Weight weight, std::string what, Place place) {
    intake.findings.push_back({std::string(rule), weight, std::move(what), std::move(place), {}});
}

void name_days(const Place& period_place, std::string_view period, Intake& intake) {
    auto& release = intake.release;
    const auto months = months_of(intake);
    if (months.empty()) {
        return;
    }
    const auto [first, last] = main_run(months);
    release.begins = first.first();
    if (!release.cutoff || *release.cutoff < last.first()) {
        find(intake, "cutoff_derived", Finding::Weight::odd,
             fmt::format("the period '{}' does not reach to the last month of the data, {}; that month is "
                         "taken",
                         period, describe(last)),
             period_place);
        release.cutoff = last.last();
    }
    for (const auto& [month, of_month] : months) {
        if (month < first || last < month) {
            find(intake, "month_outside_release", Finding::Weight::wrong,
                 fmt::format("{} of the amounts are of {}, far from all others ({} to {})", of_month.amounts,
                             describe(month), describe(first), describe(last)),
                 of_month.first);
        }
    }
}

}  // namespace

void set_repeated_aside(Table& table, Intake& intake) {
    std::map<std::string, std::size_t> seen;  // the row's cells -> its place in `kept`
    formats::Sheet repeated;
    repeated.name = table.sheet.name;
    std::vector<formats::Row> kept;
    for (auto& row : table.sheet.rows) {
        std::string key;
        for (const auto& cell : row.cells) {
            key += cell.text + '\n';
        }
        const auto [first, fresh] = seen.emplace(key, kept.size());
        if (fresh || row.number <= table.header.row || !same_cells(row, kept[first->second])) {
            kept.push_back(std::move(row));
            continue;
        }
        if (std::any_of(row.cells.begin(), row.cells.end(),
                        [](const auto& each) { return each.has_value(); })) {
            find(intake, "repeated_row", Finding::Weight::wrong,
                 fmt::format("the row is the same as row {}; it is not counted again",
                             kept[first->second].number),
                 {table.sheet.name, row.number, 0});
        }
        repeated.rows.push_back(std::move(row));
    }
    table.sheet.rows = std::move(kept);
    set_aside(intake.cells, repeated, fmt::format("file '{}': rows that repeat another", repeated.name));
}

void name_release(const Table& release_info, Intake& intake) {
    auto& release = intake.release;
    const auto& rows = release_info.sheet.rows;
    const auto first = std::find_if(rows.begin(), rows.end(), [&](const formats::Row& each) {
        return each.number > release_info.header.row;
    });
    const auto row = first == rows.end() ? release_info.header.row + 1 : first->number;
    const auto place = [&](std::string_view field) {
        return Place{release_info.sheet.name, row, release_info.header.column(field)};
    };
    release.series = "ust";
    release.label = release_info.text(row, "release");
    release.title = release_info.text(row, "label");
    const auto period = read_written_date(release_info.text(row, "period"));
    const auto published = read_written_date(release_info.text(row, "date"));
    release.cutoff = period ? period->last() : std::nullopt;
    release.published = published ? published->first() : std::nullopt;
    if (release.label.empty()) {
        find(intake, "release_unnamed", Finding::Weight::odd,
             "the feed does not say which release it is; give it with --label", place("release"));
    }
    const auto said = kiel_workbook_sheets::read_release_prose(release.title).number;
    if (said && !release.label.empty() && std::to_string(*said) != release.label) {
        find(intake, "release_witnesses_differ", Finding::Weight::wrong,
             fmt::format("it calls itself '{}', but its number is {}; the number is taken (--label overrides "
                         "it)",
                         release.title, release.label),
             place("label"));
    }
    if (first != rows.end() && std::next(first) != rows.end()) {
        find(intake, "second_release", Finding::Weight::wrong,
             "the file names a second release; the first is taken",
             {release_info.sheet.name, std::next(first)->number, 0});
    }
    name_days(place("period"), release_info.text(row, "period"), intake);
}

}  // namespace pledgebook::importers::site
