#include "fetch/page.hpp"

#include "core/error.hpp"
#include "support/http_server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace pledgebook::fetch {
namespace {

using namespace test_support;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string tracker = "Ukraine_Support_Tracker_Release_";

Limits quick() {
    Limits limits;
    limits.between = std::chrono::milliseconds(0);
    limits.tries = 2;
    return limits;
}

class PageTest : public testing::Test {
protected:
    PageTest() { ::setenv("no_proxy", "127.0.0.1", 1); }

    HttpReply answer(const HttpRequest& request) {
        const auto found = m_replies.find(request.path);
        HttpReply none;
        none.status = 404;
        return found == m_replies.end() ? none : found->second;
    }

    Found ask(const std::vector<std::string>& paths) {
        std::vector<std::string> pages;
        for (const auto& path : paths) {
            pages.push_back(m_server.address(path));
        }
        return find_offers(pages, quick(), {});
    }

    std::string failure(const std::vector<std::string>& paths) {
        try {
            ask(paths);
        } catch (const Error& error) {
            return error.what();
        }
        return "no error";
    }

    static HttpReply links(const std::string& address, const std::string& text = "Download") {
        return page_reply("<title>Ukraine Support Tracker</title><p><a href='" + address + "'>" + text +
                          "</a></p>");
    }

