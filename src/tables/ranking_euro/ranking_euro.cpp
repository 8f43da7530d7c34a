#include "tables/all_tables.hpp"
#include "tables/donor_rows.hpp"
#include "tables/group_aid.hpp"
#include "tables/rules.hpp"

namespace pledgebook::tables {

Definition ranking_euro() {
    return {"ranking_euro",
            "donors by their aid in euros, by kind",
            {{"financial", group_aid("financial")},
             {"humanitarian", group_aid("humanitarian")},
             {"military", group_aid("military")},
             {"total", group_aid("total")},
             {"eu", same_row("country_summary", "eu_total"), Total::members},
             {"with_eu", all_of({"total", "eu"}), Total::members}},
            countries_institutions_total,
            "total"};
}

}  // namespace pledgebook::tables
