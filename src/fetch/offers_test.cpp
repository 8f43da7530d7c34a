#include "fetch/offers.hpp"

#include "core/error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::fetch {
namespace {

using testing::ElementsAre;

const std::string folder = "https://example.org/fileadmin/";
const std::string uuid = "0a1b2c3d-1111-2222-3333-444455556666-";

HtmlPage page_of(const std::string& body) {
    return read_html("<!doctype html><html><head><title>Ukraine Support Tracker Data</title></head><body>" +
                         body + "</body></html>",
                     "https://example.org/publications/data/");
}

std::string link(const std::string& address, const std::string& text = "Download") {
    return "<a href=\"" + address + "\">" + text + "</a>";
}

std::vector<std::string> releases(const std::vector<Offer>& offers) {
    std::vector<std::string> names;
    for (const auto& offer : offers) {
        names.push_back(offer.release ? to_string(*offer.release) : "-");
    }
    return names;
}

std::vector<std::string> addresses(const std::vector<Offer>& offers) {
    std::vector<std::string> found;
    for (const auto& offer : offers) {
        found.push_back(offer.address);
    }
    return found;
}

TEST(Links, AreMadeAbsolute) {
    const auto page =
        page_of(link("/fileadmin/a.xlsx") + link("b.xlsx") + link("//cdn.example.org/c.xlsx") +
                link("mailto:x@example.org") + link("/d&amp;e.xlsx?x=1&amp;y=2") + "<a>none</a>");
    std::vector<std::string> found;
    for (const auto& each : page.links) {
        found.push_back(each.address);
    }
    EXPECT_THAT(found, ElementsAre("https://example.org/fileadmin/a.xlsx",
                                   "https://example.org/publications/data/b.xlsx",
                                   "https://cdn.example.org/c.xlsx", "https://example.org/d&e.xlsx?x=1&y=2"));
}

TEST(Links, StandOnTheBaseOfThePage) {
    const auto page = read_html(
        "<html><head><base href='/files/'><base href='/no/'></head><body>"
        "<a href='a.xlsx'>x</a></body></html>",
        "https://example.org/p/");
    ASSERT_EQ(page.links.size(), 1U);
    EXPECT_EQ(page.links.front().address, "https://example.org/files/a.xlsx");
}

TEST(Links, KnowTheWordsAroundThem) {
    const auto page = page_of(
        "<h2>Data&nbsp;download</h2><ul><li>Release 28:\n <a href='a' title='Excel'>get "
        "<img alt='file'>it</a> (2026)</li></ul><script>var a = 1;</script>");
    ASSERT_EQ(page.links.size(), 1U);
    EXPECT_EQ(page.links.front().text, "get file it Excel");
    EXPECT_EQ(page.links.front().around, "Release 28: get file it (2026)");
    EXPECT_EQ(page.links.front().heading, "Data download");
    EXPECT_EQ(page.title, "Ukraine Support Tracker Data");
}

TEST(Links, OfBrokenAndDeepPages) {
    EXPECT_EQ(page_of("<a href='a.xlsx'>not <b>closed").links.size(), 1U);
    EXPECT_TRUE(read_html("", "https://example.org/").links.empty());
    EXPECT_TRUE(read_html(std::string("\0\xFF<a", 4), "https://example.org/").links.empty());
    std::string deep;
    for (int at = 0; at < 100'000; ++at) {
        deep += "<div>";
    }
    EXPECT_THROW(page_of(deep), Error);
    EXPECT_TRUE(page_of("<form><input name='p' type='Password'></form>").asks_for_password);
}

TEST(Offers, AreNewestFirstWhereverTheyStand) {
    const auto offers = offers_of(page_of(link(folder + uuid + "Ukraine_Support_Tracker_Release_9.xlsx") +
                                          link(folder + uuid + "Ukraine_Support_Tracker_Release_30.xlsx") +
                                          link(folder + uuid + "Ukraine_Support_Tracker_Release_30v2.xlsx") +
                                          link(folder + uuid + "Ukraine_Support_Tracker_Release_28.XLSX")));
    EXPECT_THAT(releases(offers), ElementsAre("30v2", "30", "28", "9"));
}

TEST(Offers, TakeTheirNumberFromTheWordsWhereTheFileHasNone) {
    const auto offers =
        offers_of(page_of("<h3>Release 27</h3><p>" + link(folder + "a.xlsx") + "</p><ul><li>" +
                          link(folder + "b.xlsx", "Ukraine Support Tracker, 28th release") +
                          "</li><li>Release 26 " + link(folder + "c.xlsx") + "</li></ul>"));
    EXPECT_THAT(releases(offers), ElementsAre("28", "27", "26"));
}

TEST(Offers, OfAParagraphWithSeveralNumbersHaveNone) {
    const auto offers =
        offers_of(page_of("<p>Release 26 " + link(folder + "Ukraine Support Tracker a.xlsx") +
                          ", Release 27 " + link(folder + "Ukraine Support Tracker b.xlsx") + "</p>"));
    EXPECT_THAT(releases(offers), ElementsAre("-", "-"));
}

TEST(Offers, AreFoundWhereTheAddressDoesNotEndSo) {
    const auto offers = offers_of(
        page_of("<a href='/get?id=7&file=Ukraine_Support_Tracker_Release_28.xlsx'>x</a>"
                "<a href='/d/8' download='Ukraine_Support_Tracker_Release_27.xlsx'>x</a>"
                "<a href='/d/9' "
                "type='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'>Ukraine Support "
                "Tracker Release 26</a>"
                "<a href='/d/c.xlsx?cache=1'>Ukraine Support Tracker Release 25</a>"));
    EXPECT_THAT(addresses(offers),
                ElementsAre("https://example.org/get?id=7&file=Ukraine_Support_Tracker_Release_28.xlsx",
                            "https://example.org/d/8", "https://example.org/d/9",
                            "https://example.org/d/c.xlsx?cache=1"));
}

TEST(Offers, LeaveOutWhatIsAboutSomethingElse) {
    const auto offers = offers_of(page_of(link(folder + "Trade_Indicator_Release_99.pdf") +
                                          link(folder + "Trade_Indicator.xlsx") +
                                          link(folder + "Ukraine_Support_Tracker_Codebook_Release_31.xlsx") +
                                          link(folder + "Ukraine%20Support%20Tracker%20Release%2028.xlsx")));
    EXPECT_THAT(releases(offers), ElementsAre("28"));
}

TEST(Offers, LinkedTwiceAreOne) {
    const auto offers = offers_of(page_of(link(folder + "data.xlsx", "<img src='x'>") +
                                          link(folder + "data.xlsx", "Ukraine Support Tracker Release 28")));
    ASSERT_EQ(offers.size(), 1U);
    EXPECT_EQ(to_string(*offers.front().release), "28");
}

TEST(Offers, WithoutAnyWordsStandInThePagesOrder) {
    EXPECT_THAT(addresses(offers_of(page_of(link("b.xlsx", "x") + link("a.xlsx", "y")))),
                ElementsAre("https://example.org/publications/data/b.xlsx",
                            "https://example.org/publications/data/a.xlsx"));
}

TEST(Leads, AreLinksToDataThatDoNotSayWhatTheyAre) {
    const auto leads = leads_of(page_of(link("/publications/ukraine-support-tracker-data-6453/", "Data set") +
                                        link("/note.pdf", "Ukraine Support Tracker data note") +
                                        link("/about", "About the institute") +
                                        link("/get/28", "Ukraine Support Tracker Release 28, download")));
    EXPECT_THAT(addresses(leads),
                ElementsAre("https://example.org/get/28",
                            "https://example.org/publications/ukraine-support-tracker-data-6453/"));
}

TEST(ReleaseNumber, IsReadAsPeopleWriteIt) {
    EXPECT_EQ(parse_release_number("28"), (ReleaseNumber{28, 1}));
    EXPECT_EQ(parse_release_number("ust-28"), (ReleaseNumber{28, 1}));
    EXPECT_EQ(parse_release_number("30v2"), (ReleaseNumber{30, 2}));
    EXPECT_EQ(parse_release_number("Release 7"), (ReleaseNumber{7, 1}));
    for (const auto* bad : {"", "newest", "0", "12345", "30v", "30x2", "28 or 29"}) {
        EXPECT_EQ(parse_release_number(bad), std::nullopt) << bad;
    }
}

}  // namespace
}  // namespace pledgebook::fetch
