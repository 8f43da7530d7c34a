#include "tables/group_aid.hpp"

#include "questions/economy.hpp"
#include "tables/rules.hpp"
#include "tables/workings.hpp"

namespace pledgebook::tables {

Value group_aid(const At& at, std::string_view column) {
    const auto kind = parse_kind(column);
    Value sum;
    for (const auto& donor : at.donors()) {
        if (questions::is_institution(donor)) {
            if (!kind || at.sums().split_by_kind(at.measure())) {
                sum = added(sum, at.sums().aid({donor}, kind, at.measure()));
            }
        } else {
            sum = added(sum, at.of("country_summary", donor, column));
        }
    }
    return sum;
}

Rule group_aid(std::string_view column) {
    return [column](const At& at) { return group_aid(at, column); };
}

}  // namespace pledgebook::tables
