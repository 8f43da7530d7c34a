#include "tables/all_tables.hpp"
#include "tables/donor_rows.hpp"
#include "tables/refusals.hpp"
#include "tables/rules.hpp"

namespace pledgebook::tables {

Definition military_in_kind_money() {
    return {"military_in_kind_money",
            "military aid: weapons and equipment in kind, and money for them",
            {{"in_kind", same_row("military_by_type", "arms")},
             {"money", same_row("military_by_type", "money")},
             {"military", same_row("country_summary", "military")}},
            countries_total,
            "military",
            needs_entries};
}

}  // namespace pledgebook::tables
