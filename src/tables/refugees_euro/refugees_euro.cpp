#include "tables/all_tables.hpp"
#include "tables/group_aid.hpp"
#include "tables/refusals.hpp"
#include "tables/rules.hpp"

namespace pledgebook::tables {

Definition refugees_euro() {
    return {"refugees_euro",
            "aid and what hosting refugees may cost, in euros",
            {{"financial", group_aid("financial")},
             {"humanitarian", group_aid("humanitarian")},
             {"military", group_aid("military")},
             {"persons", same_row("refugee_calculations", "persons")},
             {"costs", same_row("refugee_calculations", "costs")},
             {"total", sum_of({"financial", "humanitarian", "military", "costs"})}},
            nullptr,
            {},
            needs_its_sheet};
}

}  // namespace pledgebook::tables
