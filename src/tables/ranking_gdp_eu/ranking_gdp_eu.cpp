#include "tables/all_tables.hpp"
#include "tables/donor_rows.hpp"
#include "tables/rules.hpp"

namespace pledgebook::tables {

Definition ranking_gdp_eu() {
    return {"ranking_gdp_eu",
            "donors by their aid and their part of the EU's in percent of GDP",
            {{"bilateral", same_row("country_summary", "total_per_gdp"), Total::none},
             {"eu", same_row("country_summary", "eu_total_per_gdp"), Total::none},
             {"total", all_of({"bilateral", "eu"}), Total::none}},
            countries,
            "total"};
}

}  // namespace pledgebook::tables
