#include "tables/all_tables.hpp"
#include "tables/refusals.hpp"
#include "tables/rules.hpp"
#include "tables/specific_types.hpp"

namespace pledgebook::tables {

Definition financial_by_type() {
    return {"financial_by_type",
            "loans, grants, guarantees and swap lines by donor",
            {{"loan", aid_of_type("loan")},
             {"grant", aid_of_type("grant")},
             {"swap_line", aid_of_type("swap_line")},
             {"guarantee", aid_of_type("guarantee")},
             {"total", sum_of({"loan", "grant", "swap_line", "guarantee"})}},
            nullptr,
            {},
            needs_entries};
}

}  // namespace pledgebook::tables