    std::map<std::string, HttpReply> m_replies;
    HttpServer m_server{[this](const HttpRequest& request) { return answer(request); }};
};

TEST_F(PageTest, GivesWhatItLinks) {
    m_replies["/data/"] = links("files/" + tracker + "28.xlsx");
    const auto found = ask({"/data/"});
    EXPECT_EQ(found.page, m_server.address("/data/"));
    ASSERT_EQ(found.offers.size(), 1U);
    EXPECT_EQ(found.offers.front().address, m_server.address("/data/files/" + tracker + "28.xlsx"));
    EXPECT_TRUE(found.plain_allowed);
}

TEST_F(PageTest, ThatHasMovedIsFollowed) {
    m_replies["/old"] = redirect_reply("/new/", 301);
    m_replies["/new/"] = links(tracker + "28.xlsx");
    const auto found = ask({"/old"});
    EXPECT_EQ(found.page, m_server.address("/new/"));
    EXPECT_EQ(found.offers.front().address, m_server.address("/new/" + tracker + "28.xlsx"));
}

TEST_F(PageTest, ThatLeadsRoundAndRoundIsLeft) {
    m_replies["/a"] = redirect_reply("/b");
    m_replies["/b"] = redirect_reply("/a");
    EXPECT_THAT(failure({"/a"}), HasSubstr("more than 5 redirects"));
    EXPECT_EQ(m_server.seen().size(), 6U);
}

TEST_F(PageTest, ThatLeadsElsewhereThanTheWebIsLeft) {
    m_replies["/a"] = redirect_reply("file:///etc/passwd");
    EXPECT_THAT(failure({"/a"}), HasSubstr("'file:///etc/passwd', which is not followed"));
}

TEST_F(PageTest, ThatIsNotThereGivesWayToTheNext) {
    m_replies["/empty"] = page_reply("<title>Nothing here</title>");
    m_replies["/good"] = links(tracker + "28.xlsx");
    const auto found = ask({"/missing", "/empty", "/good"});
    EXPECT_EQ(found.page, m_server.address("/good"));
    EXPECT_THAT(found.passed_over,
                ElementsAre(HasSubstr("/missing: nothing is there (the server answers 404)"),
                            HasSubstr("no workbook is linked there (the page is 'Nothing here')")));
    EXPECT_THAT(failure({"/missing", "/empty"}), HasSubstr("404); one other page gave nothing either"));
}

TEST_F(PageTest, LeadsToThePageOfTheData) {
    m_replies["/topic/"] = links("/publications/data/", "Data download");
    m_replies["/publications/data/"] = links(tracker + "28.xlsx");
    const auto found = ask({"/topic/"});
    EXPECT_EQ(found.page, m_server.address("/publications/data/"));
    EXPECT_EQ(found.offers.front().address, m_server.address("/publications/data/" + tracker + "28.xlsx"));
}

TEST_F(PageTest, LeadsToAWorkbookThatDoesNotSayWhatItIs) {
    m_replies["/data/"] = links("/get/4711", "Ukraine Support Tracker, Release 28 (dataset)");
    m_replies["/get/4711"].body = "PK\x03\x04 and so on";
    const auto found = ask({"/data/"});
    ASSERT_EQ(found.offers.size(), 1U);
    EXPECT_EQ(found.offers.front().address, m_server.address("/get/4711"));
    EXPECT_EQ(to_string(*found.offers.front().release), "28");
}

TEST_F(PageTest, MaySendItsReadersOnByItself) {
    m_replies["/old"] = page_reply("<meta http-equiv='Refresh' content='0; URL=\"/new/\"'>");
    m_replies["/new/"] = links(tracker + "28.xlsx");
    EXPECT_EQ(ask({"/old"}).page, m_server.address("/new/"));
}

TEST_F(PageTest, MayHaveItsAddressesInAScript) {
    m_replies["/"] = page_reply("<script>var a = {\"file\":\"\\/get\\/" + tracker + "28.xlsx\", \"b\": '/x/" +
                                tracker + "27.xlsx?v=1', c: '.xlsx', d: 'a.xlsxy'};</script>");
    const auto found = ask({"/"});
    ASSERT_EQ(found.offers.size(), 2U);
    EXPECT_EQ(found.offers[0].address, m_server.address("/get/" + tracker + "28.xlsx"));
    EXPECT_EQ(found.offers[1].address, m_server.address("/x/" + tracker + "27.xlsx"));
}

TEST_F(PageTest, IsNotFollowedFurtherThanOneStep) {
    m_replies["/a"] = links("/b", "Ukraine Support Tracker data");
    m_replies["/b"] = links("/c", "Ukraine Support Tracker data");
    m_replies["/c"] = links(tracker + "28.xlsx");
    EXPECT_THAT(failure({"/a"}), HasSubstr("no workbook is linked there"));
}

TEST_F(PageTest, MayBeTheWorkbookItself) {
    m_replies["/" + tracker + "28.xlsx"].body = "PK\x03\x04" + std::string(5'000'000, 'x');
    const auto found = ask({"/" + tracker + "28.xlsx"});
    ASSERT_EQ(found.offers.size(), 1U);
    EXPECT_EQ(found.offers.front().address, m_server.address("/" + tracker + "28.xlsx"));
}

TEST_F(PageTest, MayComePackedOrInChunks) {
    m_replies["/packed"] = packed(links(tracker + "28.xlsx"));
    m_replies["/chunks"] = links(tracker + "27.xlsx");
    m_replies["/chunks"].chunked = true;
    EXPECT_EQ(ask({"/packed"}).offers.size(), 1U);
    EXPECT_EQ(ask({"/chunks"}).offers.size(), 1U);
    EXPECT_NE(m_server.seen().front().field("accept-encoding").find("gzip"), std::string::npos);
}

TEST_F(PageTest, WithoutAnEndIsLeft) {
    m_replies["/endless"] = page_reply(std::string(100'000, ' '));
    m_replies["/endless"].chunked = true;
    m_replies["/endless"].times = 1'000'000;
    EXPECT_THAT(failure({"/endless"}), HasSubstr("more than 10 MB"));
}

TEST_F(PageTest, ThatAsksForAPasswordIsNamed) {
    m_replies["/"] = page_reply("<h1>Sign in</h1><form><input type=password></form>");
    EXPECT_THAT(failure({"/"}), HasSubstr("a page to log in at"));
}

TEST_F(PageTest, GivenAsHttpsIsAskedByHttpsAlone) {
    m_replies["/"] = links(tracker + "28.xlsx");
    const auto address = "https://" + m_server.address("/").substr(7);
    EXPECT_THROW(find_offers({address}, quick(), {}), Error);
    EXPECT_THROW(read_address(m_server.address("/"), quick(), 1000), Error);
    EXPECT_TRUE(m_server.seen().empty());
}

TEST(PagesOfASeries, AreData) {
    EXPECT_GE(pages_of("ust").size(), 2U);
    for (const auto& page : pages_of("ust")) {
        EXPECT_TRUE(page.starts_with("https://")) << page;
    }
    EXPECT_EQ(site_files_of("ust", "http://127.0.0.1/x").size(), 6U);
    EXPECT_EQ(site_files_of("ust", "http://127.0.0.1/x").front(), "http://127.0.0.1/x/data_explorer.csv");
    EXPECT_THROW(pages_of("nobody"), Error);
}

}  // namespace
}  // namespace pledgebook::fetch
