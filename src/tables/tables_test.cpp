// Tables made again from releases made by hand, of the shapes that no published file at hand has.
#include "core/error.hpp"
#include "tables/hand_made_test.hpp"

#include <gtest/gtest.h>

namespace pledgebook::tables {
namespace {

using hand_made::cell;
using hand_made::value;
using State = TableCell::State;
using Cause = TableCell::Cause;

constexpr auto sheet = "Country Summary";

// A summary of two members and the Commission, in billions, each number with a formula.
hand_made::Release summary(const char* total_with_eu) {
    hand_made::Release release;
    release.commitment("DEU", Kind::military, "1000000000");
    release.commitment("FRA", Kind::financial, "500000000");
    release.commitment("EUC", Kind::financial, "300000000");
    std::uint32_t row = 7;
    const auto contribution = [&](const char* donor, const char* value) {
        release.figure("eu_aid_shares", donor, "Contribution to EU Budget in billion EUR", "€ billion", value,
                       "", {"EU aid shares", row++, 3});
    };
    contribution("DEU", "200");
    contribution("FRA", "100");
    const auto line = [&](const char* donor, const char* bilateral, const char* with_eu, std::uint32_t at) {
        release.figure("country_summary", donor, "Total bilateral commitments", "€ billion", bilateral,
                       "SUM(D" + std::to_string(at) + ":F" + std::to_string(at) + ")", {sheet, at, 7});
        release.figure("country_summary", donor, "Total bilateral and EU assistance", "€ billion", with_eu,
                       "N" + std::to_string(at) + "+G" + std::to_string(at), {sheet, at, 16});
    };
    line("DEU", "1", "1.2", 6);
    line("FRA", "0.5", "0.6", 7);
    line("EUC", "0.3", "0.3", 8);
    release.figure("country_summary", "Total", "Total bilateral commitments", "€ billion", "1.8",
                   "SUM(G6:G8)", {sheet, 9, 7});
    release.figure("country_summary", "Total", "Total bilateral and EU assistance", "€ billion",
                   total_with_eu, "SUM(P6:P8)", {sheet, 9, 16});
    return release;
}

TEST(CountrySummary, DoesNotCountTheEusAidTwice) {
    const auto table = summary("2.1").table("country_summary");
    EXPECT_EQ(value(table, "DEU", "with_eu"), "1200000000");
    EXPECT_EQ(cell(table, "DEU", "with_eu").state, State::equal);
    EXPECT_EQ(value(table, "TOTAL", "total"), "1800000000");
    const auto total = cell(table, "TOTAL", "with_eu");
    EXPECT_EQ(to_string(*total.value), "1800000000");
    EXPECT_EQ(total.state, State::differs);
    EXPECT_EQ(total.cause, Cause::counted_twice);
    EXPECT_EQ(to_string(*total.difference()), "300000000");
    EXPECT_EQ(to_string(*total.place), "'Country Summary'!P9");
    EXPECT_EQ(cell(summary("1.8").table("country_summary"), "TOTAL", "with_eu").state, State::equal);
}

TEST(CountrySummary, TakesAnotherKeyForTheEusAid) {
    auto release = summary("1.8");
    Settings settings;
    settings.eu_keys["EUC"] = "capital";
    release.figure("eib_aid_shares", "DEU", "Subscribed capital in EUR", "€", "100", "",
                   {"EIB aid shares", 7, 3});
    release.figure("eib_aid_shares", "FRA", "Subscribed capital in EUR", "€", "300", "",
                   {"EIB aid shares", 8, 3});
    const auto table = release.table("country_summary", settings);
    EXPECT_EQ(value(table, "DEU", "with_eu"), "1075000000");
    EXPECT_EQ(value(table, "FRA", "with_eu"), "725000000");
}

TEST(CountrySummary, LetsATypedNumberStandAndSaysWhatItHides) {
    auto release = summary("1.8");
    auto& typed = release.intake.figures[2];  // the bilateral total of the first row
    ASSERT_EQ(typed.column, "Total bilateral commitments");
    typed.formula.clear();
    typed.value = "1.5";
    const auto table = release.table("country_summary");
    const auto total = cell(table, "DEU", "total");
    EXPECT_EQ(total.state, State::typed);
    EXPECT_EQ(to_string(*total.value), "1500000000");
    EXPECT_EQ(to_string(*total.rule), "1000000000");
    // What follows from it takes the typed number.
    EXPECT_EQ(value(table, "DEU", "with_eu"), "1700000000");
    EXPECT_EQ(value(table, "TOTAL", "total"), "2300000000");
}

TEST(CountrySummary, SaysThatADifferenceFollowsFromAnother) {
    auto release = summary("1.8");
    release.intake.figures[2].value = "1.5";  // a formula that gives something else
    release.intake.figures[3].value = "1.7";
    const auto table = release.table("country_summary");
    EXPECT_EQ(cell(table, "DEU", "total").cause, Cause::unexplained);
    const auto with_eu = cell(table, "DEU", "with_eu");
    EXPECT_EQ(with_eu.cause, Cause::follows);
    EXPECT_NE(with_eu.reason.find("'Country Summary'!G6"), std::string::npos);
}

TEST(CountrySummary, OfALaterReleaseHasBothMeasuresEachByItsOwnEntries) {
    hand_made::Release release;
    release.entry("A", "DEU", Kind::military, Measure::allocation, "400000000");
    release.entry("B", "DEU", Kind::military, Measure::commitment, "900000000");
    release.entry("C", "EUC", Kind::financial, Measure::allocation, "100000000");
    release.entry("D", "EIB", Kind::financial, Measure::allocation, "30000000");
    const auto figure = [&](const char* donor, const char* header, const char* value, std::uint32_t column) {
        release.figure("country_summary", donor, header, "€ billion", value, "X",
                       {sheet, donor[0] == 'D' ? 10U : 11U, column});
    };
    figure("DEU", "Military allocations", "0.4", 6);
    figure("DEU", "Total bilateral allocations", "0.4", 7);
    figure("DEU", "Military commitments", "0.9", 10);
    figure("DEU", "Total bilateral commitments", "0.9", 11);
    figure("EUC", "Total bilateral allocations", "0.13", 7);
    const auto table = release.table("country_summary");
    EXPECT_EQ(value(table, "DEU", "total", Measure::allocation), "400000000");
    EXPECT_EQ(value(table, "DEU", "total", Measure::commitment), "900000000");
    // Since there are allocations, the bank's aid stands in the row of the Commission and Council.
    EXPECT_EQ(value(table, "EUC", "total", Measure::allocation), "130000000");
    EXPECT_EQ(table.count(State::equal), 5U);
    EXPECT_EQ(table.count(State::differs), 0U);
}

TEST(Tables, OfSumsWithoutEntriesAreMadeWhereTheyCanBe) {
    hand_made::Release release;
    const auto observed = [&](const char* donor, Month month, std::optional<Kind> kind, Measure measure,
                              const char* euros) {
        release.intake.observations.push_back(
            {donor, donor, month, kind, measure, Euros(*Decimal::parse(euros)), {}});
    };
    observed("USA", Month(2022, 3), Kind::military, Measure::allocation, "50");
    observed("FRA", Month(2022, 4), Kind::financial, Measure::allocation, "20");
    observed("EUC", Month(2022, 4), Kind::financial, Measure::allocation, "7");
    observed("JPN", Month(2022, 4), Kind::humanitarian, Measure::allocation, "1");
    observed("USA", Month(2022, 3), std::nullopt, Measure::commitment, "60");
    const auto compared = release.table("us_vs_europe");
    EXPECT_EQ(value(compared, "USA", "total", Measure::allocation), "50");
    EXPECT_EQ(value(compared, "EU", "total", Measure::allocation), "27");
    EXPECT_EQ(value(compared, "REST", "total", Measure::allocation), "1");
    EXPECT_EQ(value(compared, "TOTAL", "total", Measure::allocation), "78");
    EXPECT_EQ(value(compared, "USA", "total", Measure::commitment), "60");
    const auto ranking = release.table("ranking_euro");
    EXPECT_EQ(ranking.rows.front().code, "USA");
    EXPECT_EQ(ranking.rows.back().code, "TOTAL");
    EXPECT_EQ(value(ranking, "EU_INSTITUTIONS", "financial"), "7");
    const auto months = release.table("aid_over_time");
    EXPECT_EQ(value(months, "2022-04", "total", Measure::allocation), "28");
    EXPECT_EQ(value(months, "UNTRACKED", "total", Measure::allocation), "0");
    EXPECT_THROW(release.table("weapons_committed"), Error);
    EXPECT_THROW(release.table("budget_support"), Error);
}

TEST(Tables, NameTheEntryThatAPublishedNumberLeavesOut) {
    hand_made::Release release;
    release.commitment("DNK", Kind::military, "100").kind_text = "Weapons";
    release.commitment("DNK", Kind::military, "30").kind_text = "Weapons";
    for (const auto& [column, number] : {std::pair("Arms and Equipment (unadjusted, billion EUR)", "100")}) {
        release.figure("military_by_type", "DNK", column, "€", number, "SUMIFS(S:S)",
                       {"Military aid by type", 10, 4});
    }
    const auto found = cell(release.table("military_by_type"), "DNK", "arms_unadjusted");
    EXPECT_EQ(found.cause, Cause::left_out);
    EXPECT_NE(found.reason.find("DNK2"), std::string::npos);
    EXPECT_EQ(to_string(*found.difference()), "-30");
}

TEST(Tables, CountWeaponsByItemAndDonor) {
    hand_made::Release release;
    const auto item = [&](const char* donor, const char* name, const char* units, const char* delivered) {
        auto& entry = release.commitment(donor, Kind::military, "1");
        entry.item.name = name;
        entry.item.units = {Given::given, *Decimal::parse(units), {}};
        entry.item.units_delivered = {Given::given, *Decimal::parse(delivered), {}};
    };
    item("POL", "T-72 tank", "200", "150");
    item("CZE", "t-72 tank", "40", "40");
    const auto figure = [&](const char* header, const char* value, std::uint32_t column) {
        release.figure("weapons_delivered", "T-72 tank", header, "", value, "SUMIFS(N:N)",
                       {"Delivered", 2, column});
    };
    figure("Total Number", "190", 2);
    figure("Czech Republic", "40", 13);
    figure("Poland", "150", 34);
    const auto table = release.table("weapons_delivered");
    EXPECT_EQ(table.count(State::equal), 3U);
    EXPECT_EQ(value(table, "T-72 tank", "units:CZE"), "40");
    EXPECT_EQ(value(release.table("weapons_committed"), "T-72 tank", "total"), "240");
}

TEST(Tables, TurnARateRoundTheRightWay) {
    hand_made::Release release;
    release.rate("USD", "0.5");
    release.figure("epf_aid_shares", "DEU", "GNI in current USD", "US$", "1000", "",
                   {"EPF aid shares", 7, 3});
    release.figure("epf_aid_shares", "DEU", "GNI in EUR", "€", "500", "C7*0.5", {"EPF aid shares", 7, 4});
    const auto found = cell(release.table("epf_aid_shares"), "DEU", "gni");
    EXPECT_EQ(to_string(*found.value), "2000");
    EXPECT_EQ(found.cause, Cause::rate_turned);
}

TEST(RelativeFormula, IsTheSameForCellsFilledDown) {
    EXPECT_EQ(relative_formula("SUM(D6:F6)", 6), relative_formula("SUM(D7:F7)", 7));
    EXPECT_NE(relative_formula("SUM(D6:F6)", 6), relative_formula("SUM(D6:F6)", 7));
    EXPECT_EQ(relative_formula("C7/$C$34", 7), relative_formula("C8/$C$34", 8));
    EXPECT_EQ(relative_formula("SUMIFS('Sheet 1'!S:S,\"M777\",B2)", 2),
              relative_formula("SUMIFS('Sheet 1'!S:S,\"M777\",B3)", 3));
    EXPECT_NE(relative_formula("A2+5", 2), relative_formula("A3+6", 3));
    EXPECT_EQ(relative_formula("LOG10(A2)", 2), "LOG10(A[0])");
    EXPECT_EQ(relative_formula("\"open", 1), "\"open");
}

}  // namespace
}  // namespace pledgebook::tables
