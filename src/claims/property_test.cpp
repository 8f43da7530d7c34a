// The property that matters most: what the book says, told with correct rounding, is never called false; and
// half as much again never holds.
#include "claims/check.hpp"
#include "core/reference.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <random>

namespace pledgebook::claims {
namespace {

const questions::Desk& desk() {
    static const store::BuiltIn shelf;
    static const questions::Desk the_one(shelf);
    return the_one;
}

struct Stretch {
    std::string_view words, from, to;
};
constexpr std::array<Stretch, 7> stretches{{{"Between January 2022 and August 2025", "2022-01", "2025-08"},
                                            {"In 2024", "2024-01", "2024-12"},
                                            {"In 2023", "2023-01", "2023-12"},
                                            {"From 2022 to 2024", "2022-01", "2024-12"},
                                            {"Up to December 2025", "2022-01", "2025-12"},
                                            {"Since the full-scale invasion", "2022-01", "2026-04"},
                                            {"In the first half of 2025", "2025-01", "2025-06"}}};
struct Who {
    std::string_view words, code;
};
constexpr std::array<Who, 12> donors{{{"the US", "USA"},
                                      {"Germany", "DEU"},
                                      {"the UK", "GBR"},
                                      {"Denmark", "DNK"},
                                      {"Paris", "FRA"},
                                      {"Sweden", "SWE"},
                                      {"the Netherlands", "NLD"},
                                      {"Canada", "CAN"},
                                      {"Europe", "EUROPE"},
                                      {"the EU", "EU"},
                                      {"EU member states", "EU_MEMBERS"},
                                      {"Poland", "POL"}}};
constexpr std::array<std::string_view, 4> kinds{"", "military ", "financial ", "humanitarian "};
constexpr std::array<std::string_view, 4> days{"2025-11-14", "2026-03-01", "2026-08-20", "2024-02-10"};

struct Told {
    std::string text, day;
    double euros = 0;
};

// A sentence with its number `times` what the book holds.
std::optional<Told> told(std::mt19937& random, double times) {
    const auto pick = [&](const auto& list) { return list[random() % list.size()]; };
    const auto stretch = pick(stretches);
    const auto who = pick(donors);
    const auto kind = pick(kinds);
    const bool committed = kind.empty() && random() % 2 == 0;
    Question question;
    question.donors = {std::string(who.code)};
    if (!kind.empty()) {
        question.kinds = {*parse_kind(kind.substr(0, kind.size() - 1))};
    }
    question.measures = {committed ? Measure::commitment : Measure::allocation};
    question.period = {Month::parse(stretch.from)->first(), Month::parse(stretch.to)->last()};
    const auto euros = desk().total(question).euros.value().to_double();
    constexpr double worth_telling = 5e7;
    if (euros < worth_telling) {
        return std::nullopt;
    }
    const auto number = euros * times;
    const bool billions = number >= 1e9;
    const auto places = static_cast<int>(random() % 2 + (number < 1e10 && billions ? 1 : 0));
    const auto value = fmt::format("{:.{}f}", number / (billions ? 1e9 : 1e6), places);
    const std::string scale = billions ? "billion" : "million";
    std::string day(pick(days));
    while (*Date::parse(day) <= question.period.last) {
        day = pick(days);  // nobody tells what is yet to come
    }
    const std::array<std::string, 4> money{"€" + value + " " + scale, "EUR " + value + " " + scale,
                                           value + " " + scale + " euros",
                                           "€" + value + (billions ? "bn" : "m")};
    return Told{fmt::format("{}, {} {} {} in {}aid to Ukraine.", stretch.words, who.words,
                            committed ? "committed" : "allocated", pick(money), kind),
                day, number};
}

TEST(Property, WhatTheBookSaysIsNeverCalledFalse) {
    std::mt19937 random(7);
    std::size_t tried = 0, held = 0;
    while (tried < 600) {
        const auto one = told(random, 1);
        if (!one) {
            continue;
        }
        const auto claims = check(one->text, {"a", Date::parse(one->day), "en", {}}, desk()).claims;
        ASSERT_EQ(claims.size(), 1U) << one->text;
        EXPECT_TRUE(claims[0].in_scope) << one->text;
        EXPECT_NE(claims[0].verdict, Verdict::contradicted) << one->text << one->day << claims[0].why;
        const bool holds = claims[0].verdict == Verdict::supported || claims[0].verdict == Verdict::close;
        EXPECT_TRUE(holds) << one->text << one->day << ": " << claims[0].why;
        held += holds ? 1 : 0;
        ++tried;
    }
    EXPECT_GE(held * 100, tried * 95);
}

TEST(Property, HalfAsMuchAgainNeverHolds) {
    std::mt19937 random(11);
    std::size_t tried = 0;
    while (tried < 400) {
        const auto one = told(random, 1.5);
        if (!one) {
            continue;
        }
        const auto claims = check(one->text, {"a", Date::parse("2026-08-20"), "en", {}}, desk()).claims;
        ASSERT_EQ(claims.size(), 1U) << one->text;
        EXPECT_NE(claims[0].verdict, Verdict::supported) << one->text << ": " << claims[0].why;
        EXPECT_NE(claims[0].verdict, Verdict::close) << one->text << ": " << claims[0].why;
        ++tried;
    }
}

TEST(Property, ANumberCutInsteadOfRoundedIsClose) {
    const auto verdict = [](std::string_view text) {
        const auto claims = check(text, {"a", Date::parse("2026-08-20"), "en", {}}, desk()).claims;
        return claims.size() == 1 ? std::string(to_string(claims[0].verdict)) : "none";
    };
    EXPECT_EQ(verdict("Germany has committed €47 billion in aid to Ukraine."), "close");
    EXPECT_EQ(verdict("Germany has committed €47.6 billion in aid to Ukraine."), "close");
    EXPECT_EQ(verdict("The US allocated $134 billion to Ukraine between January 2022 and April 2026."),
              "close");
    EXPECT_EQ(verdict("Germany has committed €49 billion in aid to Ukraine."), "outdated");  // since April
    EXPECT_EQ(verdict("Germany has committed €60 billion in aid to Ukraine."), "contradicted");
}

// Eight times the text is about eight times the work; were it the square, it would be sixty-four.
TEST(Property, WorkGrowsWithTheTextAndNoFaster) {
    const auto seconds = [](std::size_t sentences) {
        std::string text = "Aid to Ukraine.\n\n";
        for (std::size_t at = 0; at < sentences; ++at) {
            text += fmt::format("Germany has given Ukraine €{}.{}bn in aid, and $3bn. ", at % 97, at % 10);
        }
        const auto start = std::chrono::steady_clock::now();
        EXPECT_GE(check(text, {"a", Date::parse("2026-08-20"), "en", {}}, desk()).claims.size(), sentences);
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    constexpr double generous = 32;
    seconds(500);  // the words are read once
    EXPECT_LT(seconds(8000), generous * std::max(seconds(1000), 0.01));
}

}  // namespace
}  // namespace pledgebook::claims
