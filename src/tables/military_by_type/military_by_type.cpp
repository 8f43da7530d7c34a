#include "tables/all_tables.hpp"
#include "tables/refusals.hpp"
#include "tables/rules.hpp"
#include "tables/specific_types.hpp"
#include "tables/workings.hpp"

namespace pledgebook::tables {

namespace {

Value less(Value from, Value part) {
    return from ? Value(*from - part.value_or(Number{})) : std::nullopt;
}

}  // namespace

Definition military_by_type() {
    return {"military_by_type",
            "military aid parted into arms and money for them",
            {{"member", given(), Total::none},
             {"military", aid(Kind::military)},
             {"arms_unadjusted", aid_of_type("arms")},
             {"adjustment", given()},
             {"arms", [](const At& at) { return less(at.here("arms_unadjusted"), at.here("adjustment")); }},
             {"money", [](const At& at) { return less(at.here("military"), at.here("arms")); }}},
            nullptr,
            {},
            needs_entries};
}

}  // namespace pledgebook::tables
