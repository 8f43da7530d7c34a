// An intake as rows of the cache, and back: what is read is equal to what was written.
#pragma once

#include "core/release.hpp"
#include "store/duck/database.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::store {

// How a month that is coded as unknown stands in the cache.
inline constexpr std::string_view unknown_month = "unknown";

// `number` is that of the journal line. Within the transaction of the caller. Throws Error where something
// does not fit (an amount above 100 trillion, a text that is no UTF-8).
void write_intake(duck::Connection& connection, const Intake& intake, std::uint64_t number);

// Throws Error where there is no release of that id.
Intake read_intake(duck::Connection& connection, const std::string& id);

// All imports in the order of the journal; with `only_ledgers` those that hold entries or observations.
std::vector<Release> read_releases(duck::Connection& connection, bool only_ledgers);

// Of all imports, in the order of the journal.
std::vector<DayRate> read_day_rates(duck::Connection& connection);
std::vector<Macro> read_macro(duck::Connection& connection);

}  // namespace pledgebook::store
