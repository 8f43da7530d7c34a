// The keys by which the aid of the EU's institutions is reckoned to its members: what they pay into the
// union's budget, their national income, what they hold of the investment bank's capital.
#pragma once

#include "tables/definition.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::tables {

// "budget", "gni", "capital", "gdp", "population"
const std::vector<std::string_view>& eu_key_words();

// The member's part of the whole by that key, as a fraction; 0 for others than members, nothing where the
// key is not known.
Value key_share(const At& at, std::string_view key);

// The part of what the institution gave that is reckoned to the row's donor, by the key of the settings.
Value eu_part(const At& at, std::string_view institution);

}  // namespace pledgebook::tables
