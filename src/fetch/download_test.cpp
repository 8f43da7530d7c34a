#include "fetch/download.hpp"

#include "core/error.hpp"
#include "support/http_server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace pledgebook::fetch {
namespace {

using namespace test_support;
using testing::HasSubstr;

// Bytes of which no two places are alike.
std::string file_of(std::size_t size, unsigned seed = 1) {
    std::string bytes(size, '\0');
    for (auto& byte : bytes) {
        seed = seed * 1664525U + 1013904223U;
        byte = static_cast<char>(seed >> 24U);
    }
    return bytes;
}

Limits quick() {
    Limits limits;
    limits.plain_allowed = true;
    limits.between = std::chrono::milliseconds(0);
    return limits;
}

class DownloadTest : public testing::Test {
public:
    ~DownloadTest() override { std::filesystem::remove_all(m_folder); }

protected:
    DownloadTest() {
        ::setenv("no_proxy", "127.0.0.1", 1);
        std::filesystem::create_directories(m_folder);
    }

    Downloaded get(const std::string& address, const Limits& limits = quick()) {
        PartFile part(m_part);
        const auto done = download(address, part, limits, {});
        m_bytes = part.bytes();
        return done;
    }

    std::string failure(const std::string& address, const Limits& limits = quick()) {
        try {
            get(address, limits);
        } catch (const Error& error) {
            return error.what();
        }
        return "no error";
    }

    // What came in an earlier run, of this state.
    void came_before(const std::string& bytes, const Origin& origin) {
        PartFile part(m_part);
        part.start(origin);
        part.add(bytes);
    }

