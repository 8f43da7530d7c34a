#include "fetch/tries.hpp"

#include "core/error.hpp"
#include "fetch/address.hpp"

#include <fmt/format.h>

#include <thread>

namespace pledgebook::fetch {

void wait_before(int number, const Limits& limits) {
    constexpr int longest = 6;  // doublings
    if (number > 1) {
        std::this_thread::sleep_for(limits.between * (1 << std::min(number - 2, longest)));
    }
}

void give_up(const std::string& address, const std::string& why, int tries, const std::string& advice) {
    throw Error(why + (tries == 1 ? "" : fmt::format(", {} times", tries)), advice).at(shown(address));
}

Head transfer_patiently(const Request& request, const Limits& limits, const Receiver& receiver) {
    for (int number = 1;; ++number) {
        wait_before(number, limits);
        const auto outcome = transfer(request, limits, receiver);
        const bool again = !outcome.broken.empty() || may_pass(outcome.head.status);
        if (!again || number >= limits.tries) {
            if (!outcome.broken.empty()) {
                give_up(request.address, outcome.broken, number, "try again later");
            }
            return outcome.head;
        }
    }
}

}  // namespace pledgebook::fetch
