#include "tables/all_tables.hpp"
#include "tables/donor_rows.hpp"
#include "tables/refusals.hpp"
#include "tables/rules.hpp"
#include "tables/workings.hpp"

namespace pledgebook::tables {

namespace {

// Guarantees and swap lines are no budget support.
Value committed(const At& at) {
    return added(at.over_donors("financial_by_type", "loan"), at.over_donors("financial_by_type", "grant"));
}

Value open(const At& at) {
    const auto committed = at.here("committed");
    const auto disbursed = at.here("disbursed");
    return committed && disbursed ? Value(*committed - *disbursed) : std::nullopt;
}

}  // namespace

Definition budget_support() {
    return {"budget_support",
            "budget support: committed loans and grants against what was paid out",
            {{"committed", committed},
             {"disbursed", given()},
             {"to_be_disbursed", open, Total::sum, true},
             {"share", percent_of("disbursed", "committed"), Total::rule}},
            countries_institutions_total,
            "committed",
            needs_its_sheet};
}

}  // namespace pledgebook::tables
