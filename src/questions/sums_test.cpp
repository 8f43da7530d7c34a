// What must hold for any question: parts add up, rankings and trends say the same as the total, a period
// may be cut anywhere, and the cube agrees; and the built-in figures.
#include "core/error.hpp"
#include "core/reference.hpp"
#include "questions/desk.hpp"
#include "questions/hand_made_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace pledgebook::questions {
namespace {

using hand_made::currency;
using hand_made::day;
using hand_made::euros;
using hand_made::period;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::array kinds{Kind::military, Kind::financial, Kind::humanitarian};
constexpr std::array known{"DEU", "FRA", "USA", "NOR", "EUC"};

// Entries of every sort of date, days and months at random; the same at each run.
Intake random_release(std::mt19937& random) {
    auto intake = hand_made::with_entries();
    intake.entries.clear();
    const auto below = [&](unsigned end) { return static_cast<int>(random() % end); };
    for (std::uint32_t line = 1; line <= 400; ++line) {
        const auto start = day("2022-01-10").plus_days(below(220));
        EntryDate date{static_cast<EntryDate::Sort>(below(6)), start, start.plus_days(below(60)), {}};
        if (date.sort == EntryDate::Sort::day) {
            date.latest = date.earliest;
        } else if (date.sort == EntryDate::Sort::month) {
            date = {date.sort, Month(start).first(), Month(start).last(), {}};
        }
        if (date.sort == EntryDate::Sort::until || date.sort == EntryDate::Sort::unknown) {
            date.earliest.reset();
        }
        if (date.sort == EntryDate::Sort::since || date.sort == EntryDate::Sort::unknown) {
            date.latest.reset();
        }
        const auto value =
            Decimal::from_units(static_cast<std::int64_t>(random()) * 100003 - 2'000'000'000'000);
        intake.entries.push_back(hand_made::entry("XXM" + std::to_string(line), 1, known.at(random() % 5),
                                                  kinds.at(random() % 3), date, to_string(value)));
        auto& code = intake.entries.back().coded_month;
        code.coded = random() % 3 == 0;
        if (code.coded && random() % 4 != 0) {
            code.month = Month(2022, 1 + below(9));
        }
    }
    return intake;
}

class Sums : public testing::Test {
protected:
    Sums() : shelf(hand_made::shelf()) {
        std::mt19937 random(7);
        shelf.kept[0] = random_release(random);
        shelf.rates.push_back({currency("GBP"), day("2022-05-20"), hand_made::rate("0.82")});
    }

    // Questions of every shape, at random.
    static Question question(std::mt19937& random) {
        Question made;
        made.release = random() % 4 == 0 ? "ust-29" : "ust-7";
        if (random() % 2 == 0) {
            made.donors = {random() % 2 == 0 ? "EU" : "G7"};
        }
        if (random() % 3 == 0) {
            made.kinds = {kinds.at(random() % 3), kinds.at(random() % 3)};
        }
        if (random() % 3 != 0) {
            const auto from = Month(2022, 1).plus(static_cast<int>(random() % 5));
            made.period = {from.first(), from.plus(static_cast<int>(random() % 4)).last()};
        }
        if (random() % 2 == 0) {
            made.currency = currency("GBP");
            made.rate = random() % 2 == 0 ? RateRule{RateRule::Sort::entry, {}}
                                          : RateRule{RateRule::Sort::date, day("2022-03-31")};
        }
        return made;
    }

