#include "commands/filters.hpp"

#include "core/error.hpp"

#include <gtest/gtest.h>

namespace pledgebook::commands {

namespace {

std::string refusal(const Filters& filters) {
    try {
        question_from(filters);
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST(Filters, NothingGivenIsTheWholeRelease) {
    EXPECT_EQ(question_from({}), Question{});
}

TEST(Filters, ListsArePartedByCommasAndMayBeRepeated) {
    Filters filters;
    filters.donors = {"USA, Germany", "EU"};
    filters.kinds = {"military,humanitarian"};
    filters.measures = {"commitment,allocations"};
    const auto question = question_from(filters);
    EXPECT_EQ(question.donors, (std::vector<std::string>{"USA", "Germany", "EU"}));
    EXPECT_EQ(question.kinds, (std::vector<Kind>{Kind::military, Kind::humanitarian}));
    // That measures are not added up is for the desk to say, which knows why.
    EXPECT_EQ(question.measures, (std::vector<Measure>{Measure::commitment, Measure::allocation}));
}

TEST(Filters, TimesAreInclusiveAtBothEnds) {
    EXPECT_EQ(to_string(first_day("2024", "--from")), "2024-01-01");
    EXPECT_EQ(to_string(last_day("2024", "--to")), "2024-12-31");
    EXPECT_EQ(to_string(first_day("2024-Q2", "--from")), "2024-04-01");
    EXPECT_EQ(to_string(last_day("2024-q4", "--to")), "2024-12-31");
    EXPECT_EQ(to_string(last_day("2024-02", "--to")), "2024-02-29");
    EXPECT_EQ(to_string(last_day("2024-02-03", "--to")), "2024-02-03");
    EXPECT_EQ(to_string(last_day("9999", "--to")), "9999-12-31");
    for (const auto* wrong :
         {"", "24", "2024-13", "2024-Q5", "2024-02-30", "2024-2", "202x", "2024-Q", "yesterday"}) {
        EXPECT_THROW(last_day(wrong, "--to"), Error) << wrong;
    }
}

TEST(Filters, BadWordsNameTheGoodOnes) {
    Filters filters;
    filters.kinds = {"militray"};
    EXPECT_EQ(refusal(filters),
              "'militray' is nothing for --kind; did you mean 'military'?\n"
              "--kind takes military, financial or humanitarian");
    filters = {};
    filters.rate = "averge";
    EXPECT_EQ(refusal(filters),
              "'averge' is no rule for a rate; did you mean 'average'?\n"
              "--rate takes release, entry, end, average or a day such as 2025-11-14");
    filters = {};
    filters.currency = "euro";
    EXPECT_NE(refusal(filters), "");
    filters = {};
    filters.donors = {" , "};
    EXPECT_NE(refusal(filters), "");
    filters = {};
    filters.kinds = {","};
    EXPECT_NE(refusal(filters), "");
}

TEST(Filters, APeriodTurnedRoundIsRefused) {
    Filters filters;
    filters.from = "2025-08";
    filters.to = "2022-01";
    EXPECT_EQ(refusal(filters),
              "the period ends before it begins: 2025-08 to 2022-01\nexchange --from and --to");
}

TEST(Filters, OneReleaseIsNamedOnce) {
    Filters filters;
    filters.release = "ust-7";
    filters.as_of = "2025-01-01";
    EXPECT_NE(refusal(filters), "");
}

TEST(Filters, FormatsAreKnownByName) {
    Output output;
    output.format = "md";
    EXPECT_EQ(format_of(output), render::Format::md);
    output.format = "jsn";
    EXPECT_THROW(format_of(output), Error);
}

TEST(Filters, WordsMayBeWrittenInAnyCase) {
    Filters filters;
    filters.kinds = {"Military"};
    filters.measures = {"ALLOCATIONS"};
    filters.rate = "End";
    const auto question = question_from(filters);
    EXPECT_EQ(question.kinds, std::vector<Kind>{Kind::military});
    EXPECT_EQ(question.measures, std::vector<Measure>{Measure::allocation});
    EXPECT_EQ(question.rate, (RateRule{RateRule::Sort::end, {}}));
}

}  // namespace pledgebook::commands
