#include "tables/all_tables.hpp"
#include "tables/donor_rows.hpp"
#include "tables/rules.hpp"

namespace pledgebook::tables {

Definition ranking_gdp() {
    return {"ranking_gdp",
            "donors by their aid in percent of GDP",
            {{"total", same_row("country_summary", "total_per_gdp"), Total::none}},
            countries,
            "total"};
}

}  // namespace pledgebook::tables
