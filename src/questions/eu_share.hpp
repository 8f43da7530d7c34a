// A member's part of what the EU institutions gave, as the release itself publishes it.
#pragma once

#include "core/answer.hpp"
#include "questions/conversion.hpp"
#include "questions/scope.hpp"

#include <map>
#include <string>

namespace pledgebook::questions {

struct EuShares {
    std::map<std::string, Euros> by_donor;
    std::string source;  // table and column
};

// Throws Error where the release publishes none for the measure, and where the question asks for less than
// the whole: the parts are published only in sum, over all kinds and months.
EuShares eu_shares(const Resolved& resolved, const Converter& converter);

// Of all donors of the question together. Throws Error also where an institution is among them, whose aid
// would be counted twice, and where none of them has a part.
EuShare eu_share(const Resolved& resolved, const Converter& converter);

// One sentence for the notes.
std::string describe(const EuShare& share);

}  // namespace pledgebook::questions
