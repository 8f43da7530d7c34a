// What became of a package from release to release.
#pragma once

#include "core/entry.hpp"
#include "core/release.hpp"
#include "core/rows.hpp"

#include <map>
#include <vector>

namespace pledgebook::render {

struct PastState {
    Release release;
    EntryDate announced;  // of its first entry
    std::uint64_t entries = 0;
    std::map<Measure, Euros> euros;
};

// A row a release, a column a measure that occurs.
Rows rows(const std::vector<PastState>& history);

}  // namespace pledgebook::render
