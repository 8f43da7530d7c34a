#include "tables/all_tables.hpp"
#include "tables/refugee_rates.hpp"
#include "tables/refusals.hpp"
#include "tables/rules.hpp"

namespace pledgebook::tables {

Definition refugee_costs() {
    return {"refugee_costs",
            "what hosting refugees may cost, by three rates a month",
            {{"persons", same_row("refugee_calculations", "persons")},
             {"lower", refugee_costs_at("persons")},
             {"baseline", refugee_costs_at("persons")},
             {"upper", refugee_costs_at("persons")}},
            nullptr,
            {},
            needs_its_sheet};
}

}  // namespace pledgebook::tables
