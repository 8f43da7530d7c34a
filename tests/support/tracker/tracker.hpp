// Whole workbooks of the tracker in the shapes of its releases, of any size, made from a seed: always the
// same bytes, and it is known what they hold. Names and amounts are made up.
#pragma once

#include "support/tracker/ledger.hpp"
#include "support/tracker/shape.hpp"

#include <cstdint>
#include <string>

namespace pledgebook::test_support {

struct Tracker {
    std::string bytes;  // of the .xlsx
    TrackerShape shape;
    TrackerLedger ledger;
};

// `rows` of the ledger; 0: as many as that release has.
Tracker make_tracker(std::string_view shape, unsigned rows = 0, std::uint32_t seed = 1);

}  // namespace pledgebook::test_support
