// The published workbooks of release 7 and 8, and release 9's main sheet, with the figures known of them.
#include "core/reference.hpp"
#include "formats/workbook.hpp"
#include "importers/shared_data_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace pledgebook::importers {
namespace {

constexpr auto release_7 = "ust/ust-7_saved-2022-10-18.xlsx";
constexpr auto release_8 = "ust/ust-8.xlsx";
constexpr auto release_9 = "ust/ust-9_main.utf16.csv";

Intake taken_in(const Source& source) {
    return recognise(source).take_in(source, {});
}

Euros commitments(const Intake& intake, const std::set<std::string>& donors,
                  Channel channel = Channel::bilateral) {
    Euros sum;
    for (const auto& entry : intake.entries) {
        if (entry.channel != channel || (!donors.empty() && !donors.contains(entry.donor))) {
            continue;
        }
        for (const auto& value : entry.values) {
            if (value.measure == Measure::commitment && value.euros) {
                sum += *value.euros;
            }
        }
    }
    return sum;
}

std::map<Given, int> states(const Intake& intake, Measure measure) {
    std::map<Given, int> counts;
    for (const auto& entry : intake.entries) {
        for (const auto& value : entry.values) {
            counts[value.given] += entry.channel == Channel::bilateral && value.measure == measure ? 1 : 0;
        }
    }
    return counts;
}

std::set<std::string> packages(const Intake& intake, Channel channel) {
    std::set<std::string> ids;
    for (const auto& entry : intake.entries) {
        if (entry.channel == channel) {
            ids.insert(entry.package);
        }
    }
    return ids;
}

std::size_t rows(const Intake& intake, Channel channel) {
    std::size_t count = 0;
    for (const auto& entry : intake.entries) {
        count += entry.channel == channel ? 1 : 0;
    }
    return count;
}

std::size_t findings(const Intake& intake, std::string_view rule) {
    std::size_t count = 0;
    for (const auto& finding : intake.findings) {
        count += finding.rule == rule ? 1 : 0;
    }
    return count;
}

std::uint64_t cells_with_a_value(const Source& source) {
    const auto workbook = formats::Workbook::open(source.files.front().bytes);
    std::uint64_t cells = 0;
    for (std::size_t sheet = 0; sheet < workbook.sheets().size(); ++sheet) {
        workbook.read(sheet, [&cells](formats::Row&& row) {
            for (const auto& cell : row.cells) {
                cells += cell.has_value() ? 1 : 0;
            }
        });
    }
    return cells;
}

void expect_all_cells_accounted_for(const CellCount& cells) {
    std::uint64_t aside = 0;
    for (const auto& [reason, count] : cells.set_aside) {
        aside += count;
    }
    EXPECT_EQ(cells.in, cells.used + aside);
    EXPECT_LT(cells.set_aside.size(), 100U) << "reasons are there to be read";
}

std::set<std::string> eu() {
    const auto members = Reference::builtin().group("EU")->members_on(*Date::from(2022, 10, 3));
    return {members.begin(), members.end()};
}

TEST(KielWorkbookData, TakesInReleaseSevenToTheCent) {
    const auto source = shared_data::source(release_7);
    if (!source) {
        GTEST_SKIP() << "the published workbook of release 7 is not there";
    }
    EXPECT_EQ(recognise(*source).name, "kiel_workbook");
    const auto intake = taken_in(*source);
    EXPECT_EQ(intake.release.series, "ust");
    EXPECT_EQ(intake.release.label, "7");
    EXPECT_EQ(intake.release.begins, Date::from(2022, 1, 24));
    EXPECT_EQ(intake.release.cutoff, Date::from(2022, 10, 3));
    EXPECT_EQ(packages(intake, Channel::bilateral).size(), 432U);
    EXPECT_EQ(rows(intake, Channel::bilateral), 1032U);
    EXPECT_EQ(rows(intake, Channel::commercial), 6U);
    EXPECT_EQ(rows(intake, Channel::multilateral), 22U);
    const std::map<Given, int> expected{{Given::given, 376}, {Given::not_given, 52}, {Given::blanked, 4}};
    auto counted = states(intake, Measure::commitment);
    std::erase_if(counted, [](const auto& state) { return state.second == 0; });
    EXPECT_EQ(counted, expected);
    EXPECT_EQ(grouped(commitments(intake, {}).value(), 2), "93,731,992,897.95");
    EXPECT_EQ(grouped(commitments(intake, {"USA"}).value(), 2), "52,310,711,034.69");
    EXPECT_EQ(grouped(commitments(intake, eu()).value(), 2), "29,157,093,331.63");
}

// Sheet "Aggregates - Country Groups", row "Non bilateral donors", says 11.780591044984236 bn.
TEST(KielWorkbookData, CountsMultilateralPackagesOnce) {
    const auto source = shared_data::source(release_7);
    if (!source) {
        GTEST_SKIP() << "the published workbook of release 7 is not there";
    }
    const auto intake = taken_in(*source);
    EXPECT_EQ(grouped(commitments(intake, {}, Channel::multilateral).value(), 2), "11,780,591,044.98");
    EXPECT_EQ(packages(intake, Channel::multilateral).size(), 14U);
    EXPECT_EQ(findings(intake, "value_on_part"), 3U);
}

TEST(KielWorkbookData, AccountsForEachCellOfBothWorkbooks) {
    for (const auto* name : {release_7, release_8}) {
        const auto source = shared_data::source(name);
        if (!source) {
            GTEST_SKIP() << "the published workbook " << name << " is not there";
        }
        const auto intake = taken_in(*source);
        EXPECT_EQ(intake.cells.in, cells_with_a_value(*source)) << name;
        expect_all_cells_accounted_for(intake.cells);
    }
}

TEST(KielWorkbookData, TakesInWhatStandsBesideTheLedger) {
    const auto source = shared_data::source(release_7);
    if (!source) {
        GTEST_SKIP() << "the published workbook of release 7 is not there";
    }
    const auto intake = taken_in(*source);
    ASSERT_EQ(intake.rates.size(), 17U);
    EXPECT_EQ(intake.rates[1].currency, Currency::parse("USD"));
    EXPECT_EQ(to_string(intake.rates[1].rate), "0.9887");
    EXPECT_EQ(intake.prices.size(), 503U);  // 504 lines, one of them "."
    const auto summary = std::count_if(intake.figures.begin(), intake.figures.end(),
                                       [](const Figure& each) { return each.table == "country_summary"; });
    EXPECT_EQ(summary, 42 * 17);
    EXPECT_EQ(intake.macro.size(), 2U * 41U);
    const auto figure = std::find_if(intake.figures.begin(), intake.figures.end(), [](const Figure& each) {
        return each.row == "Total" && each.column == "Total bilateral and EU assistance" &&
               each.unit == "€ billion";
    });
    ASSERT_NE(figure, intake.figures.end());
    EXPECT_EQ(to_string(figure->place), "'Country Summary'!P47");
    EXPECT_EQ(figure->value.substr(0, 12), "105.47199289");
    EXPECT_EQ(figure->formula, "SUM(P6:P46)");
}

TEST(KielWorkbookData, FindsTheSlipsOfReleaseSeven) {
    const auto source = shared_data::source(release_7);
    if (!source) {
        GTEST_SKIP() << "the published workbook of release 7 is not there";
    }
    const auto intake = taken_in(*source);
    EXPECT_EQ(findings(intake, "date_outside_release"), 7U);  // 2922, and six years dragged on to 2027
    EXPECT_EQ(findings(intake, "error_cell"), 1U);            // AR650
    EXPECT_EQ(findings(intake, "text_in_number"), 5U);
    EXPECT_EQ(findings(intake, "unknown_donor"), 0U);
    EXPECT_EQ(findings(intake, "unknown_kind"), 0U);
    EXPECT_EQ(findings(intake, "unknown_column"), 0U);
}

// Totals of sheet "Aggregates by country group" of release 8, in billions.
TEST(KielWorkbookData, TakesInReleaseEight) {
    const auto source = shared_data::source(release_8);
    if (!source) {
        GTEST_SKIP() << "the published workbook of release 8 is not there";
    }
    const auto intake = taken_in(*source);
    EXPECT_EQ(intake.release.label, "8");
    EXPECT_EQ(intake.release.cutoff, Date::from(2022, 11, 20));
    EXPECT_EQ(rows(intake, Channel::bilateral), 1190U);
    EXPECT_EQ(packages(intake, Channel::bilateral).size(), 494U);
    EXPECT_EQ(grouped(commitments(intake, {"USA"}).value(), 0), "47,819,232,686");
    EXPECT_EQ(grouped(commitments(intake, {"GBR"}).value(), 0), "7,081,816,126");
    EXPECT_EQ(findings(intake, "package_without_first_row"), 1U);    // FRH13
    EXPECT_EQ(findings(intake, "package_with_two_first_rows"), 1U);  // PTM3
}

TEST(KielMainCsvData, TakesInReleaseNine) {
    const auto source = shared_data::source(release_9);
    if (!source) {
        GTEST_SKIP() << "the main sheet of release 9 is not there";
    }
    EXPECT_EQ(recognise(*source).name, "kiel_main_csv");
    const auto intake = taken_in(*source);
    EXPECT_EQ(intake.release.label, "");
    EXPECT_EQ(intake.release.cutoff, Date::from(2023, 1, 14));
    EXPECT_EQ(intake.entries.size(), 1404U);
    EXPECT_EQ(packages(intake, Channel::bilateral).size(), 573U);
    EXPECT_EQ(grouped(commitments(intake, {}).value(), 1), "143,633,099,640.9");
    EXPECT_TRUE(intake.rates.empty());
    EXPECT_EQ(intake.cells.set_aside.at("the sheet: column 'retrieved', added by whoever saved the file"),
              1405U);
    EXPECT_EQ(findings(intake, "unknown_column"), 0U);
    EXPECT_EQ(findings(intake, "release_unnamed"), 1U);
    expect_all_cells_accounted_for(intake.cells);
}

}  // namespace
}  // namespace pledgebook::importers