    hand_made::Shelf shelf;
};

template <typename Rows>
Euros sum_of(const Rows& rows) {
    Euros sum;
    for (const auto& row : rows) {
        sum += row.euros;
    }
    return sum;
}

TEST_F(Sums, PartsAndListsSayTheSameAsTheTotal) {
    const Desk desk(shelf);
    std::mt19937 random(11);
    for (int round = 0; round < 300; ++round) {
        const auto asked = question(random);
        const auto total = desk.total(asked);
        Decimal parts;
        for (const auto& part : total.parts) {
            parts += part.amount;
        }
        EXPECT_EQ(parts, total.amount);
        EXPECT_EQ(sum_of(total.parts), total.euros);
        EXPECT_EQ(sum_of(desk.rank(asked).rows), total.euros);
        const auto list = desk.entries(asked);
        EXPECT_EQ(list.amount, total.amount);
        const auto lines = static_cast<std::uint64_t>(std::count_if(
            list.entries.begin(), list.entries.end(), [](const CountedEntry& each) { return each.counted; }));
        EXPECT_EQ(lines + list.observations.size(), total.entries);
        for (const auto by : {Trend::By::month, Trend::By::quarter, Trend::By::year}) {
            const auto trend = desk.trend(asked, by);
            EXPECT_EQ(sum_of(trend.rows) + trend.undated.euros, total.euros + total.undated.euros);
            EXPECT_EQ(trend.entries + trend.undated.entries, total.entries + total.undated.entries);
            EXPECT_EQ(trend.rows.front().period.first, total.scope.period.first);
            EXPECT_EQ(trend.rows.back().period.last, total.scope.period.last);
        }
    }
}

TEST_F(Sums, APeriodMayBeCutAnywhere) {
    // Where all days are known, the two sides of any cut add up to the whole.
    for (auto& entry : shelf.kept[0].entries) {
        entry.announced = {EntryDate::Sort::day, entry.announced.latest.value_or(day("2022-05-05")), {}, {}};
        entry.announced.earliest =
            std::clamp(*entry.announced.earliest, day("2022-01-24"), day("2022-07-31"));
        entry.announced.latest = entry.announced.earliest;
        entry.coded_month = {};
    }
    const Desk desk(shelf);
    Question asked;
    asked.release = "ust-7";
    const auto whole = desk.total(asked).euros;
    for (auto cut = day("2022-01-24"); cut < day("2022-07-31"); cut = cut.plus_days(1)) {
        asked.period = {{}, cut};
        const auto before = desk.total(asked);
        asked.period = {cut.plus_days(1), {}};
        EXPECT_EQ(before.euros + desk.total(asked).euros, whole) << to_string(cut);
        EXPECT_EQ(before.undated.entries, 0U);
    }
}

TEST_F(Sums, WhatIsInNeitherSideOfACutIsUndatedInOne) {
    const Desk desk(shelf);
    Question asked;
    asked.release = "ust-7";
    const auto whole = desk.total(asked);
    for (auto cut = day("2022-01-24"); cut < day("2022-07-31"); cut = cut.plus_days(3)) {
        asked.period = {{}, cut};
        const auto before = desk.total(asked);
        asked.period = {cut.plus_days(1), {}};
        const auto after = desk.total(asked);
        // An amount across the cut is undated on both sides.
        EXPECT_EQ(before.undated.euros, after.undated.euros);
        EXPECT_EQ(before.euros + after.euros + before.undated.euros, whole.euros) << to_string(cut);
    }
}

TEST_F(Sums, TheCubeSaysWhatTheTotalSays) {
    const Desk desk(shelf);
    std::mt19937 random(13);
    for (int round = 0; round < 300; ++round) {
        auto asked = question(random);
        asked.currency = {};
        asked.rate = {};
        const auto total = desk.total(asked);
        const auto& cube = desk.cube(asked.release);
        const auto first = asked.period.first ? Month(*asked.period.first) : cube.first_month();
        const auto last = asked.period.last ? Month(*asked.period.last) : cube.last_month();
        EXPECT_EQ(
            cube.sum(donor_set(total.scope.donors), kind_set(asked.kinds), total.scope.measure, first, last),
            total.euros);
    }
    const auto& cube = desk.cube("ust-29");
    EXPECT_TRUE(cube.has(Measure::allocation));
    EXPECT_FALSE(cube.has(Measure::delivery));
    EXPECT_TRUE(cube.split_by_kind(Measure::allocation));
    EXPECT_FALSE(cube.split_by_kind(Measure::commitment));
    EXPECT_THAT(codes_of(cube.donors(Measure::commitment)), ElementsAre("DEU", "USA"));
    EXPECT_EQ(cube.sum(cube.donors(), kind_set({Kind::military}), Measure::commitment), Euros{});
    EXPECT_EQ(cube.sum(cube.donors(), kind_set({}), Measure::commitment, Month(2030, 1), Month(2031, 1)),
              Euros{});
    EXPECT_EQ(cube.sum(cube.donors(), kind_set({}), Measure::commitment, Month(1999, 1), Month(2031, 1)),
              euros("1010"));
}

class Figures : public testing::Test {
protected:
    static Question of(std::string donors) {
        Question question;
        question.donors = {std::move(donors)};
        question.period = period("2022-01-01", "2025-08-31");
        return question;
    }

    store::BuiltIn shelf;
    Desk desk{shelf};
};

TEST_F(Figures, HoldTheTotalsOfTheArticle) {
    const auto usa = desk.total(of("USA"));
    EXPECT_EQ(usa.euros, euros("115380650000"));
    EXPECT_EQ(usa.scope.release.id, "ust-29");
    EXPECT_EQ(usa.scope.measure, Measure::allocation);
    EXPECT_EQ(desk.total(of("EU")).euros, euros("152665884000"));
    EXPECT_EQ(desk.total(of("EUROPE")).euros, euros("179730466000"));
}

TEST_F(Figures, AreThereInPounds) {
    auto question = of("USA");
    question.currency = currency("GBP");
    question.rate = RateRule{RateRule::Sort::date, day("2025-11-14")};
    const auto answer = desk.total(question);
    EXPECT_EQ(to_string(answer.conversion.value().rate.value()), "0.8846");
    EXPECT_EQ(answer.conversion.value().day, day("2025-11-14"));
    EXPECT_EQ(to_string(answer.amount), "102065722990");
    question.rate = RateRule{RateRule::Sort::date, day("2025-11-16")};  // a Sunday
    EXPECT_EQ(desk.total(question).conversion.value().day, day("2025-11-14"));
}

TEST_F(Figures, RankByGdpOfTheYearBefore) {
    const auto ranking = desk.rank(of("ALL"), Ranking::Per::gdp);
    EXPECT_EQ(ranking.per_source, "GDP of 2021, from " + shelf.name());
    EXPECT_THAT(ranking.unranked, Contains(HasSubstr("EUC")));
    EXPECT_EQ(ranking.rows.front().place, 1U);
    EXPECT_EQ(ranking.rows.size(), 41U);
}

TEST_F(Figures, SayWhereTheBankIs) {
    EXPECT_THAT(desk.total(of("EU_INSTITUTIONS")).notes, Contains(HasSubstr("European Investment Bank")));
}

TEST_F(Figures, AreTheSameInTheCube) {
    const auto& cube = desk.cube("ust-29");
    EXPECT_EQ(cube.sum(donor_set("USA"), kind_set({}), Measure::allocation, Month(2022, 1), Month(2025, 8)),
              euros("115380650000"));
    EXPECT_EQ(cube.last_month(), Month(2026, 4));
}

}  // namespace
}  // namespace pledgebook::questions
