#include "tables/all_tables.hpp"
#include "tables/donor_rows.hpp"
#include "tables/refusals.hpp"
#include "tables/rules.hpp"
#include "tables/workings.hpp"

namespace pledgebook::tables {

namespace {

Value delivered(const At& at) {
    if (!at.sums().has(Measure::delivery)) {
        return std::nullopt;
    }
    return at.sums().aid(at.donors(), Kind::military, Measure::delivery);
}

}  // namespace

Definition military_delivered() {
    return {"military_delivered",
            "military aid in kind: committed and delivered",
            {{"committed", same_row("military_by_type", "arms")},
             {"delivered", delivered},
             {"share", percent_of("delivered", "committed"), Total::rule}},
            countries_total,
            "committed",
            needs_entries};
}

}  // namespace pledgebook::tables
