#include "importers/kiel_workbook/sheet_roles.hpp"

#include "importers/sheet_writing_test.hpp"

#include <gtest/gtest.h>

namespace pledgebook::importers::kiel_workbook_sheets {
namespace {

using sheet_writing::sheet;

TEST(SheetRoles, ComeFromTheWordsOfTheNameNotItsNumber) {
    const std::vector<std::pair<std::string, std::string>> roles{
        {"Figure 2 Ranking (€ billion)", "ranking_euro"},
        {"Figure 3 Ranking (€ billion)", "ranking_euro"},
        {"Figure 4 Ranking (% GDP + EU)", "ranking_gdp_eu"},
        {"Figure 4 Ranking (% GDP)", "ranking_gdp"},
        {"Figure 15 Heavy Weapons Ranking", "heavy_weapons_ranking"},
        {"Figure 12 Refugees (€ billion)", "refugees_euro"},
        {"Figure 11 Refugee costs", "refugee_costs"},
        {"Refugee cost calculations", "refugee_calculations"},
        {"Figure A4 Military in-kind", "military_delivered"},
        {"In-kind military per country", "in_kind_military"},
        {"Share, heavy weapons to Ukraine", "heavy_weapons_share"},
        {"Aggregates by country group", "country_groups"},
        {"Bilateral Assistance, MAIN DATA", "bilateral"},
        {"Exchange rates", "rates"}};
    for (const auto& [name, role] : roles) {
        EXPECT_EQ(role_by_name(name), role) << name;
    }
}

// Names of the releases since 2024, by report.
TEST(SheetRoles, OfLaterReleases) {
    const std::vector<std::pair<std::string, std::string>> roles{
        {"Country Summary (€)", "country_summary"},
        {"Country Summary ($)", "country_summary_usd"},
        {"Fig 1. Allocated over time", "allocations_over_time"},
        {"Allocations by type and month", "allocations_by_type_per_month"},
        {"Financial disb per Month (€)", "financial_disbursed_per_month"},
        {"Financial disb per Month ($)", "financial_disbursed_per_month_usd"},
        {"Allocations per Month (€)", "allocations_per_month"},
        {"Military Commitments per Month", "military_commitments_per_month"},
        {"EU Aid Shares", "eu_aid_shares"},
        {"Exchange Rates (time series)", "rates_series"},
        {"Exchange Rates (current)", "rates"}};
    for (const auto& [name, role] : roles) {
        EXPECT_EQ(role_by_name(name), role) << name;
    }
}

TEST(SheetRoles, AnUnknownNameHasNone) {
    EXPECT_EQ(role_by_name("Fig 31. Drones"), "");
    EXPECT_EQ(table_of_unknown("Fig 31. Drones (€ billion)"), "sheet_fig_31_drones_eur_billion");
    EXPECT_EQ(table_of_unknown("(-)"), "sheet");
}

TEST(SheetRoles, ATitleSaysWhatTheNameDoesNot) {
    EXPECT_EQ(role_by_content(sheet("Figure 7", {{}, {"", "Military aid gap (number of items)"}})),
              "heavy_weapons_gap");
    EXPECT_EQ(role_by_content(sheet("Figure 31", {{"Drones"}, {"Country", "Units"}})), "");
}

}  // namespace
}  // namespace pledgebook::importers::kiel_workbook_sheets
