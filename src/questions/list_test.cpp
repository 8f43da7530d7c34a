// Rankings, trends, entries and packages, and that they say the same as the total.
#include "core/error.hpp"
#include "questions/desk.hpp"
#include "questions/hand_made_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::questions {
namespace {

using hand_made::euros;
using hand_made::period;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

template <typename Call>
std::string refusal(const Call& call) {
    try {
        static_cast<void>(call());
    } catch (const Error& error) {
        return error.what();
    }
    ADD_FAILURE() << "was not refused";
    return {};
}

std::vector<std::string> order(const Ranking& ranking) {
    std::vector<std::string> donors;
    for (const auto& row : ranking.rows) {
        donors.push_back(std::to_string(row.place) + " " + row.donor);
    }
    return donors;
}

class Lists : public testing::Test {
protected:
    static Question of(std::string release) {
        Question question;
        question.release = std::move(release);
        return question;
    }

    hand_made::Shelf shelf = hand_made::shelf();
    Desk desk{shelf};
};

TEST_F(Lists, RanksByAmount) {
    const auto ranking = desk.rank(of("ust-7"));
    EXPECT_THAT(order(ranking), ElementsAre("1 USA", "2 EUC", "3 DEU", "4 FRA"));
    EXPECT_EQ(ranking.donors, 4U);
    EXPECT_EQ(ranking.rows[2].euros, euros("157.75"));
    EXPECT_EQ(ranking.rows[2].entries, 4U);
    EXPECT_THAT(order(desk.rank(of("ust-7"), Ranking::Per::nothing, 2)), ElementsAre("1 USA", "2 EUC"));
    EXPECT_EQ(desk.rank(of("ust-7"), Ranking::Per::nothing, 2).donors, 4U);
}

TEST_F(Lists, SharesAPlaceBetweenEquals) {
    auto question = of("ust-29");
    question.period = period("2022-05-01", "2022-06-30");
    EXPECT_THAT(order(desk.rank(question)), ElementsAre("1 USA", "2 DEU", "2 EUC", "2 FRA", "2 NOR"));
}

TEST_F(Lists, RanksTheMembersOfAGroup) {
    auto question = of("ust-7");
    question.donors = {"EU"};
    EXPECT_THAT(order(desk.rank(question)), ElementsAre("1 EUC", "2 DEU", "3 FRA"));
}

TEST_F(Lists, RanksByGdp) {
    // Germany's and the United States' GDP are the release's own, in dollars at its own rate; France's is
    // the shelf's of the year before the release; the institutions have none, whatever the sheet says.
    const auto ranking = desk.rank(of("ust-7"), Ranking::Per::gdp);
    EXPECT_THAT(order(ranking), ElementsAre("1 DEU", "2 FRA", "3 USA"));
    EXPECT_DOUBLE_EQ(ranking.rows[0].per.value(), 15.775);
    EXPECT_DOUBLE_EQ(ranking.rows[1].per.value(), 5.6);
    EXPECT_DOUBLE_EQ(ranking.rows[2].per.value(), 2.5);
    EXPECT_THAT(ranking.unranked, ElementsAre("EUC: an institution of the EU has no GDP of its own"));
    EXPECT_EQ(ranking.per_source, "GDP of 2020, from release ust-7; GDP of 2021, from the test shelf");
}

TEST_F(Lists, RanksByInhabitants) {
    const auto ranking = desk.rank(of("ust-7"), Ranking::Per::capita);
    EXPECT_THAT(order(ranking), ElementsAre("1 DEU"));
    EXPECT_DOUBLE_EQ(ranking.rows[0].per.value(), 157.75 / 83);
    EXPECT_THAT(ranking.unranked, Contains("USA: its population is not known"));
    auto question = of("ust-7");
    question.donors = {"EU_INSTITUTIONS"};
    EXPECT_THAT(refusal([&] { return desk.rank(question, Ranking::Per::gdp); }), HasSubstr("can be ranked"));
}

TEST_F(Lists, RanksWithTheEuShare) {
    auto question = of("ust-7");
    question.with_eu_share = true;
    const auto ranking = desk.rank(question);
    EXPECT_THAT(order(ranking), ElementsAre("1 USA", "2 DEU", "3 FRA"));
    EXPECT_EQ(ranking.rows[1].euros, euros("157.75"));
    EXPECT_EQ(ranking.rows[1].eu_share.value().euros, euros("125"));
    EXPECT_THAT(ranking.unranked, Contains(HasSubstr("EUC: what it gave is counted as its members' parts")));
    EXPECT_DOUBLE_EQ(desk.rank(question, Ranking::Per::gdp).rows[0].per.value(), 28.275);
}

TEST_F(Lists, ShowsTheTrendWithoutGaps) {
    const auto trend = desk.trend(of("ust-7"), Trend::By::month);
    ASSERT_EQ(trend.rows.size(), 7U);
    EXPECT_EQ(trend.rows[0].label, "2022-01");
    EXPECT_EQ(trend.rows[0].euros, euros("0"));
    EXPECT_EQ(trend.rows[1].euros, euros("100.25"));
    EXPECT_EQ(trend.rows[2].euros, euros("10"));
    EXPECT_EQ(trend.rows[3].parts.at(0).euros, euros("1000"));
    EXPECT_EQ(trend.undated.entries, 5U);
    EXPECT_EQ(trend.undated.euros, euros("75.5"));
    EXPECT_THAT(trend.notes, Contains(HasSubstr("2022-01 is not whole: it holds 2022-01-24 to 2022-01-31")));
}

TEST_F(Lists, PutsARangeWhereItSurelyLies) {
    const auto trend = desk.trend(of("ust-7"), Trend::By::quarter);
    ASSERT_EQ(trend.rows.size(), 3U);
    EXPECT_EQ(trend.rows[0].label, "2022-Q1");
    EXPECT_EQ(trend.rows[0].euros, euros("117.75"));  // with "until 31 March"
    EXPECT_EQ(trend.rows[2].euros, euros("0"));
    EXPECT_EQ(trend.undated.euros, euros("68"));  // March to April, since June, undisclosed, the year 2922
    EXPECT_THAT(trend.notes, Contains(HasSubstr("2022-Q3 is not whole: it holds 2022-07-01 to 2022-07-31")));
    const auto year = desk.trend(of("ust-7"), Trend::By::year);
    ASSERT_EQ(year.rows.size(), 1U);
    EXPECT_EQ(year.rows[0].label, "2022");
    EXPECT_EQ(year.rows[0].euros, euros("1685.75"));
    EXPECT_EQ(year.undated.entries, 0U);
}

TEST_F(Lists, GivesATrendOfWhatIsOnlyASum) {
    auto question = of("ust-29");
    question.measures = {Measure::commitment};
    const auto trend = desk.trend(question, Trend::By::month);
    EXPECT_FALSE(trend.split_by_kind);
    EXPECT_THAT(trend.rows.at(0).parts, IsEmpty());
    EXPECT_EQ(trend.rows.at(5).euros, euros("900"));
    question.with_eu_share = true;
    EXPECT_THAT(refusal([&] { return desk.trend(question, Trend::By::month); }), HasSubstr("not by month"));
}

TEST_F(Lists, ListsTheEntriesBehindATotal) {
    auto question = of("ust-7");
    question.donors = {"DEU"};
    question.period = period("2022-03-01", "2022-03-31");
    const auto list = desk.entries(question);
    ASSERT_EQ(list.entries.size(), 3U);  // DEM2 counts; DEH1 and DEF1 may or may not lie in March
    EXPECT_EQ(list.entries[0].entry.package, "DEM2");
    EXPECT_TRUE(list.entries[0].counted);
    EXPECT_EQ(to_string(list.entries[0].amount), "10");
    EXPECT_FALSE(list.entries[1].counted);
    EXPECT_EQ(list.entries[1].value.value().euros, euros("7.5"));
    EXPECT_EQ(to_string(list.amount), "10");
    EXPECT_THAT(list.observations, IsEmpty());
    EXPECT_THAT(list.notes, Contains(HasSubstr("Left out: 2 amounts")));
}

TEST_F(Lists, ListsObservations) {
    auto question = of("ust-29");
    question.donors = {"DEU"};
    const auto list = desk.entries(question);
    ASSERT_EQ(list.observations.size(), 3U);
    EXPECT_EQ(list.observations[2].amount, Decimal::from_integer(-20));
    EXPECT_EQ(list.amount, desk.total(question).amount);
}

TEST_F(Lists, ShowsAPackageAndALine) {
    const auto package = desk.show("DEM1", of("ust-7"));
    ASSERT_EQ(package.entries.size(), 2U);
    EXPECT_TRUE(package.entries[0].counted);
    EXPECT_FALSE(package.entries[1].counted);
    EXPECT_EQ(to_string(package.amount), "100.25");
    EXPECT_THAT(package.scope.donors, ElementsAre("DEU"));
    const auto line = desk.show("DEM1/2", of("ust-7"));
    ASSERT_EQ(line.entries.size(), 1U);
    EXPECT_EQ(line.entries[0].entry.line, 2U);
    EXPECT_EQ(to_string(desk.show("USC1", of("ust-7")).amount), "77");
}

TEST_F(Lists, NamesTheNearestIds) {
    EXPECT_THAT(refusal([&] { return desk.show("DEM9", of("ust-7")); }),
                HasSubstr("the nearest are DEM1, DEM2"));
    EXPECT_THAT(refusal([&] { return desk.show("DEM1/9", of("ust-7")); }),
                HasSubstr("it has 2 lines: DEM1/1 to DEM1/2"));
    EXPECT_THAT(refusal([&] { return desk.show("zzz", of("ust-7")); }), HasSubstr("ids look like DEM1"));
    EXPECT_THAT(refusal([&] { return desk.show("DEM1", of("ust-29")); }), HasSubstr("has no packages"));
}

}  // namespace
}  // namespace pledgebook::questions
