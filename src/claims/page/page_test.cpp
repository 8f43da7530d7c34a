#include "claims/page/page.hpp"

#include "claims/words/words.hpp"
#include "core/error.hpp"

#include <gtest/gtest.h>

namespace pledgebook::claims {
namespace {

std::string text_of(const Page& page) {
    std::string all;
    for (const auto& block : page.blocks) {
        all += (all.empty() ? "" : "|") + page.text.substr(block.start, block.end - block.start);
    }
    return all;
}

Page plain(std::string_view bytes) {
    auto page = read_page(bytes);
    read_plain(page);
    drop_furniture(page, Words::of("en"));
    return page;
}

Page html(std::string_view bytes) {
    auto page = read_html(read_page(bytes), Words::of("en").phrases(Role::furniture_part));
    drop_furniture(page, Words::of("en"));
    return page;
}

TEST(PlainPage, LosesItsFurniture) {
    EXPECT_EQ(
        text_of(plain("back to top\n\nA heading\n\nShare post:\n\n- Advertisement -\n\nOne sentence here.\n\n"
                      "Popular\n\nSubscribe\n\nMore like this\nRelated")),
        "A heading|One sentence here.");
}

TEST(PlainPage, LosesCaptionsThatStandTwice) {
    EXPECT_EQ(text_of(plain("Text one.\n\nA firefighter works amid Russia's attack, 2025\n\n"
                            "A firefighter works amid Russia\u2019s attack, 2025\n\nText two.")),
              "Text one.|Text two.");
}

TEST(PlainPage, TakesTheDateOfItsAddressLine) {
    const auto page = plain("https://news.org/ukraine-5-billion\t2024-02-16\ten\nThe text.");
    EXPECT_EQ(text_of(page), "The text.");
    EXPECT_EQ(page.date, Date::parse("2024-02-16"));
}

TEST(PlainPage, JoinsLinesThatAreBrokenByTheirWidth) {
    EXPECT_EQ(text_of(plain(
                  "This is a line that a mail program has broken because it was\nso long that it did.\n")),
              "This is a line that a mail program has broken because it was\nso long that it did.");
}

constexpr std::string_view page_bytes =
    "<!DOCTYPE html><html><head><meta property='og:title' content='The title'>"
    "<meta property='article:published_time' content='2025-11-14T10:00:00Z'><title>x</title></head><body>"
    "<nav><a href='/'>Home</a> <a href='/w'>World</a></nav><article><h1>A heading</h1>"
    "<p>The US has given &pound;101billion &amp; more.</p><div class='share-buttons'>Share 5 billion</div>"
    "<figure><figcaption>A caption of $5 billion</figcaption></figure>"
    "<p>Caf\xC3\xA9: <b>12</b> billion <a href='x'>euros</a>.</p><script>var a = '9 "
    "billion';</script></article>"
    "<aside>Related: 7 billion</aside><ul><li><a href='1'>A link to another story here</a></li></ul>"
    "<footer>All rights reserved</footer></body></html>";

TEST(HtmlPage, LeavesTheArticleWithTitleAndDate) {
    const auto page = html(page_bytes);
    EXPECT_EQ(text_of(page), "A heading|The US has given £101billion & more.|Café: 12 billion euros.");
    EXPECT_EQ(page.title, "The title");
    EXPECT_EQ(page.date, Date::parse("2025-11-14"));
}

TEST(HtmlPage, KnowsWhereEachByteStood) {
    const auto page = html(page_bytes);
    for (const std::string_view words : {"101billion", "more.", "12", "euros"}) {
        const auto at = page.text.find(words);
        ASSERT_NE(at, std::string::npos);
        EXPECT_EQ(page_bytes.substr(page.origin[at], words.size()), words);
    }
    const auto pound = page.text.find("£");
    EXPECT_EQ(page_bytes.substr(page.origin[pound], 7), "&pound;");
    EXPECT_EQ(page.origin.size(), page.text.size() + 1);
}

TEST(HtmlPage, TakesItsDateFromLinkedDataAndTimeElements) {
    EXPECT_EQ(
        html("<html><script type='application/ld+json'>{\"datePublished\": \"2024-02-16T08:00\"}</script>"
             "<p>Text.</p></html>")
            .date,
        Date::parse("2024-02-16"));
    EXPECT_EQ(html("<html><p>Text. <time datetime='2023-09-07'>Thursday</time></p></html>").date,
              Date::parse("2023-09-07"));
}

TEST(HtmlPage, BearsBrokenAndDeepPages) {
    EXPECT_NO_THROW(html("<html><p>Not <b>closed <i>at all"));
    EXPECT_NO_THROW(html("<html><p>a</p></div></div></span>"));
    std::string deep = "<html>";
    for (int at = 0; at < 300'000; ++at) {
        deep += "<div>";
    }
    EXPECT_THROW(html(deep), Error);
}

TEST(BytesOfAPage, AreReplacedWhereTheyAreNoText) {
    const auto page = utf8_of(
        "a\xFF"
        "b");
    EXPECT_EQ(page.text, "a\uFFFDb");
    EXPECT_EQ(page.origin, (std::vector<std::uint32_t>{0, 1, 1, 1, 2, 3}));
    EXPECT_EQ(utf8_of(std::string_view("\xFF\xFE"
                                       "a\0b\0",
                                       6))
                  .text,
              "ab");
}

}  // namespace
}  // namespace pledgebook::claims
