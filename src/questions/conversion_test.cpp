// Conversions by every rule, with their record, and the table of rates.
#include "core/error.hpp"
#include "questions/desk.hpp"
#include "questions/hand_made_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::questions {
namespace {

using hand_made::currency;
using hand_made::day;
using hand_made::euros;
using hand_made::period;
using hand_made::rate;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

RateRule rule(RateRule::Sort sort) {
    return {sort, {}};
}
RateRule on(std::string_view iso) {
    return {RateRule::Sort::date, day(iso)};
}

class Conversions : public testing::Test {
protected:
    static Question in(std::string_view code, std::optional<RateRule> by = {}) {
        Question question;
        question.release = "ust-7";
        question.currency = currency(code);
        question.rate = by;
        return question;
    }
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

TEST_F(Conversions, TakesTheReleasesOwnRateFirst) {
    const auto answer = desk.total(in("USD"));
    ASSERT_TRUE(answer.conversion);
    EXPECT_EQ(answer.conversion->rule.sort, RateRule::Sort::release);
    EXPECT_TRUE(answer.conversion->rule_by_default);
    EXPECT_EQ(answer.conversion->source, "release ust-7");
    EXPECT_FALSE(answer.conversion->day);
    EXPECT_EQ(to_string(answer.amount), "2107.1875");
    EXPECT_EQ(answer.euros, euros("1685.75"));
    EXPECT_THAT(refusal(in("GBP", rule(RateRule::Sort::release))), HasSubstr("no rate of its own for GBP"));
    EXPECT_THAT(refusal(in("GBP", rule(RateRule::Sort::release))), HasSubstr("it has EUR, USD"));
}

TEST_F(Conversions, ElseOfTheLastDayAndSaysThatItHadNone) {
    const auto answer = desk.total(in("GBP"));
    ASSERT_TRUE(answer.conversion);
    EXPECT_EQ(answer.conversion->rule.sort, RateRule::Sort::end);
    EXPECT_EQ(answer.conversion->asked, day("2022-07-31"));
    EXPECT_EQ(answer.conversion->day, day("2022-07-29"));
    EXPECT_EQ(answer.conversion->rate, rate("0.7"));
    EXPECT_EQ(to_string(answer.amount), "1180.025");
    EXPECT_THAT(answer.notes,
                Contains("There is no rate for GBP on 2022-07-31; that of 2022-07-29 is used."));
}

TEST_F(Conversions, TakesADay) {
    const auto answer = desk.total(in("GBP", on("2022-04-29")));
    EXPECT_EQ(answer.conversion->day, day("2022-04-29"));
    EXPECT_EQ(to_string(answer.amount), "1517.175");
    EXPECT_THAT(answer.notes, IsEmpty());
    EXPECT_THAT(desk.total(in("GBP", on("2022-05-20"))).notes, Contains(HasSubstr("21 days older")));
}

TEST_F(Conversions, NeverTakesAStaleRate) {
    EXPECT_NO_THROW(static_cast<void>(desk.total(in("GBP", on("2022-05-30")))));
    EXPECT_THAT(refusal(in("GBP", on("2022-05-31"))), HasSubstr("known from 2022-01-31 to 2022-07-29"));
    EXPECT_THAT(refusal(in("GBP", on("2022-01-30"))), HasSubstr("no rate for GBP on 2022-01-30"));
    EXPECT_THAT(refusal(in("GBP", on("2030-01-01"))), HasSubstr("to 2022-07-29"));
    EXPECT_THAT(refusal(in("TWD")), HasSubstr("no rate for TWD"));
    EXPECT_THAT(refusal(in("TWD", rule(RateRule::Sort::entry))), HasSubstr("ask in one of EUR, GBP, USD"));
}

TEST_F(Conversions, TakesTheMeanOfThePeriod) {
    auto question = in("GBP", rule(RateRule::Sort::average));
    question.period = period("2022-03-01", "2022-04-30");
    const auto answer = desk.total(question);
    EXPECT_EQ(answer.conversion->rate, rate("0.9"));  // of 0.85, 0.95 and 0.9
    EXPECT_THAT(answer.conversion->source, HasSubstr("mean of 3 days"));
    EXPECT_EQ(answer.euros, euros("1050"));  // DEM2, USM1, and DEF1 between March and April
    EXPECT_EQ(to_string(answer.amount), "945");
    question = in("USD", rule(RateRule::Sort::average));
    EXPECT_THAT(refusal(question), HasSubstr("rates for USD are known from 2022-03-31 to 2022-04-29"));
}

TEST_F(Conversions, TakesTheRateOfEachDay) {
    auto question = in("GBP", rule(RateRule::Sort::entry));
    question.donors = {"DEU"};
    const auto answer = desk.total(question);
    // 100.25 at 0.8, 10 at March's mean 0.9, 7.5 at 0.95 (until 31 March), 40 at 0.95 (to 5 April)
    EXPECT_EQ(to_string(answer.amount), "134.325");
    EXPECT_FALSE(answer.conversion->rate);
    EXPECT_THAT(answer.notes, Contains(HasSubstr("1 of them is known by month only and takes")));
    EXPECT_THAT(answer.notes, Contains(HasSubstr("2 of them have a range or a bound")));
}

TEST_F(Conversions, TakesTheAmountAsItWasGiven) {
    auto question = in("USD", rule(RateRule::Sort::entry));
    question.donors = {"USA"};
    EXPECT_EQ(to_string(desk.total(question).amount), "1100");
    question.currency = Currency::eur();
    const auto euro = desk.total(question);
    EXPECT_EQ(to_string(euro.amount), "1000");  // 1,100 dollars at 1.1
    ASSERT_TRUE(euro.conversion);
    question.currency = currency("GBP");
    EXPECT_EQ(to_string(desk.total(question).amount), "900");  // 1100 / 1.1 * 0.9
}

TEST_F(Conversions, FallsBackToTheReleasesValueAndSaysSo) {
    auto question = in("GBP", rule(RateRule::Sort::entry));
    question.donors = {"FRA"};
    const auto answer = desk.total(question);
    // 20 of no day and 3 of the year 2922 at the end's 0.7; 5 since 1 June at the rate of then, older than
    // a month: also by the release's value.
    EXPECT_EQ(to_string(answer.amount), "19.6");
    EXPECT_THAT(answer.notes, Contains(AllOf(HasSubstr("3 of them, €28.00, have no day"),
                                             HasSubstr("at the rate of 2022-07-29"))));
}

TEST_F(Conversions, LeavesEurosAlone) {
    const auto answer = desk.total(in("EUR", rule(RateRule::Sort::end)));
    EXPECT_FALSE(answer.conversion);
    EXPECT_EQ(to_string(answer.amount), "1685.75");
    EXPECT_THAT(answer.notes, Contains(HasSubstr("Euros need no rate")));
    EXPECT_THAT(desk.total(in("EUR", rule(RateRule::Sort::release))).notes, IsEmpty());
}

TEST_F(Conversions, ConvertsObservationsByTheirMonth) {
    auto question = in("GBP", rule(RateRule::Sort::entry));
    question.release = "ust-29";
    question.donors = {"DEU"};
    // January's mean is 0.8 (one day known), March's 0.9: 110.3333 * 0.8 (each kind by itself) - 20 * 0.9
    const auto answer = desk.total(question);
    EXPECT_EQ(to_string(answer.amount), "70.2666");
    EXPECT_EQ(desk.entries(question).amount, answer.amount);
}

TEST(Rates, FindTheLastEarlierDay) {
    const RateTable table({{currency("GBP"), day("2022-01-05"), rate("0.8")},
                           {currency("GBP"), day("2022-01-03"), rate("0.7")},
                           {currency("GBP"), day("2022-01-05"), rate("0.9")}});
    EXPECT_FALSE(table.rate(currency("GBP"), day("2022-01-02")));
    EXPECT_EQ(table.rate(currency("GBP"), day("2022-01-04"))->day, day("2022-01-03"));
    EXPECT_EQ(table.rate(currency("GBP"), day("2022-01-05"))->rate, rate("0.9"));
    EXPECT_EQ(table.rate(currency("GBP"), day("2022-02-05"))->day, day("2022-01-05"));
    EXPECT_FALSE(table.rate(currency("GBP"), day("2022-02-06")));
    EXPECT_FALSE(table.rate(currency("USD"), day("2022-01-05")));
    EXPECT_EQ(table.rate(Currency::eur(), day("1990-01-05"))->rate, Rate::one());
    EXPECT_EQ(table.mean(currency("GBP"), day("2022-01-01"), day("2022-01-31"))->rate, rate("0.8"));
    EXPECT_EQ(table.mean(currency("GBP"), day("2022-01-01"), day("2022-01-31"))->days, 2);
    EXPECT_FALSE(table.mean(currency("GBP"), day("2022-01-06"), day("2022-01-31")));
}

}  // namespace
}  // namespace pledgebook::questions
