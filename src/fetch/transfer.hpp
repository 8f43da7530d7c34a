// One request over http or https, by libcurl: redirects followed, certificates checked, within limits.
#pragma once

#include "fetch/limits.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace pledgebook::fetch {

struct Request {
    std::string address;
    std::vector<std::string> headers;  // "If-Range: …"
    bool packed = false;               // may come compressed; it is unpacked in any case
    std::uint64_t largest = 0;         // bytes, unpacked
};

// What stands before the body of the last answer, redirects being done.
struct Head {
    long status = 0;
    std::string address;                        // where it came from in the end
    std::map<std::string, std::string> fields;  // names in small letters

    [[nodiscard]] std::string field(const std::string& name) const;
};

// Each says whether to go on; false ends the transfer, which is then no error.
struct Receiver {
    std::function<bool(const Head&)> begin;            // once, before the first byte
    std::function<bool(std::string_view bytes)> take;  // the body, as it comes
};

struct Outcome {
    Head head;
    bool stopped = false;  // by the receiver
    std::string broken;    // how it ended before its end, where another try may help; empty where it did not
};

// Throws Error for what another try does not mend, and what the receiver throws.
Outcome transfer(const Request& request, const Limits& limits, const Receiver& receiver);

// An answer without the file: the Error for its status (404: it is not there), with what to do.
[[noreturn]] void refuse_status(const Head& head);
// True where the same request may be answered later (too many requests, trouble of the server).
bool may_pass(long status);

}  // namespace pledgebook::fetch
