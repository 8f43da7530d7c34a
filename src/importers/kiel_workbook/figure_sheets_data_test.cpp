// The published and auxiliary tables of releases 7 and 8, by the names that they keep over the releases.
#include "formats/workbook.hpp"
#include "importers/kiel_ledger/ledger_sheet.hpp"
#include "importers/shared_data_test.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <tuple>

namespace pledgebook::importers {
namespace {

using Counts = std::map<std::string, std::size_t>;

std::optional<Intake> taken_in(const std::string& name) {
    const auto source = shared_data::source(name);
    return source ? std::optional(recognise(*source).take_in(*source, {})) : std::nullopt;
}

Counts count_tables(const Intake& intake) {
    Counts counts;
    for (const auto& figure : intake.figures) {
        if (!kiel_ledger::is_kept_table(figure.table)) {
            ++counts[figure.table];
        }
    }
    return counts;
}

const Figure* find(const Intake& intake, std::string_view table, std::string_view row,
                   std::string_view column) {
    for (const auto& each : intake.figures) {
        if (each.table == table && each.row == row && each.column == column) {
            return &each;
        }
    }
    return nullptr;
}

std::string said(const Figure* figure) {
    return figure == nullptr
               ? "not there"
               : to_string(figure->place) + " = " + figure->value.substr(0, 10) + " " + figure->unit;
}

TEST(FigureSheetsData, TakesInEachTableOfReleaseSeven) {
    const auto intake = taken_in("ust/ust-7_saved-2022-10-18.xlsx");
    if (!intake) {
        GTEST_SKIP() << "the published workbook of release 7 is not there";
    }
    const Counts expected{{"country_summary", 42 * 17},
                          {"prices", 503 * 3},
                          {"country_groups", 27 * 4},
                          {"us_vs_europe", 4},
                          {"ranking_euro", 42 * 4},
                          {"ranking_gdp", 40},
                          {"ranking_gdp_eu", 40 * 3},
                          {"military_in_kind_money", 41 * 3},
                          {"financial_by_instrument", 42 * 5},
                          {"heavy_weapons_gap", 7 * 5 + 12 * 3},
                          {"budget_support", 19 * 4},
                          {"refugee_costs", 41 * 4},
                          {"refugees_euro", 41 * 6},
                          {"refugees_gdp", 40 * 3},
                          {"heavy_weapons_stocks", 73},
                          {"heavy_weapons_ranking", 352},
                          {"with_eu_share", 41 * 3},
                          {"stand_up_for_ukraine", 18 * 3},
                          {"weapon_deliveries", 22},
                          {"military_delivered", 41 * 3},
                          {"eu_aid_shares", 43 * 3},
                          {"epf_aid_shares", 28 * 5 + 15 * 4},
                          {"eib_aid_shares", 43 * 3},
                          {"military_by_type", 41 * 6 + 3},
                          {"financial_by_type", 42 * 5},
                          {"refugee_calculations", 42 * 3},
                          {"weapons_committed", 39 * 43},
                          {"weapons_delivered", 38 * 43},
                          {"in_kind_military", 40 * 8},
                          {"heavy_weapons_share", 3116},
                          {"weapon_stocks", 1330}};
    EXPECT_EQ(count_tables(*intake), expected);
}

TEST(FigureSheetsData, FiguresAreCalledByTheirRowsAndHeaders) {
    const auto intake = taken_in("ust/ust-7_saved-2022-10-18.xlsx");
    if (!intake) {
        GTEST_SKIP() << "the published workbook of release 7 is not there";
    }
    const auto at = [&](std::string_view table, std::string_view row, std::string_view column) {
        return said(find(*intake, table, row, column));
    };
    EXPECT_EQ(at("us_vs_europe", "EU", "Total aid (€ billion)"),
              "'Figure 1 US vs Europe'!C6 = 29.1570933 € billion");
    EXPECT_EQ(at("ranking_euro", "EU_INSTITUTIONS", "Total"),
              "'Figure 2 Ranking (€ billion)'!F6 = 16.2425 € billion");
    EXPECT_EQ(at("heavy_weapons_gap", "Tanks: Demanded by Ukraine", "Delivered"),
              "'Figure 7 Military gap'!E23 = 500 units");
    EXPECT_EQ(at("refugees_euro", "POL", "Number of refugees"),
              "'Figure 12 Refugees (€ billion)'!F6 = 1422482 persons");
    EXPECT_EQ(at("heavy_weapons_stocks", "TANKS: To Ukraine", "Poland"),
              "'Figure 14 Aggreg. Heavy Weapons'!H7 = 240 units");
    EXPECT_EQ(at("weapon_deliveries", "Armored vehicles: Australia", "Delivered units"),
              "'Figure A3 Weapon deliveries'!D8 = 88 units");
    EXPECT_EQ(at("eib_aid_shares", "27 Countries total", "Subscribed capital in EUR").substr(0, 21),
              "'EIB aid shares'!C34 ");
    EXPECT_EQ(at("in_kind_military", "USA", "Armored vehicles comm"),
              "'In-kind military per country'!N2 = 600 ");
    EXPECT_EQ(at("heavy_weapons_share", "USA", "Delivered: 155mm howitzer"),
              "'Share, heavy weapons to Ukraine'!AQ2 = 108 ");
    EXPECT_EQ(at("heavy_weapons_share", "CZE", "Relative importance(2=very imporant) %: MRLS").substr(0, 36),
              "'Share, heavy weapons to Ukraine'!CF");
}

TEST(FigureSheetsData, ReleaseEightHasThemUnderTheSameNames) {
    const auto seven = taken_in("ust/ust-7_saved-2022-10-18.xlsx");
    const auto eight = taken_in("ust/ust-8.xlsx");
    if (!seven || !eight) {
        GTEST_SKIP() << "the published workbooks are not there";
    }
    std::set<std::string> gone;
    auto left = count_tables(*eight);
    for (const auto& [table, count] : count_tables(*seven)) {
        if (left.erase(table) == 0) {
            gone.insert(table);
        }
    }
    EXPECT_EQ(gone, std::set<std::string>{"military_delivered"});
    EXPECT_EQ(left, (Counts{{"aid_over_time", 14},
                            {"transparency", 42 * 6},
                            {"transparency_indices", 44 * 6},
                            {"anti_aircraft_weapons", 50}}));
    EXPECT_EQ(said(find(*eight, "ranking_euro", "USA", "Total")),
              "'Figure 3 Ranking (€ billion)'!F5 = 47.8192326 € billion");
    EXPECT_EQ(said(find(*eight, "country_summary", "AUS", "Commitments per Month: March")).substr(0, 23),
              "'Country summary'!V6 = ");
    EXPECT_EQ(said(find(*eight, "anti_aircraft_weapons", "Total", "Delivered (before October 2022) (2)")),
              "'Anti aircraft weapons'!B15 = 208913599. ");
}

// No cell becomes two figures, and none that shows a number is left out.
TEST(FigureSheetsData, EachNumberIsOneFigure) {
    for (const auto* name : {"ust/ust-7_saved-2022-10-18.xlsx", "ust/ust-8.xlsx"}) {
        const auto intake = taken_in(name);
        if (!intake) {
            GTEST_SKIP() << "the published workbooks are not there";
        }
        std::set<std::tuple<std::string, std::uint32_t, std::uint32_t>> places;
        std::set<std::string> sheets;
        for (const auto& figure : intake->figures) {
            const auto& place = figure.place;
            EXPECT_TRUE(places.emplace(place.sheet, place.row, place.column).second) << to_string(place);
            // Of a ledger and of the price list only some columns are figures.
            if (!kiel_ledger::is_kept_table(figure.table) && figure.table != "prices") {
                sheets.insert(place.sheet);
            }
        }
        const auto source = shared_data::source(name);
        const auto workbook = formats::Workbook::open(source->files.front().bytes);
        for (std::size_t sheet = 0; sheet < workbook.sheets().size(); ++sheet) {
            const auto& title = workbook.sheets()[sheet].name;
            workbook.read(sheet, [&](formats::Row&& row) {
                for (const auto& cell : row.cells) {
                    const bool months = title == "Country summary" && row.number == 4;  // release 8: 1 to 12
                    if (sheets.contains(title) && cell.type == formats::CellType::number && !months) {
                        EXPECT_TRUE(places.contains({title, row.number, cell.column}))
                            << to_string(Place{title, row.number, cell.column});
                    }
                }
            });
        }
    }
}

}  // namespace
}  // namespace pledgebook::importers
