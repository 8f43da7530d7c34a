#include "tables/all_tables.hpp"
#include "tables/eu_keys.hpp"
#include "tables/refusals.hpp"
#include "tables/rules.hpp"
#include "tables/workings.hpp"

namespace pledgebook::tables {

namespace {

// Rates are units of the currency for a euro: dollars are divided by them. Who has no key has no part.
Value in_euros(const At& at) {
    const auto dollars = at.here("gni_usd").value_or(Number{});
    const auto rate = at.sums().rate(*Currency::parse("USD"));
    return rate ? ratio(dollars, *Number::parse(to_string(*rate))) : std::nullopt;
}

}  // namespace

Definition epf_aid_shares() {
    return {"epf_aid_shares",
            "the members' parts of the aid of the European Peace Facility, by national income",
            {{"gni_usd", given()},
             {"gni", in_euros},
             {"gni_bn", [](const At& at) { return at.here("gni"); }},
             {"share", [](const At& at) { return key_share(at, "gni"); }},
             {"aid", [](const At& at) { return eu_part(at, "EPF"); }}},
            nullptr,
            {},
            needs_its_sheet};
}

}  // namespace pledgebook::tables
