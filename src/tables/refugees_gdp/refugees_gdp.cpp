#include "tables/all_tables.hpp"
#include "tables/refusals.hpp"
#include "tables/rules.hpp"

namespace pledgebook::tables {

Definition refugees_gdp() {
    return {"refugees_gdp",
            "aid and what hosting refugees may cost, in percent of GDP",
            {{"bilateral", same_row("country_summary", "total_per_gdp"), Total::none},
             {"costs", same_row("refugee_calculations", "per_gdp"), Total::none},
             {"total", sum_of({"bilateral", "costs"}), Total::none}},
            nullptr,
            {},
            needs_its_sheet};
}

}  // namespace pledgebook::tables
