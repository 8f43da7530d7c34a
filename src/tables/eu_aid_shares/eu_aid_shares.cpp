#include "tables/all_tables.hpp"
#include "tables/eu_keys.hpp"
#include "tables/refusals.hpp"
#include "tables/rules.hpp"
#include "tables/workings.hpp"

namespace pledgebook::tables {

namespace {

// Where a release gives no key (the tracker's web site), the part that it publishes itself stands.
Value part(const At& at) {
    const auto part = eu_part(at, "EUC");
    return part ? part : at.given();
}

}  // namespace

Definition eu_aid_shares() {
    return {"eu_aid_shares",
            "the members' parts of the aid of the Commission and Council, by the EU's budget",
            {{"contribution", given()},
             {"share", [](const At& at) { return key_share(at, "budget"); }},
             {"aid", part}},
            nullptr,
            {},
            needs_its_sheet};
}

}  // namespace pledgebook::tables
