// Whom a question means: codes, names in any language and groups, spelled out by the membership of a day.
#pragma once

#include "core/date.hpp"
#include "questions/line.hpp"

#include <string>
#include <vector>

namespace pledgebook::questions {

struct WhichDonors {
    std::string label;               // "USA", "EU", "DEU, FRA", "ALL"
    std::vector<std::string> codes;  // in the order of the reference
    bool everyone = false;           // every donor that the release holds
    std::vector<std::string> notes;
};

// Groups have the members of the last day of the period; `held` is whom the release holds, which is what
// ALL means. Throws Error for a name that is nobody's (with those that look like it), and where a donor
// would be counted twice (with what to ask instead).
WhichDonors which_donors(const std::vector<std::string>& asked, const Period& period, DonorSet held);

}  // namespace pledgebook::questions
