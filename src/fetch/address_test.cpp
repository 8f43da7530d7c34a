#include "fetch/address.hpp"

#include "core/error.hpp"

#include <gtest/gtest.h>

namespace pledgebook::fetch {
namespace {

TEST(Address, IsOfHttpOrHttps) {
    EXPECT_EQ(checked_address("https://example.org/a b?c=d e#part"), "https://example.org/a%20b?c=d+e");
    EXPECT_EQ(checked_address("www.example.org/page"), "https://www.example.org/page");
    EXPECT_EQ(checked_address(" http://127.0.0.1:8080/a "), "http://127.0.0.1:8080/a");
    for (const auto* bad :
         {"ftp://example.org/a", "file:///etc/passwd", "https://", "", "javascript://x/%0a"}) {
        EXPECT_THROW(checked_address(bad), Error) << bad;
    }
}

TEST(Address, IsJoinedAsBrowsersDo) {
    const std::string page = "https://user:secret@example.org/a/page.html?x=1#top";
    EXPECT_EQ(joined(page, "b.xlsx"), "https://user:secret@example.org/a/b.xlsx");
    EXPECT_EQ(joined(page, "../b.xlsx"), "https://user:secret@example.org/b.xlsx");
    EXPECT_EQ(joined(page, "/b c.xlsx"), "https://user:secret@example.org/b%20c.xlsx");
    EXPECT_EQ(joined(page, "?y=2"), "https://user:secret@example.org/a/page.html?y=2");
    EXPECT_EQ(joined(page, "HTTPS://Other.org/ü.xlsx#x"), "https://Other.org/%c3%bc.xlsx");
    EXPECT_EQ(joined(page, " /b\n.xlsx "), "https://user:secret@example.org/b.xlsx");
}

TEST(Address, TakesNoCredentialsToAnotherHost) {
    const std::string page = "https://user:secret@example.org/a/";
    EXPECT_EQ(joined(page, "//other.org/b"), "https://other.org/b");
    EXPECT_EQ(joined(page, "https://other.org/b"), "https://other.org/b");
}

TEST(Address, OfOtherSortsIsNone) {
    for (const auto* reference : {"mailto:a@example.org", "javascript:void(0)", "data:text/plain,x", "tel:1",
                                  "ftp://example.org/a.xlsx", "file:///a.xlsx", "", "  "}) {
        EXPECT_EQ(joined("https://example.org/", reference), std::nullopt) << reference;
    }
}

TEST(Address, IsShownWithoutPasswords) {
    EXPECT_EQ(shown("https://user:secret@example.org/a?b=c#d"), "https://example.org/a?b=c");
    EXPECT_EQ(shown("https://example.org:8443/a"), "https://example.org:8443/a");
    EXPECT_EQ(shown("https://user:secret@[bad/a").find("secret"), std::string::npos);
    EXPECT_EQ(host_of("https://user:secret@example.org:8443/a"), "example.org:8443");
}

TEST(Address, NamesItsFile) {
    EXPECT_EQ(file_name_of("https://example.org/a/Release%2028.xlsx?x=/y"), "Release 28.xlsx");
    EXPECT_EQ(file_name_of("https://example.org/a/..%2F..%2Fb.xlsx"), "b.xlsx");
    EXPECT_EQ(file_name_of("https://example.org/a/%2E%2E"), "");
    EXPECT_EQ(file_name_of("https://example.org/"), "");
    EXPECT_EQ(file_name_of("https://example.org"), "");
}

}  // namespace
}  // namespace pledgebook::fetch
