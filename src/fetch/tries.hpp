// Trying again: what broke off, and servers that have trouble for a moment.
#pragma once

#include "fetch/transfer.hpp"

namespace pledgebook::fetch {

// Waits before the try of that number (1 is the first, which does not wait).
void wait_before(int number, const Limits& limits);

// The Error for an address that broke off at each try.
[[noreturn]] void give_up(const std::string& address, const std::string& why, int tries,
                          const std::string& advice);

// A request from its beginning, as often as the limits say; `receiver` begins anew each time. Returns the
// head of the answer, whatever its status, unless it still may pass. Throws Error where every try broke off.
Head transfer_patiently(const Request& request, const Limits& limits, const Receiver& receiver);

}  // namespace pledgebook::fetch
