// Only https, where the page was given so; certificates; passwords that stay with their host.
#include "fetch/page.hpp"

#include "core/error.hpp"
#include "fetch/transfer.hpp"
#include "support/http_server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace pledgebook::fetch {
namespace {

using namespace test_support;
using testing::HasSubstr;

class SafeWayTest : public testing::Test {
public:
    ~SafeWayTest() override { std::filesystem::remove(m_certificates); }

protected:
    SafeWayTest() {
        ::setenv("no_proxy", "127.0.0.1", 1);
        std::ofstream(m_certificates) << m_safe.certificate();
        m_limits.certificates = m_certificates;
        m_limits.tries = 1;
    }

    HttpReply answer(const HttpRequest& request) {
        return m_replies.contains(request.path) ? m_replies.at(request.path) : page_reply("nothing");
    }

    std::string failure(const std::string& address) {
        try {
            read_address(address, m_limits, 1'000'000);
        } catch (const Error& error) {
            return error.what();
        }
        return "no error";
    }

    std::map<std::string, HttpReply> m_replies;
    HttpServer m_plain{[this](const HttpRequest& request) { return answer(request); }};
    HttpServer m_safe{[this](const HttpRequest& request) { return answer(request); }, true};
    std::string m_certificates =
        (std::filesystem::temp_directory_path() / ("pledgebook_certificates_" + std::to_string(::getpid())))
            .string();
    Limits m_limits;
};

TEST_F(SafeWayTest, IsHttpsWithACertificateThatIsTrusted) {
    m_replies["/"] = page_reply("safe");
    EXPECT_EQ(read_address(m_safe.address("/"), m_limits, 1000), "safe");
}

TEST_F(SafeWayTest, IsNotTakenWithACertificateOfNobody) {
    m_limits.certificates.clear();
    EXPECT_THAT(failure(m_safe.address("/")), HasSubstr("certificate is not to be trusted"));
    m_limits.certificates = "/nowhere.pem";
    EXPECT_THAT(failure(m_safe.address("/")), HasSubstr("/nowhere.pem"));
    EXPECT_TRUE(m_safe.seen().empty());
}

TEST_F(SafeWayTest, DoesNotLeadToHttp) {
    m_replies["/a"] = redirect_reply(m_plain.address("/b"));
    EXPECT_THAT(failure(m_safe.address("/a")), HasSubstr("which is not followed\nonly https is"));
    EXPECT_TRUE(m_plain.seen().empty());
}

TEST_F(SafeWayTest, DoesNotTakeALinkToHttp) {
    m_replies["/"] = page_reply("<a href='" + m_plain.address("/get") + "'>Ukraine Support Tracker data</a>");
    EXPECT_THROW(find_offers({m_safe.address("/")}, m_limits, {}), Error);
    EXPECT_TRUE(m_plain.seen().empty());
}

TEST_F(SafeWayTest, MayBeginAtHttpAndLeadToHttps) {
    m_replies["/a"] = redirect_reply(m_safe.address("/b"));
    m_replies["/b"] = page_reply("safe");
    m_limits.plain_allowed = true;
    EXPECT_EQ(read_address(m_plain.address("/a"), m_limits, 1000), "safe");
}

TEST_F(SafeWayTest, LeavesPasswordsWithTheirHost) {
    HttpServer other([](const HttpRequest&) { return page_reply("other"); });
    m_limits.plain_allowed = true;
    m_replies["/a"] = redirect_reply(other.address("/b"));
    const auto with_password = "http://user:secret@" + m_plain.address("/a").substr(7);
    EXPECT_EQ(read_address(with_password, m_limits, 1000), "other");
    EXPECT_THAT(m_plain.seen().front().field("authorization"), HasSubstr("Basic"));
    EXPECT_EQ(other.seen().front().field("authorization"), "");
    m_replies["/a"].status = 404;
    EXPECT_EQ(failure(with_password).find("secret"), std::string::npos);
}

}  // namespace
}  // namespace pledgebook::fetch