    std::filesystem::path m_folder =
        std::filesystem::temp_directory_path() / ("pledgebook_download_" + std::to_string(::getpid()));
    std::filesystem::path m_part = m_folder / "a.part";
    std::string m_bytes;
    std::string m_file = file_of(300'000);
};

TEST_F(DownloadTest, TakesTheWholeFile) {
    HttpServer server([&](const HttpRequest& request) { return file_reply(request, m_file, "\"1\""); });
    const auto done = get(server.address("/a.xlsx"));
    EXPECT_EQ(m_bytes, m_file);
    EXPECT_EQ(done.kept, 0U);
    EXPECT_FALSE(done.begun_anew);
    EXPECT_EQ(server.seen().front().field("accept-encoding"), "identity");
}

TEST_F(DownloadTest, GoesOnWhereItBrokeOff) {
    int asked = 0;
    HttpServer server([&](const HttpRequest& request) {
        auto reply = file_reply(request, m_file, "\"1\"");
        if (++asked == 1) {
            reply.cut_after = 100'000;
        }
        return reply;
    });
    get(server.address("/a.xlsx"));
    EXPECT_EQ(m_bytes, m_file);
    ASSERT_EQ(server.seen().size(), 2U);
    EXPECT_EQ(server.seen()[1].field("range"), "bytes=100000-");
    EXPECT_EQ(server.seen()[1].field("if-range"), "\"1\"");
}

TEST_F(DownloadTest, GoesOnAsLongAsItBringsMore) {
    HttpServer server([&](const HttpRequest& request) {
        auto reply = file_reply(request, m_file, "\"1\"");
        reply.cut_after = 70'000;
        return reply;
    });
    get(server.address("/a.xlsx"));
    EXPECT_EQ(m_bytes, m_file);
    EXPECT_EQ(server.seen().size(), 5U);
}

TEST_F(DownloadTest, DoesNotAskForEverWhereEachTryBringsLittle) {
    HttpServer server([&](const HttpRequest& request) {
        auto reply = file_reply(request, m_file, "\"1\"");
        reply.cut_after = 10;
        return reply;
    });
    EXPECT_THAT(failure(server.address("/a.xlsx")), HasSubstr("3 times"));
    EXPECT_EQ(server.seen().size(), 3U);
}

TEST_F(DownloadTest, GoesOnInTheNextRun) {
    HttpServer server([&](const HttpRequest& request) { return file_reply(request, m_file, "\"1\""); });
    const auto address = server.address("/a.xlsx");
    came_before(m_file.substr(0, 123'456), {address, "\"1\"", "", m_file.size()});
    EXPECT_EQ(get(address).kept, 123'456U);
    EXPECT_EQ(m_bytes, m_file);
    EXPECT_EQ(server.seen().front().field("range"), "bytes=123456-");
}

TEST_F(DownloadTest, GoesOnByTheDateWhereThereIsNoStrongTag) {
    const std::string modified = "Tue, 04 Aug 2026 10:00:00 GMT";
    int asked = 0;
    HttpServer server([&](const HttpRequest& request) {
        auto reply = file_reply(request, m_file, "W/\"weak\"", modified);
        if (++asked == 1) {
            reply.cut_after = 100'000;
        }
        return reply;
    });
    get(server.address("/a.xlsx"));
    EXPECT_EQ(m_bytes, m_file);
    EXPECT_EQ(server.seen()[1].field("if-range"), modified);
}

TEST_F(DownloadTest, BeginsAnewWhereTheFileHasChanged) {
    const auto newer = file_of(250'000, 2);
    HttpServer server([&](const HttpRequest& request) { return file_reply(request, newer, "\"2\""); });
    const auto address = server.address("/a.xlsx");
    came_before(m_file.substr(0, 100'000), {address, "\"1\"", "", m_file.size()});
    const auto done = get(address);
    EXPECT_TRUE(done.begun_anew);
    EXPECT_EQ(done.kept, 0U);
    EXPECT_EQ(m_bytes, newer);
}

TEST_F(DownloadTest, BeginsAnewWhereRangesAreIgnored) {
    int asked = 0;
    HttpServer server([&](const HttpRequest&) {
        HttpReply reply;
        reply.body = m_file;
        reply.fields = {{"ETag", "\"1\""}};
        if (++asked == 1) {
            reply.cut_after = 100'000;
        }
        return reply;
    });
    EXPECT_TRUE(get(server.address("/a.xlsx")).begun_anew);
    EXPECT_EQ(m_bytes, m_file);
}

TEST_F(DownloadTest, BeginsAnewWhereNothingTellsTheFilesState) {
    int asked = 0;
    HttpServer server([&](const HttpRequest& request) {
        auto reply = file_reply(request, m_file, "");
        if (++asked == 1) {
            reply.cut_after = 100'000;
        }
        return reply;
    });
    get(server.address("/a.xlsx"));
    EXPECT_EQ(m_bytes, m_file);
    EXPECT_EQ(server.seen()[1].field("range"), "");
}

TEST_F(DownloadTest, BeginsAnewWhereWhatCameIsOfAnotherAddress) {
    HttpServer server([&](const HttpRequest& request) { return file_reply(request, m_file, "\"1\""); });
    came_before("other", {server.address("/old-uuid.xlsx"), "\"1\"", "", m_file.size()});
    EXPECT_TRUE(get(server.address("/new-uuid.xlsx")).begun_anew);
    EXPECT_EQ(m_bytes, m_file);
    EXPECT_EQ(server.seen().front().field("range"), "");
}

// Servers that answer a range with another range, of another size, or of another state, against the rules.
TEST_F(DownloadTest, BeginsAnewWhereTheRestDoesNotFit) {
    for (const std::string wrong : {"bytes 5-299999/300000", "bytes 100000-299999/555555", "nonsense"}) {
        HttpServer server([&](const HttpRequest& request) {
            if (request.field("range").empty()) {
                return file_reply(request, m_file, "\"1\"");
            }
            HttpReply reply;
            reply.status = 206;
            reply.body = "wrong";
            reply.fields = {{"Content-Range", wrong}};
            return reply;
        });
        const auto address = server.address("/a.xlsx");
        came_before(m_file.substr(0, 100'000), {address, "\"1\"", "", m_file.size()});
        EXPECT_TRUE(get(address).begun_anew) << wrong;
        EXPECT_EQ(m_bytes, m_file) << wrong;
    }
}

TEST_F(DownloadTest, IsDoneWhereAllHadCome) {
    HttpServer server([&](const HttpRequest& request) { return file_reply(request, m_file, "\"1\""); });
    const auto address = server.address("/a.xlsx");
    came_before(m_file, {address, "\"1\"", "", m_file.size()});
    EXPECT_EQ(get(address).kept, m_file.size());
    EXPECT_EQ(m_bytes, m_file);
    EXPECT_EQ(server.seen().size(), 1U);
}

TEST_F(DownloadTest, BeginsAnewWhereMoreHadComeThanThereIs) {
    HttpServer server([&](const HttpRequest& request) { return file_reply(request, m_file, "\"1\""); });
    const auto address = server.address("/a.xlsx");
    came_before(m_file + "more", {address, "\"1\"", "", {}});
    get(address);
    EXPECT_EQ(m_bytes, m_file);
}

TEST_F(DownloadTest, BeginsAnewWhereTheNoteBesideItIsTorn) {
    HttpServer server([&](const HttpRequest& request) { return file_reply(request, m_file, "\"1\""); });
    const auto address = server.address("/a.xlsx");
    came_before("torn", {address, "\"1\"", "", m_file.size()});
    std::ofstream(m_part.string() + ".from") << "address\t" << address << "\ntag\t\"1\"\nsiz";
    get(address);
    EXPECT_EQ(m_bytes, m_file);
}

TEST_F(DownloadTest, RefusesWhatIsShorterThanItSays) {
    HttpServer server([&](const HttpRequest& request) {
        auto reply = file_reply(request, m_file, "");
        reply.declared = m_file.size() + 1000;
        return reply;
    });
    EXPECT_THAT(failure(server.address("/a.xlsx")), HasSubstr("300000"));
}

TEST_F(DownloadTest, UnpacksWhatComesPackedAllTheSame) {
    HttpServer server(
        [&](const HttpRequest& request) { return packed(file_reply(request, m_file, "\"1\"")); });
    get(server.address("/a.xlsx"));
    EXPECT_EQ(m_bytes, m_file);
}

TEST_F(DownloadTest, DoesNotCountPackedBytesAsUnpackedOnes) {
    int asked = 0;
    HttpServer server([&](const HttpRequest& request) {
        auto reply = packed(file_reply(request, m_file, "\"1\""));
        if (++asked == 1) {
            reply.cut_after = 100'000;
        }
        return reply;
    });
    get(server.address("/a.xlsx"));
    EXPECT_EQ(m_bytes, m_file);
    EXPECT_EQ(server.seen()[1].field("range"), "");
}

TEST_F(DownloadTest, TakesChunksAndWhatEndsByClosing) {
    HttpServer server([&](const HttpRequest& request) {
        auto reply = file_reply(request, m_file, "\"1\"");
        reply.chunked = request.path == "/chunks";
        reply.no_length = !reply.chunked;
        return reply;
    });
    get(server.address("/chunks"));
    EXPECT_EQ(m_bytes, m_file);
    get(server.address("/closing"));
    EXPECT_EQ(m_bytes, m_file);
}

TEST_F(DownloadTest, StopsAtTheLimit) {
    auto limits = quick();
    limits.largest = 1'000'000;
    HttpServer server([&](const HttpRequest& request) {
        HttpReply reply;
        reply.body = m_file;
        if (request.path == "/endless") {
            reply.chunked = true;
            reply.times = 1'000'000;
        } else {
            reply.declared = 5'000'000'000;
        }
        return reply;
    });
    EXPECT_THAT(failure(server.address("/endless"), limits), HasSubstr("more than 1 MB"));
    EXPECT_THAT(failure(server.address("/large"), limits), HasSubstr("more than 1 MB"));
    EXPECT_FALSE(std::filesystem::exists(m_part));  // nothing tells that file's state: it could not go on
}

TEST_F(DownloadTest, StopsAtTheLimitOfWhatIsUnpacked) {
    auto limits = quick();
    limits.largest = 1'000'000;
    HttpServer server([&](const HttpRequest& request) {
        return packed(file_reply(request, std::string(8'000'000, 'a'), "\"1\""));
    });
    EXPECT_THAT(failure(server.address("/bomb"), limits), HasSubstr("more than 1 MB"));
}

TEST_F(DownloadTest, GivesUpWhereNothingComes) {
    auto limits = quick();
    limits.tries = 1;
    limits.stall = std::chrono::seconds(1);
    HttpServer server([&](const HttpRequest& request) {
        auto reply = file_reply(request, m_file, "\"1\"");
        reply.hold = std::chrono::seconds(60);
        return reply;
    });
    EXPECT_THAT(failure(server.address("/a.xlsx"), limits), HasSubstr("nothing came for 1 s"));
}

TEST_F(DownloadTest, TriesAgainWhereTheServerHasTrouble) {
    int asked = 0;
    HttpServer server([&](const HttpRequest& request) {
        HttpReply reply;
        reply.status = 503;
        reply.body = "<html>busy</html>";
        return ++asked < 3 ? reply : file_reply(request, m_file, "\"1\"");
    });
    get(server.address("/a.xlsx"));
    EXPECT_EQ(m_bytes, m_file);
}

TEST_F(DownloadTest, SaysWhatTheServerAnswers) {
    HttpServer server([](const HttpRequest& request) {
        HttpReply reply;
        reply.status = std::stoi(request.path.substr(1));
        reply.body = "<html>sorry</html>";
        reply.silent = reply.status == 999;
        return reply;
    });
    EXPECT_THAT(failure(server.address("/404")), HasSubstr("nothing is there (the server answers 404)"));
    EXPECT_THAT(failure(server.address("/403")), HasSubstr("does not let programs in"));
    EXPECT_THAT(failure(server.address("/500")), HasSubstr("trouble (it answers 500), 3 times"));
    EXPECT_THAT(failure(server.address("/204")), HasSubstr("answers 204"));
    EXPECT_THAT(failure(server.address("/999")), HasSubstr("without an answer, 3 times"));
}

TEST_F(DownloadTest, AnErrorPageLeavesWhatHadCome) {
    HttpServer server([](const HttpRequest&) {
        HttpReply reply;
        reply.status = 500;
        reply.body = std::string(1000, 'x');
        return reply;
    });
    const auto address = server.address("/a.xlsx");
    came_before(m_file.substr(0, 1000), {address, "\"1\"", "", m_file.size()});
    failure(address);
    PartFile part(m_part);
    EXPECT_EQ(part.bytes(), m_file.substr(0, 1000));
}

TEST_F(DownloadTest, IsOfOneProcessAtATime) {
    PartFile part(m_part);
    EXPECT_THROW(PartFile{m_part}, Error);
}

TEST_F(DownloadTest, LeavesNothingWhereNothingCame) {
    failure("http://127.0.0.1:1/a.xlsx");
    EXPECT_TRUE(std::filesystem::is_empty(m_folder));
}

TEST_F(DownloadTest, IsNeverPutOverAFile) {
    PartFile part(m_part);
    part.start({"x", "", "", {}});
    part.add("bytes");
    std::ofstream(m_folder / "there") << "mine";
    EXPECT_THROW(part.keep_as(m_folder / "there"), Error);
    part.keep_as(m_folder / "new");
    EXPECT_EQ(std::filesystem::file_size(m_folder / "new"), 5U);
    EXPECT_EQ(std::filesystem::file_size(m_folder / "there"), 4U);
    EXPECT_FALSE(std::filesystem::exists(m_part));
}

}  // namespace
}  // namespace pledgebook::fetch
