#include "render/answers.hpp"
#include "render/hand_made.hpp"
#include "render/rows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::render {

using testing::HasSubstr;
using testing::Not;

TEST(TotalText, SaysAllThatBelongsToTheNumber) {
    const auto shown = text(some_answer(), {});
    EXPECT_THAT(shown, HasSubstr("52,310,711,034.69 EUR  (52.31 billion)"));
    EXPECT_THAT(shown, HasSubstr("United States (USA)"));
    EXPECT_THAT(shown, HasSubstr("allocation (the default for this release)"));
    EXPECT_THAT(shown, HasSubstr("Jan 2022 to Aug 2025"));
    EXPECT_THAT(shown, HasSubstr("ust-29, Ukraine Support Tracker, Release 29"));
    EXPECT_THAT(shown, HasSubstr("30 Apr 2026; published 4 Aug 2026"));
    EXPECT_THAT(shown, HasSubstr("2 entries"));
    EXPECT_THAT(shown, Not(HasSubstr("\x1b")));
}

TEST(TotalText, NamesTheRateItsDayItsRuleAndItsSource) {
    auto answer = some_answer();
    answer.conversion = pounds();
    const auto shown = text(answer, Look{200, false, false});
    EXPECT_THAT(shown, HasSubstr("52,310,711,034.69 GBP"));
    EXPECT_THAT(shown, HasSubstr("1 EUR = 0.8846 on 14 Nov 2025 (there is no rate of 15 Nov 2025); "
                                 "the rate of the day asked for; ECB euro reference rate"));
}

TEST(TotalText, SaysWhatWasLeftOut) {
    auto answer = some_answer();
    answer.without_value = 52;
    answer.undated = {3, Euros(decimal("1000"))};
    answer.scope.cut = true;
    answer.notes = {"A note that a reader must know."};
    const auto shown = text(answer, {});
    EXPECT_THAT(shown, HasSubstr("52 packages more without a value"));
    EXPECT_THAT(shown, HasSubstr("3 entries of 1,000.00 EUR without a date that tells, not counted"));
    EXPECT_THAT(shown, HasSubstr("asked for more: the data end there"));
    EXPECT_THAT(shown, HasSubstr("Note: A note"));
}

TEST(TotalText, CallsSumsOfASourceObservations) {
    auto answer = some_answer();
    answer.scope.observed = true;
    const auto shown = text(answer, Look{200, false, false});
    EXPECT_THAT(
        shown, HasSubstr("Behind it  2 observations: sums by month and kind; this release gives no entries"));
    EXPECT_THAT(shown, HasSubstr("0 observations"));
    EXPECT_THAT(shown, Not(HasSubstr(" 2 entries")));
    EXPECT_THAT(json(answer), HasSubstr(R"("behind": "observations")"));
    EXPECT_THAT(markdown(answer), HasSubstr("| kind | EUR | observations |"));
    EXPECT_THAT(json(some_answer()), HasSubstr(R"("behind": "entries")"));
}

TEST(RankingText, LeavesTheCountsOutWhereTheScreenIsNarrow) {
    Ranking ranking;
    ranking.scope = some_scope();
    ranking.rows = {{1, "USA", decimal("52310711034.69"), Euros(decimal("52310711034.69")), {}, {}, 25}};
    EXPECT_THAT(text(ranking, Look{80, false, false}), HasSubstr("52,310,711,034.69       25\n"));
    const auto narrow = text(ranking, Look{40, true, false});
    EXPECT_THAT(narrow, HasSubstr("52,310,711,034.69\n"));
    EXPECT_THAT(narrow, Not(HasSubstr("entries\x1b")));
}

TEST(TotalText, CountsInTrillionsWhereThereAreSome) {
    auto answer = some_answer();
    answer.amount = decimal("13262139675130.28");
    EXPECT_THAT(text(answer, {}), HasSubstr("(13.26 trillion)"));
}

TEST(TotalText, SpellsOutAGroupOnDemand) {
    auto answer = some_answer();
    answer.scope.donors_label = "NORDICS";
    answer.scope.donors = {"DNK", "FIN", "ISL", "NOR", "SWE"};
    EXPECT_THAT(text(answer, {}), HasSubstr("(NORDICS), 5 donors"));
    EXPECT_THAT(text(answer, Look{200, false, true}), HasSubstr("Denmark (DNK), Finland (FIN)"));
}

TEST(TotalText, ColoursOnlyWhenAsked) {
    EXPECT_THAT(text(some_answer(), Look{80, true, false}), HasSubstr("\x1b[1m52,310"));
}

