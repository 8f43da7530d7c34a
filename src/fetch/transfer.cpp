#include "fetch/transfer.hpp"

#include "core/error.hpp"
#include "fetch/address.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>
#include <memory>

namespace pledgebook::fetch {

namespace {

struct Cleanup {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// libcurl is made ready once, and left so until the program ends.
class Library {
public:
    Library() : m_ready(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK) {}
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    ~Library() { curl_global_cleanup(); }

    [[nodiscard]] bool ready() const { return m_ready; }

private:
    bool m_ready;
};

std::string small(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos
               ? std::string()
               : std::string(text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first));
}

class Transfer {
public:
    Transfer(const Request& request, const Limits& limits, const Receiver& receiver)
        : m_request(request), m_limits(limits), m_receiver(receiver), m_handle(curl_easy_init()) {
        if (!m_handle) {
            throw Error("libcurl cannot be used");
        }
        set_where();
        set_limits();
        set_receivers();
    }

    Outcome run() {
        const auto code = curl_easy_perform(m_handle.get());
        if (m_thrown) {
            std::rethrow_exception(m_thrown);
        }
        if (code == CURLE_OK) {
            begin();
            if (m_thrown) {
                std::rethrow_exception(m_thrown);
            }
        } else if (!m_outcome.stopped) {
            judge(code);
        }
        return std::move(m_outcome);
    }

private:
    template <class Value>
    void set(CURLoption option, Value value) {
        if (curl_easy_setopt(m_handle.get(), option, value) != CURLE_OK) {
            throw Error(fmt::format("libcurl does not take the setting {}", static_cast<int>(option)),
                        "libcurl 7.85 or newer is needed");
        }
    }

    void set_where() {
        const char* protocols = m_limits.plain_allowed ? "http,https" : "https";
        set(CURLOPT_URL, m_request.address.c_str());
        set(CURLOPT_PROTOCOLS_STR, protocols);
        set(CURLOPT_REDIR_PROTOCOLS_STR, protocols);
        set(CURLOPT_FOLLOWLOCATION, 1L);
        set(CURLOPT_MAXREDIRS, static_cast<long>(m_limits.redirects));
        set(CURLOPT_COOKIEFILE,
            "");  // some send a cookie and the same address; it lives as long as the request
        set(CURLOPT_USERAGENT, m_limits.agent.c_str());
        // What comes packed without having been asked for so is unpacked too.
        set(CURLOPT_ACCEPT_ENCODING, m_request.packed ? "" : "identity");
        if (!m_limits.certificates.empty()) {
            set(CURLOPT_CAINFO, m_limits.certificates.c_str());
        }
        for (const auto& header : m_request.headers) {
            auto* longer = curl_slist_append(m_headers.get(), header.c_str());
            if (longer == nullptr) {
                throw std::bad_alloc();
            }
            static_cast<void>(m_headers.release());
            m_headers.reset(longer);
        }
        set(CURLOPT_HTTPHEADER, m_headers.get());
    }

    void set_limits() {
        set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(m_limits.connect.count()));
        set(CURLOPT_LOW_SPEED_LIMIT, 1L);
        set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(m_limits.stall.count()));
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_ERRORBUFFER, m_reason.data());
    }

    void set_receivers() {
        set(CURLOPT_HEADERFUNCTION, &Transfer::on_header);
        set(CURLOPT_HEADERDATA, this);
        set(CURLOPT_WRITEFUNCTION, &Transfer::on_body);
        set(CURLOPT_WRITEDATA, this);
    }

    static std::size_t on_header(const char* bytes, std::size_t size, std::size_t count, void* self) {
        const auto length = size * count;
        return static_cast<Transfer*>(self)->guarded([&](Transfer& transfer) {
            return transfer.header({bytes, length});
        })
                   ? length
                   : 0;
    }

    static std::size_t on_body(const char* bytes, std::size_t size, std::size_t count, void* self) {
        const auto length = size * count;
        return static_cast<Transfer*>(self)->guarded([&](Transfer& transfer) {
            return transfer.body({bytes, length});
        })
                   ? length
                   : 0;
    }

    // Nothing may be thrown through libcurl, which is C.
    template <class Step>
    bool guarded(Step step) {
        try {
            return step(*this);
        } catch (...) {
            m_thrown = std::current_exception();
            return false;
        }
    }

    bool header(std::string_view line) {
        if (line.starts_with("HTTP/")) {
            m_outcome.head.fields.clear();  // of a redirect, or of a word in between (100 Continue)
            return true;
        }
        if (const auto colon = line.find(':'); colon != std::string_view::npos) {
            m_outcome.head.fields[small(line.substr(0, colon))] = trimmed(line.substr(colon + 1));
        }
        return true;
    }

    bool begin() {
        if (m_begun) {
            return true;
        }
        m_begun = true;
        auto& head = m_outcome.head;
        char* address = nullptr;
        curl_easy_getinfo(m_handle.get(), CURLINFO_RESPONSE_CODE, &head.status);
        curl_easy_getinfo(m_handle.get(), CURLINFO_EFFECTIVE_URL, &address);
        head.address = address == nullptr ? m_request.address : address;
        curl_off_t length = -1;
        curl_easy_getinfo(m_handle.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
        if (length > 0 && static_cast<std::uint64_t>(length) > m_request.largest && head.status < 300) {
            refuse_size();
        }
        m_outcome.stopped = !guarded([&](Transfer& transfer) { return transfer.m_receiver.begin(head); });
        return !m_outcome.stopped;
    }

    bool body(std::string_view bytes) {
        if (!begin()) {
            return false;
        }
        m_came += bytes.size();
        if (m_came > m_request.largest) {
            refuse_size();
        }
        m_outcome.stopped = !m_receiver.take(bytes);
        return !m_outcome.stopped;
    }

    [[noreturn]] void refuse_size() const {
        throw Error(
            fmt::format("there is more than {} MB, which is the limit", m_request.largest / 1'000'000),
            "if it is right that it is so large, set --largest MB")
            .at(shown(m_outcome.head.address));
    }

    [[noreturn]] void fail(const std::string& what, const std::string& advice) const {
        char* reached = nullptr;
        curl_easy_getinfo(m_handle.get(), CURLINFO_EFFECTIVE_URL, &reached);
        throw Error(what, advice).at(shown(reached == nullptr ? m_request.address : reached));
    }

    [[nodiscard]] std::string reason(CURLcode code) const {
        const std::string said = m_reason.data();
        return said.empty() ? curl_easy_strerror(code) : said;
    }

    // "Connection refused": libcurl's own words have the milliseconds in them.
    [[nodiscard]] std::string system_reason(CURLcode code) const {
        long number = 0;
        curl_easy_getinfo(m_handle.get(), CURLINFO_OS_ERRNO, &number);
        return number == 0 ? reason(code) : std::strerror(static_cast<int>(number));
    }

    void judge(CURLcode code);
    void judge_time();

    const Request& m_request;
    const Limits& m_limits;
    const Receiver& m_receiver;
    std::unique_ptr<CURL, Cleanup> m_handle;
    std::unique_ptr<curl_slist, Cleanup> m_headers;
    std::array<char, CURL_ERROR_SIZE> m_reason{};
    Outcome m_outcome;
    std::uint64_t m_came = 0;
    bool m_begun = false;
    std::exception_ptr m_thrown;
};

