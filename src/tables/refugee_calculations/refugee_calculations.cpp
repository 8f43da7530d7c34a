#include "tables/all_tables.hpp"
#include "tables/refugee_rates.hpp"
#include "tables/refusals.hpp"
#include "tables/rules.hpp"
#include "tables/workings.hpp"

namespace pledgebook::tables {

namespace {

// Only for donors: others have no GDP here.
Value per_gdp(const At& at) {
    return at.donors().empty() ? Value{} : in_percent(at.here("costs"), at.of("country_summary", "gdp"));
}

}  // namespace

Definition refugee_calculations() {
    return {"refugee_calculations",
            "refugees from Ukraine by country, and what they may cost",
            {{"persons", given()}, {"costs", refugee_costs_at("persons")}, {"per_gdp", per_gdp, Total::none}},
            nullptr,
            {},
            needs_its_sheet};
}

}  // namespace pledgebook::tables
