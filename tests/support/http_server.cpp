#include "support/http_server.hpp"

#include "support/tls.hpp"

#include <arpa/inet.h>
#include <libdeflate.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <atomic>
#include <cctype>
#include <mutex>
#include <stdexcept>
#include <string_view>
#include <thread>

namespace pledgebook::test_support {

namespace {

constexpr int look_around = 20;  // milliseconds between two looks whether the server ends

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    return first == std::string_view::npos
               ? std::string()
               : std::string(text.substr(first, text.find_last_not_of(" \t\r") + 1 - first));
}

HttpRequest parsed(const std::string& head) {
    HttpRequest request;
    const auto line_end = head.find("\r\n");
    const auto line = head.substr(0, line_end);
    request.method = line.substr(0, line.find(' '));
    const auto path = line.find(' ') + 1;
    request.path = line.substr(path, line.find(' ', path) - path);
    for (auto at = line_end + 2; at < head.size();) {
        const auto end = std::min(head.find("\r\n", at), head.size());
        const auto field = std::string_view(head).substr(at, end - at);
        if (const auto colon = field.find(':'); colon != std::string_view::npos) {
            std::string name(field.substr(0, colon));
            std::transform(name.begin(), name.end(), name.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
            request.fields[name] = trimmed(field.substr(colon + 1));
        }
        at = end + 2;
    }
    return request;
}

// One client, to its end.
class Connection {
public:
    Connection(int socket, const Tls* tls, const std::atomic<bool>& ending)
        : m_socket(socket), m_ending(ending) {
        if (tls != nullptr) {
            m_session = tls->accept(socket);
        }
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() {
        // What was sent shall arrive: the client is read until it closes, or for a moment.
        m_session.reset();
        ::shutdown(m_socket, SHUT_WR);
        std::array<char, 4096> rest{};
        for (int look = 0; look < 50 && readable(); ++look) {
            if (::recv(m_socket, rest.data(), rest.size(), 0) <= 0) {
                break;
            }
        }
        ::close(m_socket);
    }

    // The words before the body; empty where the client went away.
    std::string read_head() {
        std::string head;
        std::array<char, 4096> block{};
        while (head.find("\r\n\r\n") == std::string::npos) {
            if (!readable()) {
                if (m_ending) {
                    return {};
                }
                continue;
            }
            const auto got = m_session ? m_session->read(block.data(), block.size())
                                       : ::recv(m_socket, block.data(), block.size(), 0);
            if (got <= 0) {
                return {};
            }
            head.append(block.data(), static_cast<std::size_t>(got));
            if (head.front() < 'A' || head.front() > 'Z') {
                return {};  // a client that speaks TLS
            }
        }
        return head;
    }

    void send(const HttpReply& reply) {
        if (reply.silent) {
            return;
        }
        std::string head = "HTTP/1.1 " + std::to_string(reply.status) + " Said\r\nConnection: close\r\n";
        for (const auto& [name, value] : reply.fields) {
            head += name + ": " + value + "\r\n";
        }
        if (reply.chunked) {
            head += "Transfer-Encoding: chunked\r\n";
        } else if (!reply.no_length && reply.status != 304) {
            head += "Content-Length: " +
                    std::to_string(reply.declared.value_or(reply.body.size() * reply.times)) + "\r\n";
        }
        if (write(head + "\r\n")) {
            send_body(reply);
        }
    }

private:
    [[nodiscard]] bool readable() const {
        pollfd waiting{m_socket, POLLIN, 0};
        return ::poll(&waiting, 1, look_around) == 1;
    }

    bool write(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto sent = m_session ? m_session->write(bytes)
                                        : ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0 || m_ending) {
                return false;
            }
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    bool hold(std::chrono::milliseconds time) {
        for (auto left = time.count(); left > 0 && !m_ending; left -= look_around) {
            std::this_thread::sleep_for(std::chrono::milliseconds(std::min<long>(left, look_around)));
        }
        return !m_ending;
    }

    bool send_block(std::string_view block, bool chunked) {
        if (!chunked) {
            return write(block);
        }
        std::array<char, 32> size{};
        std::snprintf(size.data(), size.size(), "%zx\r\n", block.size());
        return write(size.data()) && write(block) && write("\r\n");
    }

    void send_body(const HttpReply& reply) {
        std::uint64_t left = reply.cut_after.value_or(reply.body.size() * reply.times);
        for (std::uint64_t time = 0; time < reply.times && left > 0; ++time) {
            for (std::size_t at = 0; at < reply.body.size() && left > 0; at += reply.block) {
                const auto block =
                    std::string_view(reply.body)
                        .substr(at, static_cast<std::size_t>(std::min<std::uint64_t>(reply.block, left)));
                if (!hold(reply.hold) || !send_block(block, reply.chunked)) {
                    return;
                }
                left -= block.size();
            }
        }
        if (reply.chunked && !reply.cut_after) {
            write("0\r\n\r\n");
        }
    }

    int m_socket;
    const std::atomic<bool>& m_ending;
    std::unique_ptr<Tls::Session> m_session;
};

}  // namespace

struct HttpServer::State {
    HttpHandler handler;
    std::optional<Tls> tls;
    int socket = -1;
    int port = 0;
    std::atomic<bool> ending{false};
    mutable std::mutex mutex;
    std::vector<HttpRequest> seen;
    std::vector<std::thread> clients;
    std::thread listener;

    void listen() {
        socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in where{};
        where.sin_family = AF_INET;
        where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(where);
        auto* name = reinterpret_cast<sockaddr*>(&where);
        if (socket < 0 || ::bind(socket, name, size) != 0 || ::listen(socket, 16) != 0 ||
            ::getsockname(socket, name, &size) != 0) {
            throw std::runtime_error("the test server cannot listen on 127.0.0.1");
        }
        port = ntohs(where.sin_port);
    }

    void accept_all() {
        while (!ending) {
            pollfd waiting{socket, POLLIN, 0};
            if (::poll(&waiting, 1, look_around) != 1) {
                continue;
            }
            const int client = ::accept4(socket, nullptr, nullptr, SOCK_CLOEXEC);
            if (client >= 0) {
                clients.emplace_back([this, client] { serve(client); });
            }
        }
    }

    void serve(int client) {
        Connection connection(client, tls ? &*tls : nullptr, ending);
        const auto head = connection.read_head();
        if (head.empty()) {
            return;
        }
        const auto request = parsed(head);
        HttpReply reply;
        {
            const std::lock_guard lock(mutex);
            seen.push_back(request);
            reply = handler(request);
        }
        connection.send(reply);
    }
};

std::string HttpRequest::field(const std::string& name) const {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

HttpServer::HttpServer(HttpHandler handler, bool tls) : m_state(std::make_unique<State>()) {
    if (tls) {
        m_state->tls.emplace();
    }
    m_state->handler = std::move(handler);
    m_state->listen();
    m_state->listener = std::thread([state = m_state.get()] { state->accept_all(); });
}

HttpServer::~HttpServer() {
    m_state->ending = true;
    m_state->listener.join();
    for (auto& client : m_state->clients) {
        client.join();
    }
    ::close(m_state->socket);
}

int HttpServer::port() const {
    return m_state->port;
}

std::string HttpServer::address(const std::string& path) const {
    return (m_state->tls ? "https" : "http") + std::string("://127.0.0.1:") + std::to_string(port()) + path;
}

std::string HttpServer::certificate() const {
    return m_state->tls ? m_state->tls->certificate() : std::string();
}

std::vector<HttpRequest> HttpServer::seen() const {
    const std::lock_guard lock(m_state->mutex);
    return m_state->seen;
}

HttpReply file_reply(const HttpRequest& request, const std::string& bytes, const std::string& tag,
                     const std::string& modified) {
    HttpReply reply;
    reply.body = bytes;
    reply.fields = {{"Accept-Ranges", "bytes"}, {"Content-Type", "application/octet-stream"}};
    if (!tag.empty()) {
        reply.fields.emplace_back("ETag", tag);
    }
    if (!modified.empty()) {
        reply.fields.emplace_back("Last-Modified", modified);
    }
    const auto range = request.field("range");
    const auto known = request.field("if-range");
    if (!range.starts_with("bytes=") || (!known.empty() && known != tag && known != modified)) {
        return reply;
    }
    const auto size = std::to_string(bytes.size());
    const auto first = std::stoull(range.substr(6));
    if (first >= bytes.size()) {
        reply.status = 416;
        reply.body.clear();
        reply.fields.emplace_back("Content-Range", "bytes */" + size);
        return reply;
    }
    reply.status = 206;
    reply.body = bytes.substr(first);
    reply.fields.emplace_back("Content-Range", "bytes " + std::to_string(first) + "-" +
                                                   std::to_string(bytes.size() - 1) + "/" + size);
    return reply;
}

HttpReply page_reply(const std::string& html) {
    HttpReply reply;
    reply.fields = {{"Content-Type", "text/html; charset=utf-8"}};
    reply.body = html;
    return reply;
}

HttpReply redirect_reply(const std::string& to, int status) {
    HttpReply reply;
    reply.status = status;
    reply.fields = {{"Location", to}};
    reply.body = "<html>moved</html>";
    return reply;
}

HttpReply packed(HttpReply reply) {
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
        libdeflate_alloc_compressor(6), &libdeflate_free_compressor);
    std::string out(libdeflate_gzip_compress_bound(compressor.get(), reply.body.size()), '\0');
    out.resize(libdeflate_gzip_compress(compressor.get(), reply.body.data(), reply.body.size(), out.data(),
                                        out.size()));
    reply.body = out;
    reply.fields.emplace_back("Content-Encoding", "gzip");
    return reply;
}

}  // namespace pledgebook::test_support
