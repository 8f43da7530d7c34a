// Something wrong or odd in the data, with its place and, where it can be told, its effect on the totals.
#pragma once

#include "core/money.hpp"
#include "core/place.hpp"

#include <optional>
#include <string>

namespace pledgebook {

struct Finding {
    enum class Weight {
        note,   // worth knowing; nothing is lost
        odd,    // probably a slip of the source
        wrong,  // surely a slip, or something that could not be read
    };

    std::string rule;  // short name of the sort of slip: "unknown_donor", "date_outside_release"
    Weight weight = Weight::odd;
    std::string what;  // one sentence
    Place place;
    std::optional<Euros> effect;  // on a total, where it can be told

    bool operator==(const Finding&) const = default;
};

}  // namespace pledgebook
