#include "tables/all_tables.hpp"
#include "tables/donor_rows.hpp"
#include "tables/rules.hpp"

namespace pledgebook::tables {

Definition with_eu_share() {
    return {"with_eu_share",
            "donors by their aid and their part of the EU's in euros",
            {{"bilateral", same_row("country_summary", "total"), Total::members},
             {"eu", same_row("country_summary", "eu_total"), Total::members},
             {"total", all_of({"bilateral", "eu"}), Total::members}},
            countries_total,
            "total"};
}

}  // namespace pledgebook::tables
