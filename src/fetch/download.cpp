#include "fetch/download.hpp"

#include "core/error.hpp"
#include "fetch/address.hpp"
#include "fetch/tries.hpp"

#include <fmt/format.h>

#include <charconv>

namespace pledgebook::fetch {

namespace {

// What a try must have brought for the count of tries to begin again: a server that cuts after each byte
// shall not be asked a million times.
constexpr std::uint64_t worth_another = 65'536;

std::optional<std::uint64_t> number_of(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

// "bytes 100-199/200", "bytes */200" (RFC 9110, 14.4)
struct ContentRange {
    std::optional<std::uint64_t> first;
    std::optional<std::uint64_t> size;
};

ContentRange content_range(std::string_view text) {
    const auto blank = text.find(' ');
    const auto slash = text.find('/');
    if (!text.starts_with("bytes") || blank == std::string_view::npos || slash == std::string_view::npos ||
        slash < blank) {
        return {};
    }
    const auto range = text.substr(blank + 1, slash - blank - 1);
    return {number_of(range.substr(0, range.find('-'))), number_of(text.substr(slash + 1))};
}

Origin origin_of(const Head& head, const std::string& address) {
    Origin origin{address, head.field("etag"), head.field("last-modified"), {}};
    if (!origin.tag.starts_with('"')) {
        origin.tag.clear();  // a weak one ("W/…") says alike, not the same bytes
    }
    if (!head.field("content-encoding").empty() && head.field("content-encoding") != "identity") {
        return {address, {}, {}, {}};  // bytes of what came packed cannot be counted in what is unpacked
    }
    origin.size = number_of(head.field("content-length"));
    return origin;
}

class Download {
public:
    Download(const std::string& address, PartFile& part, const Limits& limits, const Progress& progress)
        : m_address(address), m_part(part), m_limits(limits), m_progress(progress) {
        if (part.size() > 0 && (part.origin().address != address || part.origin().validator().empty())) {
            forget();
        }
        m_done.kept = part.size();
    }

    Downloaded run() {
        for (int number = 1;; ++number) {
            wait_before(number, m_limits);
            const auto before = m_part.size();
            const auto why = attempt();
            if (why.empty()) {
                return m_done;
            }
            if (m_part.size() >= before + worth_another) {
                number = 0;
            } else if (number >= m_limits.tries) {
                give_up(m_address, why, number, advice());
            }
        }
    }

private:
    void forget() {
        m_done.begun_anew = m_done.begun_anew || m_part.size() > 0;
        m_done.kept = 0;
        m_part.start({m_address, {}, {}, {}});
    }

    // Once from where it stands. Returns why that was not all; empty where it was.
    std::string attempt() {
        Request request{m_address, {}, false, m_limits.largest};
        const auto from = m_part.size();
        if (from > 0) {
            request.headers = {fmt::format("Range: bytes={}-", from),
                               "If-Range: " + m_part.origin().validator()};
        }
        m_taken = false;
        m_mismatch = false;
        Receiver receiver;
        receiver.begin = [this](const Head& head) { return begin(head); };
        receiver.take = [this](std::string_view bytes) { return take(bytes); };
        const auto outcome = transferred(request, receiver);
        m_done.address = outcome.head.address;
        if (m_mismatch) {
            forget();
            return "what the server sends does not fit what it sent before";
        }
        if (!outcome.broken.empty()) {
            leave_what_cannot_go_on();
            return outcome.broken + came();
        }
        if (m_taken || m_whole) {
            return {};
        }
        if (!may_pass(outcome.head.status)) {
            refuse_status(outcome.head);
        }
        return fmt::format("the server has trouble (it answers {})", outcome.head.status);
    }

    Outcome transferred(const Request& request, const Receiver& receiver) {
        try {
            return transfer(request, m_limits, receiver);
        } catch (const Error&) {
            leave_what_cannot_go_on();
            throw;
        }
    }

    // Whether to take the answer's body.
    bool begin(const Head& head) {
        if (head.status == 200) {
            if (m_part.size() > 0) {
                m_done.begun_anew = true;
                m_done.kept = 0;
            }
            m_part.start(origin_of(head, m_address));
            m_taken = true;
        } else if (head.status == 206) {
            m_taken = goes_on(head);
            m_mismatch = !m_taken;
        } else if (head.status == 416) {
            const auto range = content_range(head.field("content-range"));
            m_whole = m_part.size() > 0 && range.size == m_part.size() && same_tag(head);
            m_mismatch = !m_whole;
        }
        return m_taken;
    }

    [[nodiscard]] bool same_tag(const Head& head) const {
        const auto tag = head.field("etag");
        return tag.empty() || m_part.origin().tag.empty() || tag == m_part.origin().tag;
    }

    [[nodiscard]] bool goes_on(const Head& head) const {
        const auto range = content_range(head.field("content-range"));
        const auto& known = m_part.origin().size;
        return m_part.size() > 0 && range.first == m_part.size() && same_tag(head) &&
               (!range.size || !known || *range.size == *known);
    }

    bool take(std::string_view bytes) {
        if (m_part.size() + bytes.size() > m_limits.largest) {
            throw Error(
                fmt::format("there is more than {} MB, which is the limit", m_limits.largest / 1'000'000),
                "if it is right that it is so large, set --largest MB")
                .at(shown(m_address));
        }
        m_part.add(bytes);
        if (m_progress) {
            const auto& size = m_part.origin().size;
            const auto mega = static_cast<double>(m_part.size()) / 1e6;
            m_progress(
                size ? fmt::format("downloading, {:.1f} of {:.1f} MB", mega, static_cast<double>(*size) / 1e6)
                     : fmt::format("downloading, {:.1f} MB", mega),
                size && *size > 0 ? static_cast<double>(m_part.size()) / static_cast<double>(*size) : -1);
        }
        return true;
    }

    // Of a file whose state the server does not name, a beginning is of no use.
    void leave_what_cannot_go_on() {
        if (m_part.size() > 0 && m_part.origin().validator().empty()) {
            m_lost = m_part.size();
            m_part.start({m_address, {}, {}, {}});
        }
    }

    [[nodiscard]] std::string came() const {
        const auto bytes = m_part.size() + m_lost;
        if (bytes == 0) {
            return {};
        }
        const auto& size = m_part.origin().size;
        return fmt::format(", after {}{} bytes", bytes, size ? fmt::format(" of {}", *size) : "");
    }

    [[nodiscard]] std::string advice() const {
        return m_part.size() > 0 ? "try again: it goes on from there" : "try again later";
    }

    const std::string& m_address;
    PartFile& m_part;
    const Limits& m_limits;
    const Progress& m_progress;
    Downloaded m_done;
    std::uint64_t m_lost = 0;
    bool m_taken = false;     // the answer is (the rest of) the file
    bool m_whole = false;     // the server says that all of it is there
    bool m_mismatch = false;  // what it sends does not follow what is there
};

}  // namespace

Downloaded download(const std::string& address, PartFile& part, const Limits& limits,
                    const Progress& progress) {
    return Download(address, part, limits, progress).run();
}

}  // namespace pledgebook::fetch