// A connection that never was is not tried again: the next try would wait as long.
void Transfer::judge_time() {
    curl_off_t ready = 0;
    curl_easy_getinfo(m_handle.get(), CURLINFO_PRETRANSFER_TIME_T, &ready);
    if (ready == 0) {
        fail(fmt::format("no connection within {} s", m_limits.connect.count()),
             "try again later, or look at the connection and at the proxy that is set");
    }
    m_outcome.broken = fmt::format("nothing came for {} s", m_limits.stall.count());
}

void Transfer::judge(CURLcode code) {
    const std::string offline = "look at the connection, and at the proxy if one is set (https_proxy)";
    switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_RESOLVE_PROXY:
            fail("no such host is known (" + reason(code) + ")", offline);
        case CURLE_COULDNT_CONNECT:
            fail("no connection (" + system_reason(code) + ")", offline);
        case CURLE_TOO_MANY_REDIRECTS:
            fail(fmt::format("it leads on and on: more than {} redirects", m_limits.redirects),
                 "open it in a browser, and name the address it ends at");
        case CURLE_UNSUPPORTED_PROTOCOL:
            fail("it leads on to '" + m_outcome.head.field("location") + "', which is not followed",
                 m_limits.plain_allowed
                     ? "only http and https are"
                     : "only https is, where the page was given so: what comes by http can "
                       "be changed on its way");
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
            fail("the server's certificate is not to be trusted (" + reason(code) + ")",
                 "where a network has its own authority, name its certificate with --certificates FILE");
        case CURLE_SSL_CONNECT_ERROR:
            fail("no safe connection (" + reason(code) + ")",
                 "look whether the address is right, and whether it is one of https");
        case CURLE_OPERATION_TIMEDOUT:
            judge_time();
            return;
        case CURLE_PARTIAL_FILE:
            m_outcome.broken = "the connection was closed before all had come";
            return;
        case CURLE_GOT_NOTHING:
            m_outcome.broken = "the server closed the connection without an answer";
            return;
        case CURLE_RECV_ERROR:
        case CURLE_SEND_ERROR:
        case CURLE_HTTP2:
        case CURLE_HTTP2_STREAM:
            m_outcome.broken = "the connection broke (" + reason(code) + ")";
            return;
        default:
            fail("it cannot be fetched (" + reason(code) + ")", "open it in a browser to see what is there");
    }
}

}  // namespace

std::string Head::field(const std::string& name) const {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

Outcome transfer(const Request& request, const Limits& limits, const Receiver& receiver) {
    static const Library library;
    if (!library.ready()) {
        throw Error("libcurl cannot be used");
    }
    if (is_plain(request.address) && !limits.plain_allowed) {
        throw Error(
            "this is an address of http, and the page was given as one of https",
            "what comes by http can be changed on its way; if you mean it, name the page with http://")
            .at(shown(request.address));
    }
    return Transfer(request, limits, receiver).run();
}

bool may_pass(long status) {
    return status == 408 || status == 425 || status == 429 || status == 500 || status >= 502;
}

void refuse_status(const Head& head) {
    std::string what = fmt::format("the server answers {}", head.status);
    std::string advice = "try again later; or open it in a browser to see what is there";
    if (head.status == 404 || head.status == 410) {
        what = fmt::format("nothing is there (the server answers {})", head.status);
        advice = "it may have moved: open the publisher's page in a browser, and name it with --page";
    } else if (head.status == 401 || head.status == 403 || head.status == 407) {
        what = fmt::format("the server does not let programs in (it answers {})", head.status);
        advice = "open it in a browser";
    } else if (may_pass(head.status)) {
        what = fmt::format("the server has trouble (it answers {})", head.status);
        advice = "try again later";
    }
    throw Error(what, advice).at(shown(head.address));
}

}  // namespace pledgebook::fetch
