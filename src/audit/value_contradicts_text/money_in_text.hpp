// Amounts that a text speaks of: "EUR 5 million", "5 million euros", "35 EUR million", "A$8.7 million".
#pragma once

#include "core/money.hpp"

#include <string_view>
#include <vector>

namespace pledgebook::audit {

// A number written with marks that may be taken in two ways ("100.000") is there twice. Amounts whose
// currency is not said, or only as a dollar of some country, are left out.
std::vector<Amount> money_in_text(std::string_view text);

}  // namespace pledgebook::audit
