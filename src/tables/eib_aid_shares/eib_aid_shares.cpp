#include "tables/all_tables.hpp"
#include "tables/eu_keys.hpp"
#include "tables/refusals.hpp"
#include "tables/rules.hpp"
#include "tables/workings.hpp"

namespace pledgebook::tables {

Definition eib_aid_shares() {
    return {"eib_aid_shares",
            "the members' parts of the aid of the European Investment Bank, by its capital",
            {{"capital", given()},
             {"share", [](const At& at) { return key_share(at, "capital"); }},
             {"aid", [](const At& at) { return eu_part(at, "EIB"); }}},
            nullptr,
            {},
            needs_its_sheet};
}

}  // namespace pledgebook::tables
