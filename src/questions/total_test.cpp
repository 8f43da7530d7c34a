// Totals: what counts, what is left out and said, and what is refused.
#include "core/error.hpp"
#include "questions/desk.hpp"
#include "questions/hand_made_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <thread>

namespace pledgebook::questions {
namespace {

using hand_made::day;
using hand_made::euros;
using hand_made::period;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Question ask(std::vector<std::string> donors = {}, std::string release = {}) {
    Question question;
    question.donors = std::move(donors);
    question.release = std::move(release);
    return question;
}

Question within(Question question, std::string_view first, std::string_view last) {
    question.period = period(first, last);
    return question;
}

class Total : public testing::Test {
protected:
    // The message of the refusal; a failure where there is none.
    std::string refusal(const Question& question) {
        try {
            static_cast<void>(desk.total(question));
        } catch (const Error& error) {
            return error.what();
        }
        ADD_FAILURE() << "was not refused";
        return {};
    }

    hand_made::Shelf shelf = hand_made::shelf();
    Desk desk{shelf};
};

TEST_F(Total, TakesTheNewestReleaseByItsCutoff) {
    EXPECT_EQ(desk.total(ask()).scope.release.id, "ust-7");
    shelf.kept[1].release.cutoff = day("2026-04-30");
    EXPECT_EQ(Desk(shelf).total(ask()).scope.release.id, "ust-29");
}

TEST_F(Total, AddsUpAllOfARelease) {
    const auto all = desk.total(ask({}, "ust-7"));
    EXPECT_EQ(all.euros, euros("1685.75"));
    EXPECT_EQ(to_string(all.amount), "1685.75");
    EXPECT_FALSE(all.conversion);
    EXPECT_EQ(all.entries, 9U);
    EXPECT_EQ(all.without_value, 1U);
    EXPECT_EQ(all.undated.entries, 0U);
    EXPECT_EQ(all.scope.donors_label, "ALL");
    EXPECT_THAT(all.scope.donors, ElementsAre("DEU", "FRA", "USA", "EUC"));
    EXPECT_EQ(all.scope.measure, Measure::commitment);
    EXPECT_TRUE(all.scope.measure_by_default);
    EXPECT_EQ(all.scope.period, period("2022-01-24", "2022-07-31"));
    ASSERT_EQ(all.parts.size(), 3U);
    EXPECT_EQ(all.parts[0].euros, euros("1130.25"));
    EXPECT_EQ(all.parts[1].euros, euros("545"));
    EXPECT_EQ(all.parts[2].euros, euros("10.5"));
}

TEST_F(Total, DefaultsToAllocationsWhereThereAreAny) {
    const auto answer = desk.total(ask({}, "ust-29"));
    EXPECT_EQ(answer.scope.measure, Measure::allocation);
    EXPECT_EQ(answer.euros, euros("1280.7778"));
}

TEST_F(Total, CountsAPeriodOnlyWhatLiesWhollyInIt) {
    // March: DEM2 of that month. DEH1 "until 31 March", DEF1 across its end, FRM1 and the year 2922 may lie
    // in it or not; FRF1 "since June" does not.
    const auto march = desk.total(within(ask({}, "ust-7"), "2022-03-01", "2022-03-31"));
    EXPECT_EQ(march.euros, euros("10"));
    EXPECT_EQ(march.undated.entries, 4U);
    EXPECT_EQ(march.undated.euros, euros("70.5"));
    EXPECT_THAT(march.notes, Contains(HasSubstr("Left out: 4 amounts, €70.50 together")));
    // From the release's begin to the end of March an "until 31 March" is in.
    const auto quarter = desk.total(within(ask({"DEU"}, "ust-7"), "2022-01-24", "2022-03-31"));
    EXPECT_EQ(quarter.euros, euros("117.75"));
    EXPECT_EQ(quarter.undated.euros, euros("40"));
    const auto june = desk.total(within(ask({"FRA"}, "ust-7"), "2022-06-01", "2022-07-31"));
    EXPECT_EQ(june.euros, euros("5"));
    EXPECT_EQ(june.undated.entries, 2U);
    EXPECT_EQ(june.without_value, 0U);
}

TEST_F(Total, CountsEverythingWhereThePeriodCoversTheRelease) {
    const auto whole = desk.total(within(ask({}, "ust-7"), "2022-01-01", "2022-07-31"));
    EXPECT_EQ(whole.euros, euros("1685.75"));
    EXPECT_EQ(whole.undated.entries, 0U);
    EXPECT_FALSE(whole.scope.cut);
}

TEST_F(Total, AnswersUpToTheCutoffAndSaysSo) {
    const auto cut = desk.total(within(ask({}, "ust-7"), "2022-01-24", "2022-12-31"));
    EXPECT_EQ(cut.euros, euros("1685.75"));
    EXPECT_TRUE(cut.scope.cut);
    EXPECT_EQ(cut.scope.period.last, day("2022-07-31"));
    EXPECT_THAT(cut.notes, Contains(HasSubstr("Answered up to the cut-off")));
}

TEST_F(Total, SaysWhenThePeriodBeginsBeforeTheRelease) {
    const auto early = desk.total(within(ask({}, "ust-7"), "2021-06-01", "2022-07-31"));
    EXPECT_EQ(early.euros, euros("1685.75"));
    EXPECT_THAT(early.notes, Contains(HasSubstr("begins on 2022-01-24; 2021-06-01 was asked")));
}

TEST_F(Total, RefusesPeriodsThatAreNone) {
    EXPECT_THAT(refusal(within(ask({}, "ust-7"), "2022-05-01", "2022-04-30")), HasSubstr("before it begins"));
    EXPECT_THAT(refusal(within(ask({}, "ust-7"), "2022-08-01", "2022-09-30")),
                HasSubstr("covers 2022-01-24 to 2022-07-31"));
    EXPECT_THAT(refusal(within(ask({}, "ust-7"), "2020-08-01", "2020-09-30")),
                HasSubstr("before the release begins"));
}

TEST_F(Total, FiltersByKindDonorAndChannel) {
    auto question = ask({"Deutschland", "usa"}, "ust-7");
    question.kinds = {Kind::humanitarian, Kind::military, Kind::military};
    const auto answer = desk.total(question);
    EXPECT_EQ(answer.euros, euros("1117.75"));
    EXPECT_EQ(answer.scope.donors_label, "DEU, USA");
    EXPECT_THAT(answer.scope.kinds, ElementsAre(Kind::military, Kind::humanitarian));
    EXPECT_EQ(answer.parts.size(), 2U);
    question = ask({}, "ust-7");
    question.channels = {Channel::commercial};
    EXPECT_EQ(desk.total(question).euros, euros("77"));
    question.channels = {Channel::commercial, Channel::bilateral};
    EXPECT_EQ(desk.total(question).euros, euros("1762.75"));
    question.channels = {Channel::multilateral};
    EXPECT_THAT(refusal(question), HasSubstr("nothing of the channel multilateral"));
}

TEST_F(Total, RefusesMeasuresAddedUp) {
    auto question = ask({}, "ust-7");
    question.measures = {Measure::commitment, Measure::delivery};
    EXPECT_THAT(refusal(question), HasSubstr("measures are never added to each other"));
    EXPECT_THAT(refusal(question), HasSubstr("ask for one at a time"));
    question.measures = {Measure::delivery};
    EXPECT_EQ(desk.total(question).euros, euros("10"));
    question.measures = {Measure::disbursement};
    EXPECT_THAT(refusal(question), HasSubstr("it has: commitment, delivery"));
}

TEST_F(Total, GivesAMeasureOnlyInSum) {
    auto question = ask({}, "ust-29");
    question.measures = {Measure::commitment};
    const auto answer = desk.total(question);
    EXPECT_EQ(answer.euros, euros("1010"));
    EXPECT_FALSE(answer.split_by_kind);
    EXPECT_THAT(answer.parts, IsEmpty());
    question.kinds = {Kind::military};
    EXPECT_THAT(refusal(question), HasSubstr("only in sum, not by kind"));
    EXPECT_THAT(refusal(question), HasSubstr("or for allocation"));
}

TEST_F(Total, RefusesWhoIsCountedTwice) {
    EXPECT_THAT(refusal(ask({"EU", "Germany"}, "ust-7")), HasSubstr("DEU is in both"));
    EXPECT_THAT(refusal(ask({"EU", "Germany"}, "ust-7")), HasSubstr("ask for EU alone"));
    EXPECT_THAT(refusal(ask({"DEU", "Germany"}, "ust-7")), HasSubstr("'DEU' and 'Germany' are both DEU"));
    EXPECT_THAT(refusal(ask({"DEU", "DEU"}, "ust-7")), HasSubstr("asked for twice"));
    EXPECT_THAT(refusal(ask({"G7", "EUROPE"}, "ust-7")), HasSubstr("DEU, FRA, GBR, ITA are in both"));
    EXPECT_THAT(refusal(ask({"G7", "EUROPE"}, "ust-7")), HasSubstr("one at a time"));
    EXPECT_THAT(refusal(ask({"ALL", "FRA"}, "ust-7")), HasSubstr("ALL has FRA in it already"));
}

TEST_F(Total, AsksBackForANameItDoesNotKnow) {
    EXPECT_THAT(refusal(ask({"Germny"}, "ust-7")), HasSubstr("did you mean DEU (Germany)"));
    EXPECT_THAT(refusal(ask({"xyzzyplugh"}, "ust-7")), HasSubstr("groups are"));
}

TEST_F(Total, SaysOfWhomTheReleaseHoldsNothing) {
    const auto answer = desk.total(ask({"EU"}, "ust-7"));
    EXPECT_EQ(answer.euros, euros("685.75"));
    EXPECT_THAT(answer.scope.absent, Contains("POL"));
    EXPECT_THAT(answer.scope.absent, Not(Contains("DEU")));
    EXPECT_THAT(answer.notes, Contains(HasSubstr("holds nothing of")));
    EXPECT_THAT(answer.notes, Contains(HasSubstr("European Investment Bank stands in the row of")));
    EXPECT_THAT(refusal(ask({"POL"}, "ust-7")), HasSubstr("it has: DEU, FRA, USA, EUC"));
    EXPECT_THAT(refusal(ask({"EIB"}, "ust-29")), HasSubstr("(EUC)"));
}

TEST_F(Total, TakesGroupsAsOfTheLastDay) {
    shelf.kept[1].release.cutoff = day("2023-12-31");
    shelf.kept[1].observations.push_back(
        {"FIN", "Finland", Month(2022, 1), Kind::military, Measure::allocation, euros("6"), {}});
    const Desk other(shelf);
    const auto before = other.total(within(ask({"NATO"}, "ust-29"), "2022-01-01", "2023-03-31"));
    EXPECT_THAT(before.scope.donors, Not(Contains("FIN")));
    const auto after = other.total(within(ask({"NATO"}, "ust-29"), "2022-01-01", "2023-04-30"));
    EXPECT_THAT(after.scope.donors, Contains("FIN"));
    EXPECT_EQ(after.euros, before.euros + euros("6"));
    EXPECT_THAT(after.notes,
                Contains(HasSubstr("FIN joined within the period and is counted for all of it")));
}

TEST_F(Total, FindsTheReleaseOfADay) {
    auto question = ask();
    question.as_of = day("2022-09-01");
    const auto answer = desk.total(question);
    EXPECT_EQ(answer.scope.release.id, "ust-7");
    EXPECT_THAT(answer.notes, Contains(HasSubstr("does not say when it was published")));
    question.as_of = day("2026-08-04");
    EXPECT_EQ(desk.total(question).scope.release.id, "ust-29");
    question.as_of = day("2022-07-30");
    EXPECT_THAT(refusal(question), HasSubstr("the first one is ust-7, from 2022-07-31 on"));
    question.release = "ust-7";
    EXPECT_THAT(refusal(question), HasSubstr("at once"));
    EXPECT_THAT(refusal(ask({}, "ust-8")), HasSubstr("it has: ust-7, ust-29"));
}

TEST_F(Total, LeavesOutMonthsThatThePeriodCuts) {
    const auto answer = desk.total(within(ask({}, "ust-29"), "2022-01-15", "2022-04-30"));
    EXPECT_EQ(answer.euros, euros("770.3334"));
    EXPECT_EQ(answer.undated.euros, euros("110.3333"));
    EXPECT_THAT(answer.notes, Contains(HasSubstr("2022-01 is cut by the period and left out")));
    EXPECT_THAT(refusal(within(ask({}, "ust-29"), "2022-01-15", "2022-02-10")),
                HasSubstr("ask for 2022-01 or 2022-02"));
}

TEST_F(Total, CountsGoods) {
    auto question = ask({"DEU"}, "ust-7");
    question.item = "HOWITZER";
    const auto answer = desk.total(question);
    EXPECT_EQ(answer.units, Decimal::from_integer(7));
    EXPECT_EQ(answer.units_delivered, Decimal::from_integer(4));
    EXPECT_EQ(answer.euros, euros("100.25"));
    EXPECT_THAT(answer.notes, Contains(HasSubstr("1 of the amounts is of a package with other items too")));
    question.item = "manpads";
    const auto secret = desk.total(question);
    EXPECT_EQ(secret.units, Decimal{});
    EXPECT_EQ(secret.euros, euros("0"));
    EXPECT_THAT(secret.notes, Contains(HasSubstr("1 keeps it secret")));
    question.item = "submarine";
    EXPECT_THAT(refusal(question), HasSubstr("no item"));
    question = ask({"DEU"}, "ust-29");
    question.item = "howitzer";
    EXPECT_THAT(refusal(question), HasSubstr("only in sums"));
}

TEST_F(Total, SaysWhatIsOfNobodyKnown) {
    shelf.kept[0].entries.push_back(
        hand_made::entry("XXM1", 1, "", Kind::military, hand_made::on("2022-03-01"), "9"));
    const Desk other(shelf);
    const auto answer = other.total(ask({}, "ust-7"));
    EXPECT_EQ(answer.euros, euros("1685.75"));
    EXPECT_THAT(answer.notes,
                Contains(HasSubstr("1 amount, €9.00 together, whose donor or kind is not known")));
    EXPECT_THAT(other.total(ask({"DEU"}, "ust-7")).notes, Not(Contains(HasSubstr("not known"))));
}

TEST_F(Total, ClosesADateByTheReleasesOwnBounds) {
    // From before the release begins to its sixth day: it can only be those six days.
    auto& announced = shelf.kept[0].entries.at(2).announced;
    announced = {EntryDate::Sort::range, day("2021-12-01"), day("2022-01-29"), "between"};
    const Desk other(shelf);
    auto question = within(ask({"DEU"}, "ust-7"), "2022-01-24", "2022-01-31");
    EXPECT_EQ(other.total(question).euros, euros("10"));
    question.period = period("2022-01-24", "2022-01-28");
    EXPECT_EQ(other.total(question).euros, euros("0"));
    EXPECT_EQ(other.total(question).undated.euros, euros("17.5"));
}

TEST_F(Total, TakesTheBoundsFromTheLinesWhereTheReleaseHasNone) {
    shelf.kept[1].release.begins.reset();
    shelf.kept[1].release.cutoff.reset();
    const auto scope = Desk(shelf).resolve(ask({}, "ust-29"));
    EXPECT_EQ(scope.period, period("2022-01-01", "2022-06-30"));
}

TEST_F(Total, MayBeAskedFromSeveralThreads) {
    std::vector<std::thread> threads;
    std::array<Euros, 8> sums;
    for (std::size_t at = 0; at < sums.size(); ++at) {
        threads.emplace_back(
            [&, at] { sums.at(at) = desk.total(ask({}, at % 2 == 0 ? "ust-7" : "ust-29")).euros; });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    for (std::size_t at = 0; at < sums.size(); ++at) {
        EXPECT_EQ(sums.at(at), euros(at % 2 == 0 ? "1685.75" : "1280.7778"));
    }
}

TEST_F(Total, PutsTheEuShareBesideTheAmount) {
    auto question = ask({"DEU", "FRA"}, "ust-7");
    question.with_eu_share = true;
    const auto answer = desk.total(question);
    ASSERT_TRUE(answer.eu_share);
    EXPECT_EQ(answer.eu_share->euros, euros("225"));
    EXPECT_EQ(answer.euros, euros("185.75"));
    EXPECT_THAT(answer.eu_share->source, HasSubstr("Share in total EU commitments"));
    question.donors = {"EU"};
    EXPECT_THAT(refusal(question), HasSubstr("counted twice"));
    question.donors = {"USA"};
    EXPECT_THAT(refusal(question), HasSubstr("has no part"));
    question.donors = {"DEU"};
    question.kinds = {Kind::military};
    EXPECT_THAT(refusal(question), HasSubstr("only in sum: not by kind"));
    question.kinds = {};
    EXPECT_THAT(refusal(within(question, "2022-01-24", "2022-03-31")),
                HasSubstr("not for a part of the time"));
    question.release = "ust-29";
    EXPECT_THAT(refusal(question), HasSubstr("publishes no members' parts"));
}

TEST_F(Total, CountsOrganisationsOfMultilateralAidWhereEveryoneIsAsked) {
    auto& first = shelf.kept[0].entries;
    Entry fund = first.front();
    fund.package = "FUND1";
    fund.channel = Channel::multilateral;
    fund.donor.clear();
    fund.donor_text = "A Fund";
    fund.values = {{Measure::commitment, Given::given, {}, euros("30"), {}}};
    first.push_back(fund);
    const Desk with(shelf);
    auto question = ask({}, shelf.kept[0].release.id);
    const auto bilateral = with.total(question).euros;
    question.channels = {Channel::multilateral};
    const auto answer = with.total(question);
    EXPECT_EQ(answer.euros, euros("30"));
    EXPECT_THAT(answer.notes, Contains(HasSubstr("of organisations, which go by no code: A Fund")));
    EXPECT_EQ(with.entries(question).amount, answer.amount);
    EXPECT_THAT(with.rank(question, Ranking::Per::nothing).unranked, Contains(HasSubstr("30.00 EUR")));
    question.channels = {Channel::bilateral, Channel::multilateral};
    EXPECT_EQ(with.total(question).euros, bilateral + euros("30"));
    question.donors = {"DEU"};
    EXPECT_THAT(with.total(question).notes, Not(Contains(HasSubstr("organisations"))));
}

}  // namespace
}  // namespace pledgebook::questions
