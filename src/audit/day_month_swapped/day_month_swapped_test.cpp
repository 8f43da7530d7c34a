#include "audit/days_in_words.hpp"
#include "audit/hand_made_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

EntryDate on(std::string_view iso) {
    return {EntryDate::Sort::day, Date::parse(iso), Date::parse(iso), {}};
}

HandMade one(std::string_view written, std::string explanation, std::vector<std::string> links) {
    HandMade made;
    made.covers("2022-01-24", "2022-10-03");
    auto& entry = made.entry("DKM4", "DNK", Kind::military, "30000000");
    entry.announced = on(written);
    entry.explanation = std::move(explanation);
    entry.links = std::move(links);
    return made;
}

std::vector<AuditFinding> found(const HandMade& made) {
    return audit_all(made.evidence(), {"day_month_swapped"});
}

TEST(DaysInWords, AreFoundInTextsAndAddresses) {
    EXPECT_THAT(
        days_in_text("On October 2nd, 2022 and the 5th of May; in June we, 3 may give"),
        ElementsAre(SpokenDay{2022, 10, 2}, SpokenDay{0, 5, 5}, SpokenDay{0, 6, 0}, SpokenDay{0, 5, 3}));
    EXPECT_THAT(days_in_text("it may be given, 100 million"), IsEmpty());
    EXPECT_THAT(days_in_address("https://a.b/2022/10/02/aid and https://c.d/news/2022/7/x"),
                ElementsAre(SpokenDay{2022, 10, 2}));
    EXPECT_THAT(days_in_address("https://a.b/2022/07/aid-2022-07-06?x=20220706"),
                ElementsAre(SpokenDay{2022, 7, 0}, SpokenDay{2022, 7, 6}, SpokenDay{2022, 7, 6}));
    EXPECT_THAT(days_in_address("https://a.b/article/3820221002555"), IsEmpty());
}

TEST(DayMonthSwapped, ACitedReportSpeaksForTheOtherDay) {
    const auto findings = found(one("2022-02-10", "joint aid", {"https://news.example/2022/10/02/aid"}));
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().effect, Euros(Decimal::from_integer(30000000)));
    EXPECT_EQ(findings.front().key, "day_month_swapped/bilateral/dkm4/2022-02-10");
    EXPECT_THAT(findings.front().mend, HasSubstr("2022-10-02"));
}

TEST(DayMonthSwapped, AMonthInAnAddressOrADayInTheTextSpeaksToo) {
    EXPECT_EQ(found(one("2022-06-07", "", {"https://news.example/2022/07/aid"})).size(), 1U);
    EXPECT_EQ(found(one("2022-06-07", "announced on July 6", {})).size(), 1U);
}

TEST(DayMonthSwapped, WhatSpeaksForTheDayAsWrittenEndsIt) {
    EXPECT_TRUE(found(one("2022-02-03", "On February 3", {"https://news.example/2022/03/aid"})).empty());
    EXPECT_TRUE(
        found(one("2022-06-07", "", {"https://a.example/2022/07/06/x", "https://a.example/2022/06/09/x"}))
            .empty());
    EXPECT_TRUE(found(one("2022-02-10", "no date at all", {"https://news.example/aid"})).empty());
    // The other day lies beyond the release.
    EXPECT_TRUE(found(one("2022-05-12", "", {"https://news.example/2022/12/05/aid"})).empty());
}

TEST(DayMonthSwapped, APackageOfManyDaysCitesOthersSources) {
    auto made = one("2022-04-05", "", {"https://news.example/2022/05/04/aid"});
    auto& second = made.entry("DKM4", "DNK", Kind::military, "");
    second.announced = on("2022-05-04");
    EXPECT_TRUE(found(made).empty());
}

}  // namespace

}  // namespace pledgebook::audit
