// The site feed on files written by hand.
#include "core/error.hpp"
#include "importers/importer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace pledgebook::importers {
namespace {

constexpr auto release_info =
    "\"release\",\"period\",\"date\",\"label\"\n\"29\",\"04/2022\",\"2026-08-04\",\"Tracker, Release 29 "
    "(04/2022)\"\n";
constexpr auto explorer =
    "\"country\",\"iso\",\"year\",\"month\",\"total\",\"financial\",\"humanitarian\",\"military\","
    "\"commitments\","
    "\"to_be_allocated\",\"gdp\",\"pct_gdp\"\n"
    "\"Australia\",\"AUS\",2022,2,0.002645,0,0,0.002645,0.002645,0,1312.77115526256,0.0002\n"
    "\"Australia\",\"AUS\",2022,3,0.142911,0,0.0653,0.077611,0.142912,0.000001,1312.77115526256,0.01\n"
    "\"EU (Commission and Council)\",\"EU\",2022,4,0,0,0,0,9,9,0,0\n";
constexpr auto per_month =
    "\"year\",\"month\",\"total_allocations\",\"military\",\"financial\",\"humanitarian\"\n"
    "2022,2,0.002645,0.002645,0,0\n2022,3,0.142911,0.077611,0,0.0653\n";

Source feed(std::string months = per_month, std::string donors = explorer) {
    return {"feed",
            true,
            {{"a.csv", std::move(donors)},
             {"b.csv", release_info},
             {"c.csv", std::move(months)},
             {"d.csv",
              "donor,category,number_of_weapons,monetary_value_eur,weapons_list\nAustralia,Tanks,49,"
              "463047927,M1A1 "
              "Abrams (49)\n"}}};
}

Intake taken_in(const Source& source) {
    const auto& importer = recognise(source);
    EXPECT_EQ(importer.name, "kiel_site");
    return importer.take_in(source, {});
}

TEST(KielSite, EachDonorsMonthGivesItsAmounts) {
    const auto intake = taken_in(feed());
    ASSERT_EQ(intake.observations.size(), 6U) << "zeros give none";
    EXPECT_EQ(intake.observations[0], (Observation{"AUS",
                                                   "Australia",
                                                   Month(2022, 2),
                                                   Kind::military,
                                                   Measure::allocation,
                                                   Euros(Decimal::from_integer(2645000)),
                                                   {"a.csv", 2, 8}}));
    EXPECT_EQ(intake.observations[1].measure, Measure::commitment);
    EXPECT_EQ(intake.observations[1].kind, std::nullopt);
    EXPECT_EQ(intake.observations[5].donor, "EUC");
    EXPECT_EQ(intake.observations[5].euros, Euros(Decimal::from_integer(9'000'000'000)));
    ASSERT_EQ(intake.macro.size(), 1U);
    EXPECT_EQ(to_string(intake.macro.front().value), "1312771155262.56");
    EXPECT_EQ(intake.macro.front().year, 2021);
    EXPECT_TRUE(intake.findings.empty());
    EXPECT_EQ(intake.cells.in, 48U + 8U + 18U + 10U);
    EXPECT_EQ(intake.cells.used, intake.cells.in);
}

TEST(KielSite, TheReleaseIsWhatTheFeedSays) {
    const auto release = taken_in(feed()).release;
    EXPECT_EQ(release.series, "ust");
    EXPECT_EQ(release.label, "29");
    EXPECT_EQ(release.title, "Tracker, Release 29 (04/2022)");
    EXPECT_EQ(release.begins, Date::from(2022, 2, 1));
    EXPECT_EQ(release.cutoff, Date::from(2022, 4, 30));
    EXPECT_EQ(release.published, Date::from(2026, 8, 4));
}

TEST(KielSite, OtherTablesAreFigures) {
    const auto intake = taken_in(feed());
    const auto tanks = std::find_if(intake.figures.begin(), intake.figures.end(),
                                    [](const Figure& each) { return each.table == "weapons"; });
    ASSERT_NE(tanks, intake.figures.end());
    EXPECT_EQ(
        *tanks,
        (Figure{
            "weapons", "AUS", "Australia", "Tanks: number_of_weapons", "units", "49", "", {"d.csv", 2, 3}}));
    const auto month = std::find_if(intake.figures.begin(), intake.figures.end(), [](const Figure& each) {
        return each.table == "total_allocations" && each.column == "military";
    });
    ASSERT_NE(month, intake.figures.end());
    EXPECT_EQ(month->row, "2022-02");
    EXPECT_EQ(month->unit, "€ billion");
}

TEST(KielSite, SumsThatDisagreeAreFound) {
    const auto wrong_month = taken_in(
        feed("year,month,total_allocations,military,financial,humanitarian\n2022,2,0.502645,0.002645,0,0\n"));
    ASSERT_EQ(wrong_month.findings.size(), 1U);
    EXPECT_EQ(wrong_month.findings.front().rule, "sum_differs");
    EXPECT_EQ(wrong_month.findings.front().effect, Euros(Decimal::from_integer(500'000'000)));
    EXPECT_EQ(to_string(wrong_month.findings.front().place), "'c.csv'!C2");

    std::string donors = explorer;
    donors.replace(donors.find("0.142911"), 8, "0.242911");
    const auto wrong_row = taken_in(feed(per_month, donors));
    ASSERT_EQ(wrong_row.findings.size(), 2U) << "the row and its month";
    EXPECT_EQ(to_string(wrong_row.findings.front().place), "'a.csv'!E3");
}

TEST(KielSite, WhatIsNotKnownIsToldAndNothingIsDropped) {
    auto source =
        feed(per_month, std::string(explorer) +
                            "Atlantis,ATL,2022,4,x,0,0,1,0,0,0,0\nItaly,ITA,2022,13,0,0,0,1,0,0,0,0\n");
    source.files.push_back({"e.csv", "a,b\n1,2\n"});
    source.files.push_back({"f.png", "\x89PNG\r\n\x1a\n"});
    const auto intake = taken_in(source);
    std::vector<std::string> rules;
    for (const auto& finding : intake.findings) {
        rules.push_back(finding.rule);
    }
    EXPECT_THAT(rules, testing::UnorderedElementsAre("unknown_donor", "unreadable_date", "unread_file",
                                                     "sum_differs", "sum_differs"));
    EXPECT_EQ(intake.cells.set_aside.at("file 'e.csv': not known"), 4U);
    const auto atlantis = std::find_if(intake.observations.begin(), intake.observations.end(),
                                       [](const Observation& each) { return each.donor_text == "Atlantis"; });
    ASSERT_NE(atlantis, intake.observations.end());
    EXPECT_EQ(atlantis->donor, "");
}

std::vector<std::string> rules_of(const Source& source) {
    std::vector<std::string> rules;
    for (const auto& finding : taken_in(source).findings) {
        rules.push_back(finding.rule);
    }
    return rules;
}

std::string with_row(const std::string& row) {
    return std::string(explorer) + row + "\n";
}

TEST(KielSite, ARowThatIsThereTwiceCountsOnce) {
    const std::string rows = explorer;
    const auto first = rows.find("\"Australia\"");
    const auto again = feed(per_month, rows + rows.substr(first, rows.find('\n', first) + 1 - first));
    const auto intake = taken_in(again);
    EXPECT_EQ(intake.observations, taken_in(feed()).observations);
    EXPECT_THAT(rules_of(again), testing::ElementsAre("repeated_row"));
    EXPECT_EQ(intake.cells.in, taken_in(feed()).cells.in + 12);
    EXPECT_EQ(intake.cells.set_aside.at("file 'a.csv': rows that repeat another"), 12U);
}

TEST(KielSite, ASecondRowOfADonorsMonthIsFound) {
    const auto source =
        feed(per_month, with_row("Australia,AUS,2022,4,0.5,0.5,0,0,0,0,1312.77115526256,0\n"
                                 "Australia,AUS,2022,4,0.25,0.25,0,0,0,0,1312.77115526256,0"));
    const auto intake = taken_in(source);
    ASSERT_EQ(rules_of(source), std::vector<std::string>{"second_row"});
    EXPECT_EQ(intake.findings.front().effect, Euros(Decimal::from_integer(250'000'000)));
    EXPECT_EQ(intake.findings.front().place.row, 6U);
}

TEST(KielSite, CodesThatContradictNamesAreFound) {
    EXPECT_THAT(rules_of(feed(per_month, with_row("Italy,DEU,2022,4,0,0,0,0,0,0,0,0"))),
                testing::ElementsAre("donor_contradicted"));
    EXPECT_THAT(rules_of(feed(per_month, with_row("Italy,XXX,2022,4,0,0,0,0,0,0,0,0"))),
                testing::ElementsAre("donor_contradicted"));
    EXPECT_THAT(rules_of(feed(per_month, with_row("Italy,,2022,4,0,0,0,0,0,0,0,0"))), testing::IsEmpty());
}

TEST(KielSite, AMonthFarFromAllOthersSetsNoCutOff) {
    for (const auto* year : {"2099", "22"}) {
        const auto source =
            feed(per_month, with_row("Italy,ITA," + std::string(year) + ",4,-1,0,0,-1,0,0,0,0"));
        EXPECT_THAT(rules_of(source),
                    testing::UnorderedElementsAre("negative_amount", "month_outside_release"));
        const auto release = taken_in(source).release;
        EXPECT_EQ(release.begins, Date::from(2022, 2, 1));
        EXPECT_EQ(release.cutoff, Date::from(2022, 4, 30));
    }
}

TEST(KielSite, WhatTheFeedSaysOfItselfIsHeldTogether) {
    auto source = feed();
    source.files[1].bytes =
        "release,period,date,label\n29,04/2022,2026-08-04,Release 31 (04/2022)\n"
        "30,05/2022,2026-09-04,\n";
    EXPECT_THAT(rules_of(source), testing::ElementsAre("release_witnesses_differ", "second_release"));
    source.files[1].bytes = "release,period,date,label\n,04/2022,2026-08-04,\n";
    EXPECT_THAT(rules_of(source), testing::ElementsAre("release_unnamed"));
}

TEST(KielSite, ASecondFileOfATableIsTold) {
    auto source = feed();
    source.files.push_back({"old.csv", explorer});
    EXPECT_THAT(rules_of(source), testing::ElementsAre("second_file"));
    EXPECT_EQ(taken_in(source).observations, taken_in(feed()).observations);
}

TEST(KielSite, DecimalCommasAreRead) {
    std::string donors = explorer;
    std::replace(donors.begin(), donors.end(), ',', ';');
    std::replace(donors.begin(), donors.end(), '.', ',');
    const auto intake = taken_in(feed(per_month, donors));
    EXPECT_EQ(intake.observations, taken_in(feed()).observations);
    EXPECT_THAT(rules_of(feed(per_month, donors)), testing::ElementsAre("decimal_comma"));
}

TEST(KielSite, AFeedWithoutRowsIsRefused) {
    const std::string rows = explorer;
    EXPECT_THROW(taken_in(feed(per_month, rows.substr(0, rows.find('\n') + 1))), Error);
}

TEST(KielSite, AFeedWithoutItsLedgerIsNone) {
    auto source = feed();
    source.files.erase(source.files.begin());
    EXPECT_FALSE(importer_named("kiel_site").recognises(source));
    source = feed();
    source.folder = false;
    EXPECT_FALSE(importer_named("kiel_site").recognises(source));
}

}  // namespace
}  // namespace pledgebook::importers