TEST(TotalJson, HasTheContractsFields) {
    const auto shown = json(some_answer());
    EXPECT_THAT(shown, HasSubstr(R"("amount": 52310711034.692)"));
    EXPECT_THAT(shown, HasSubstr(R"("cutoff": "2026-04-30")"));
    EXPECT_THAT(shown, HasSubstr(R"("rate": null)"));
    EXPECT_THAT(shown, HasSubstr(R"({"kind": "financial", "amount": 0.0, "euros": 0.0, "entries": 0})"));
    auto answer = some_answer();
    answer.conversion = pounds();
    EXPECT_THAT(json(answer), HasSubstr(R"("value": 0.8846)"));
}

TEST(TotalRows, PartsAndTheirTotal) {
    EXPECT_THAT(csv(rows(some_answer())),
                HasSubstr("USA,total,52310711034.692,52310711034.692,2,EUR,allocation,2022-01-01,2025-08-31,"
                          "ust-29,2026-04-30,,\n"));
}

TEST(RankingText, PlacesNamesAndPer) {
    Ranking ranking;
    ranking.scope = some_scope();
    ranking.per = Ranking::Per::gdp;
    ranking.rows = {{1, "LVA", decimal("304000000"), Euros(decimal("304000000")), 0.9271, {}, 12}};
    ranking.donors = 41;
    const auto shown = text(ranking, {});
    EXPECT_THAT(shown, HasSubstr("1  Latvia  LVA      0.927  304,000,000.00       12\n"));
    EXPECT_THAT(shown, HasSubstr("1 of 41 donors"));
    EXPECT_THAT(json(ranking), HasSubstr(R"("per": 0.9271)"));
}

TEST(TrendText, BarsAreInProportionAndFitTheWidth) {
    Trend trend;
    trend.scope = some_scope();
    const Period january{Date::parse("2022-01-01"), Date::parse("2022-01-31")};
    trend.rows = {{"2022-01", january, decimal("100"), Euros(decimal("100")), {}, 1},
                  {"2022-02", january, decimal("0"), Euros(), {}, 0},
                  {"2022-03", january, decimal("-50"), Euros(decimal("-50")), {}, 1}};
    EXPECT_THAT(text(trend, Look{30, false, false}),
                HasSubstr(" 2022-01  100.00  ████████████\n 2022-02    0.00\n 2022-03  -50.00  ░░░░░░\n ░ is "
                          "below zero\n"));
    EXPECT_THAT(text(trend, Look{20, false, false}), HasSubstr(" 2022-01  100.00\n"));
}

TEST(EntryListText, LinesHavePlacesAndLinks) {
    EntryList list;
    list.scope = some_scope();
    CountedEntry counted;
    counted.entry.package = "USM1";
    counted.entry.line = 3;
    counted.entry.donor = "USA";
    counted.entry.kind = Kind::military;
    counted.entry.announced = {EntryDate::Sort::until, {}, Date::parse("2022-04-06"), "until 4/6/2022"};
    counted.entry.links = {"https://example.org/\x1b[2J"};
    counted.entry.place = {"MAIN DATA", 803, 0};
    counted.value = Value{Measure::commitment, Given::given, {}, Euros(decimal("5")), {"MAIN DATA", 803, 19}};
    counted.amount = decimal("5");
    counted.counted = true;
    list.entries = {counted};
    list.amount = decimal("5");
    const auto shown = text(list, {});
    EXPECT_THAT(shown, HasSubstr("USM1/3     USA  military      “until 4/6/2022”"));
    EXPECT_THAT(shown, HasSubstr("5.00 EUR\n"));
    EXPECT_THAT(shown, HasSubstr("'MAIN DATA' row 803, value in S803\n"));
    EXPECT_THAT(shown, HasSubstr("https://example.org/\uFFFD[2J\n"));
    EXPECT_THAT(shown, HasSubstr("Sum 5.00 EUR of 1 entry"));
    EXPECT_THAT(json(list), HasSubstr(R"("text": "until 4/6/2022")"));
}

TEST(EntryListText, WhatAPackageRepeatsIsSaidOnce) {
    EntryList list;
    list.scope = some_scope();
    CountedEntry counted;
    counted.entry.package = "USM1";
    counted.entry.explanation = "Words of the source.";
    counted.entry.links = {"https://example.org/"};
    list.entries = {counted, counted};
    const auto shown = text(list, Look{80, false, true});
    EXPECT_EQ(shown.find("https://example.org/"), shown.rfind("https://example.org/"));
    EXPECT_EQ(shown.find("Words of the source."), shown.rfind("Words of the source."));
    list.entries[1].entry.package = "USM2";
    const auto others = text(list, {});
    EXPECT_NE(others.find("https://example.org/"), others.rfind("https://example.org/"));
}

}  // namespace pledgebook::render
