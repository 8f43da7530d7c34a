// A small HTTP server for tests, on 127.0.0.1 and a port of the system's choice. It says what it is told to
// say, also what no good server would:
//
//     HttpServer server([](const HttpRequest& request) {
//         HttpReply reply = file_reply(request, bytes, "\"tag\"");
//         reply.cut_after = 1000;
//         return reply;
//     });
//     fetch(server.address("/a.xlsx"));
//     EXPECT_EQ(server.seen().size(), 2U);
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace pledgebook::test_support {

struct HttpRequest {
    std::string method;
    std::string path;                           // with its query
    std::map<std::string, std::string> fields;  // names in small letters

    [[nodiscard]] std::string field(const std::string& name) const;
};

struct HttpReply {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> fields = {};
    std::string body = {};
    std::optional<std::uint64_t> declared = std::nullopt;  // Content-Length, instead of the body's
    bool no_length = false;                                // neither a length nor chunks: until it closes
    bool chunked = false;
    bool silent = false;                                    // closes without a word
    std::uint64_t times = 1;                                // how often the body is sent
    std::optional<std::uint64_t> cut_after = std::nullopt;  // bytes of the body, then it closes
    std::chrono::milliseconds hold{0};                      // before each block of the body
    std::size_t block = 65'536;
};

using HttpHandler = std::function<HttpReply(const HttpRequest&)>;

class HttpServer {
public:
    // With TLS it speaks https alone, with a certificate that nobody trusts who is not told to.
    explicit HttpServer(HttpHandler handler, bool tls = false);
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;
    ~HttpServer();

    [[nodiscard]] int port() const;
    [[nodiscard]] std::string address(const std::string& path) const;  // "http://127.0.0.1:4711/a"
    [[nodiscard]] std::string certificate() const;                     // PEM
    [[nodiscard]] std::vector<HttpRequest> seen() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

// A file as a good server gives it: ranges, If-Range, If-None-Match; a length. `tag` and `modified` may be
// empty.
HttpReply file_reply(const HttpRequest& request, const std::string& bytes, const std::string& tag,
                     const std::string& modified = {});
HttpReply page_reply(const std::string& html);
HttpReply redirect_reply(const std::string& to, int status = 302);
// The body gzip'd, and said so.
HttpReply packed(HttpReply reply);

}  // namespace pledgebook::test_support
