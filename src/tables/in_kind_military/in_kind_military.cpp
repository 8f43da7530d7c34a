#include "tables/all_tables.hpp"
#include "tables/refusals.hpp"
#include "tables/rules.hpp"
#include "tables/weapons.hpp"
#include "tables/workings.hpp"

namespace pledgebook::tables {

namespace {

Rule units(bool delivered) {
    return [delivered](const At& at) -> Value {
        return units_of_weapons(at.sums(), at.donors(), at.argument(), delivered);
    };
}

}  // namespace

Definition in_kind_military() {
    return {"in_kind_military",
            "units of heavy weapons by donor and sort, committed and delivered",
            {{"committed", units(false)}, {"delivered", units(true)}},
            nullptr,
            {},
            needs_entries};
}

}  // namespace pledgebook::tables
