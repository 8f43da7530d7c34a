#include "render/checked_article.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::render {

using testing::HasSubstr;

namespace {

CheckedArticle some_article() {
    CheckedArticle checked;
    checked.article = {"a.txt", "", Date::parse("2025-11-14"), "en"};
    checked.text = "First words.\nThe <b>US</b> gave just over £101billion. The EU gave £156billion.\nLast.";
    Claim first;
    first.quote = "just over £101billion";
    first.start = checked.text.find(first.quote);
    first.end = first.start + first.quote.size();
    first.value = 101;
    first.unit = "GBP bn";
    first.verdict = Verdict::supported;
    first.why = "The book says so.";
    Claim second = first;
    second.quote = "£156billion";
    second.start = checked.text.find(second.quote);
    second.end = second.start + second.quote.size();
    second.verdict = Verdict::other_scope;
    second.held = Held{135.048241, "GBP bn", "ust-29", "total --donor EU"};
    second.readings = {{"Europe", {159.0, "GBP bn", "ust-29", ""}, true, 0.5}};
    checked.claims = {first, second};
    checked.coverage = {2, 2, {{Verdict::supported, 1}, {Verdict::other_scope, 1}}, 1};
    return checked;
}

}  // namespace

TEST(CheckedArticle, CoverageComesFirst) {
    EXPECT_EQ(coverage_words(some_article().coverage),
              "2 figures about aid; all could be checked: 1 supported, 1 other scope. "
              "1 figure about something else.");
    EXPECT_EQ(coverage_words({}), "0 figures about aid; none could be checked.");
}

TEST(CheckedArticle, SentencesAreCutOutAndQuotesMarked) {
    const auto found = passages(some_article());
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].words, "The US gave just over £101billion.");
    EXPECT_EQ(found[0].words.substr(found[0].quotes[0].first, 9), "just over");
    EXPECT_EQ(found[1].words, "The EU gave £156billion.");
}

TEST(CheckedArticle, TwoClaimsInOneSentenceStandTogether) {
    auto checked = some_article();
    checked.claims[1].start = checked.text.find("101billion");
    checked.claims[1].end = checked.claims[1].start + 3;
    const auto found = passages(checked);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].claims.size(), 2U);
}

TEST(CheckedArticle, PlacesBeyondTheTextDoNoHarm) {
    auto checked = some_article();
    checked.claims[1].start = 10000;
    checked.claims[1].end = 5;
    EXPECT_EQ(passages(checked).size(), 2U);
}

TEST(CheckedArticle, TextMarksTheFigureAndSaysWhatHolds) {
    const auto shown = text(some_article(), {});
    EXPECT_THAT(shown, HasSubstr("The EU gave [£156billion](2)."));
    EXPECT_THAT(shown, HasSubstr("(2) other scope\n"));
    EXPECT_THAT(shown, HasSubstr("book: 135.05 GBP bn, ust-29\n"));
    EXPECT_THAT(shown, HasSubstr("fits: Europe: 159.00 GBP bn, ust-29\n"));
    EXPECT_THAT(shown, HasSubstr("ask:  pledgebook total --donor EU\n"));
}

TEST(CheckedArticle, JsonHasTheFieldsOfTheContract) {
    const auto shown = json(some_article());
    EXPECT_THAT(shown, HasSubstr(R"("measure": "unspecified")"));
    EXPECT_THAT(shown, HasSubstr(R"("verdict": "other_scope")"));
    EXPECT_THAT(shown, HasSubstr(R"("held": {"value": 135.048241, "unit": "GBP bn", "release": "ust-29")"));
    EXPECT_THAT(shown, HasSubstr(R"("coverage": {"figures": 2, "checkable": 2)"));
}

}  // namespace pledgebook::render
