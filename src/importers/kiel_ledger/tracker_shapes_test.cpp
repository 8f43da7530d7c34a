// Whole workbooks in the shapes of the tracker's releases, as our own generator makes them: the importer must
// find what the generator put in.
#include "core/reference.hpp"
#include "importers/importer.hpp"
#include "support/tracker/tracker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace pledgebook::importers {
namespace {

using test_support::Cents;
using test_support::make_tracker;
using test_support::Tracker;
using test_support::TrackerTruth;

using Sums = std::map<std::tuple<std::string, std::string, std::string>, Cents>;

Intake taken_in(const Tracker& tracker) {
    Source source{"tracker.xlsx", false, {{"tracker.xlsx", tracker.bytes}}};
    return recognise(source).take_in(source, {});
}

Cents cents(Euros euros) {
    EXPECT_EQ(euros.value().units() % 100, 0);
    return euros.value().units() / 100;
}

void add(Sums& sums, const std::string& donor, Kind kind, Measure measure, Cents amount) {
    std::string word(to_string(kind));
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
    sums[{donor, word, std::string(to_string(measure))}] += amount;
}

// By the donor's code, since a donor is called otherwise in other releases. What is nothing is left out.
Sums sums_of(const Intake& intake) {
    Sums sums;
    for (const auto& entry : intake.entries) {
        for (const auto& value : entry.values) {
            if (value.euros && entry.kind) {
                add(sums, entry.donor, *entry.kind, value.measure, cents(*value.euros));
            }
        }
    }
    std::erase_if(sums, [](const auto& sum) { return sum.second == 0; });
    return sums;
}

Sums sums_of(const TrackerTruth& truth) {
    Sums sums;
    for (const auto& [key, amount] : truth.sums) {
        const auto& [donor, kind, measure] = key;
        sums[{Reference::builtin().code_of(donor).value_or("?"), kind, measure}] += amount;
    }
    std::erase_if(sums, [](const auto& sum) { return sum.second == 0; });
    return sums;
}

std::size_t count(const Intake& intake, std::string_view rule) {
    return static_cast<std::size_t>(
        std::count_if(intake.findings.begin(), intake.findings.end(),
                      [&](const Finding& finding) { return finding.rule == rule; }));
}

// The number of rows that a finding for all of them together speaks of ("37 rows …").
std::size_t rows_said(const Intake& intake, std::string_view rule, std::string_view words) {
    for (const auto& finding : intake.findings) {
        const auto at = finding.what.find(" row");
        if (finding.rule == rule && finding.what.find(words) != std::string::npos &&
            at != std::string::npos) {
            const auto begin = finding.what.find_last_not_of("0123456789", at - 1);
            return std::stoul(finding.what.substr(begin == std::string::npos ? 0 : begin + 1));
        }
    }
    return 0;
}

void expect_months(const Tracker& tracker, const Intake& intake) {
    const auto& truth = tracker.ledger.truth;
    std::map<std::tuple<std::string, std::string, int>, Cents> series;
    std::size_t undated = 0;
    for (const auto& entry : intake.entries) {
        EXPECT_TRUE(entry.coded_month.coded);
        const auto& month = entry.coded_month.month;
        undated += month ? 0U : 1U;
        for (const auto& value : entry.values) {
            if (value.euros && entry.kind && value.measure != Measure::delivery) {
                std::string kind(to_string(*entry.kind));
                kind.front() = static_cast<char>(kind.front() - 'a' + 'A');
                series[{std::string(to_string(value.measure)), kind,
                        month ? month->minus(Month(2021, 12)) : 0}] += cents(*value.euros);
            }
        }
    }
    auto expected = truth.by_month;
    std::erase_if(expected, [](const auto& sum) { return sum.second == 0; });
    std::erase_if(series, [](const auto& sum) { return sum.second == 0; });
    EXPECT_EQ(series, expected);
    EXPECT_EQ(undated, truth.undated);
    EXPECT_EQ(rows_said(intake, "month_differs_from_date", "is not that of the date"), truth.month_differs);
    EXPECT_EQ(rows_said(intake, "month_mark_contradicts", "the month is 0"), truth.marked_without_month);
    EXPECT_EQ(rows_said(intake, "month_mark_contradicts", "a month is coded"), truth.month_marked_unknown);
}

bool has(const Tracker& tracker, test_support::Content content) {
    return std::any_of(tracker.shape.columns.begin(), tracker.shape.columns.end(),
                       [&](const auto& column) { return column.content == content; });
}

void expect_truth(const Tracker& tracker, const Intake& intake) {
    const auto& truth = tracker.ledger.truth;
    EXPECT_EQ(intake.release.label, tracker.shape.name);
    EXPECT_EQ(intake.entries.size(), truth.rows);
    std::set<std::string> packages;
    std::size_t without_kind = 0;
    for (const auto& entry : intake.entries) {
        packages.insert(entry.package);
        without_kind += entry.kind ? 0U : 1U;
        EXPECT_NE(entry.donor, "") << entry.donor_text;
    }
    EXPECT_EQ(packages.size(), truth.packages);
    EXPECT_EQ(without_kind, truth.without_kind);
    EXPECT_EQ(sums_of(intake), sums_of(truth));
    EXPECT_EQ(count(intake, "negative_amount"), truth.negative);
    expect_months(tracker, intake);
    std::uint64_t aside = 0;
    for (const auto& [reason, cells] : intake.cells.set_aside) {
        aside += cells;
    }
    EXPECT_EQ(intake.cells.in, intake.cells.used + aside);
    if (has(tracker, test_support::Content::measure)) {
        EXPECT_EQ(rows_said(intake, "unknown_measure", "'Pledge'") +
                      rows_said(intake, "unknown_measure", "'' is neither"),
                  truth.without_measure);
    }
}

// Every number of the tables beside the ledger is a figure, and the release's own totals are those of the
// generator.
void expect_tables(const Tracker& tracker, const Intake& intake) {
    std::map<std::string, std::size_t> cells;
    for (const auto& figure : intake.figures) {
        ++cells[figure.place.sheet];
    }
    for (const auto& sheet : tracker.shape.sheets) {
        const bool published = sheet.layout == test_support::Layout::ranking ||
                               sheet.layout == test_support::Layout::country_summary ||
                               sheet.layout == test_support::Layout::by_month;
        if (published) {
            EXPECT_GE(cells[sheet.name], 40U * 4U) << sheet.name;
        }
    }
    EXPECT_EQ(intake.prices.size() + 1, tracker.ledger.items.size());
    EXPECT_GE(intake.rates.size(), 17U);
}

class TrackerShapes : public testing::TestWithParam<std::string_view> {};

TEST_P(TrackerShapes, TheImporterFindsWhatTheGeneratorPutIn) {
    const auto tracker = make_tracker(GetParam(), 700, 7);
    const auto intake = taken_in(tracker);
    expect_truth(tracker, intake);
    expect_tables(tracker, intake);
}

TEST_P(TrackerShapes, TheSameSeedMakesTheSameBytes) {
    const auto once = make_tracker(GetParam(), 100, 3);
    EXPECT_EQ(once.bytes, make_tracker(GetParam(), 100, 3).bytes);
    EXPECT_NE(once.bytes, make_tracker(GetParam(), 100, 4).bytes);
}

INSTANTIATE_TEST_SUITE_P(Releases, TrackerShapes, testing::ValuesIn(test_support::tracker_shape_names()),
                         [](const auto& shape) { return std::string(shape.param); });

TEST(TrackerAtTrueSize, ReleaseTwentyEightIsTakenInWhole) {
    const auto tracker = make_tracker("28");
    EXPECT_EQ(tracker.shape.sheets.size(), 80U);
    EXPECT_EQ(tracker.shape.columns.size(), 89U);
    EXPECT_GT(tracker.bytes.size(), 6'000'000U);
    const auto intake = taken_in(tracker);
    EXPECT_EQ(intake.entries.size(), 5600U);
    expect_truth(tracker, intake);
    expect_tables(tracker, intake);
}

}  // namespace
}  // namespace pledgebook::importers
