#include "tables/all_tables.hpp"
#include "tables/donor_rows.hpp"
#include "tables/refusals.hpp"
#include "tables/rules.hpp"

namespace pledgebook::tables {

Definition financial_by_instrument() {
    return {"financial_by_instrument",
            "financial aid by instrument, the EU's institutions together",
            {{"loan", by_donors("financial_by_type", "loan")},
             {"grant", by_donors("financial_by_type", "grant")},
             {"guarantee", by_donors("financial_by_type", "guarantee")},
             {"swap_line", by_donors("financial_by_type", "swap_line")},
             {"total", sum_of({"loan", "grant", "guarantee", "swap_line"})}},
            countries_institutions_total,
            "total",
            needs_entries};
}

}  // namespace pledgebook::tables
