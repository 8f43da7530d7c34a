// How far a fetch goes before it gives up.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace pledgebook::fetch {

struct Limits {
    std::uint64_t largest = 200'000'000;      // bytes of a download
    std::uint64_t largest_page = 10'000'000;  // bytes of a page, unpacked
    std::chrono::seconds connect{15};         // until there is a connection
    std::chrono::seconds stall{60};           // without a byte
    int redirects = 5;                        // one after the other
    int tries = 3;                            // of what broke off
    std::chrono::milliseconds between{1000};  // before the second try; twice that before the third
    bool plain_allowed = false;               // http as well as https: where the page itself was given so
    std::string certificates;                 // a file of those to trust; empty: the system's
    std::string agent = "pledgebook";         // what the program calls itself
};

// Told about while work goes on: what is being done, and how far it is (0 to 1; below 0 where unknown).
using Progress = std::function<void(std::string_view what, double share)>;

}  // namespace pledgebook::fetch
