#include "tables/eu_keys.hpp"

#include "core/reference.hpp"
#include "tables/workings.hpp"

#include <algorithm>

namespace pledgebook::tables {

namespace {

struct KeyColumn {
    std::string_view key;
    std::string_view table;
    std::string_view column;
};

constexpr KeyColumn key_columns[] = {
    {"budget", "eu_aid_shares", "contribution"},
    {"gni", "epf_aid_shares", "gni_usd"},
    {"capital", "eib_aid_shares", "capital"},
};

Donors members(const At& at) {
    const auto& release = at.sums().intake().release;
    return Reference::builtin()
        .group("EU_MEMBERS")
        ->members_on(release.cutoff.value_or(*Date::from(9999, 12, 31)));
}

// What the key counts for one member.
Value key_of(const At& at, std::string_view key, const std::string& donor) {
    for (const auto& each : key_columns) {
        if (each.key == key) {
            return at.of(each.table, donor, each.column);
        }
    }
    if (key == "gdp") {
        return at.of("country_summary", donor, "gdp");
    }
    for (const auto& macro : at.workings().macro()) {
        if (macro.donor == donor && macro.what == Macro::What::population) {
            return Number(macro.value);
        }
    }
    return std::nullopt;
}

}  // namespace

const std::vector<std::string_view>& eu_key_words() {
    static const std::vector<std::string_view> words{"budget", "gni", "capital", "gdp", "population"};
    return words;
}

Value key_share(const At& at, std::string_view key) {
    const auto union_members = members(at);
    Value whole;
    for (const auto& member : union_members) {
        const auto part = key_of(at, key, member);
        whole = part ? Value(whole.value_or(Number{}) + *part) : whole;
    }
    if (!whole || whole->is_zero()) {
        return std::nullopt;
    }
    const auto donors = at.donors();
    Number sum;
    for (const auto& donor : donors) {
        if (std::find(union_members.begin(), union_members.end(), donor) != union_members.end()) {
            sum += key_of(at, key, donor).value_or(Number{});
        }
    }
    return ratio(sum, *whole);
}

Value eu_part(const At& at, std::string_view institution) {
    const auto key = at.workings().settings().eu_keys.find(institution);
    const auto share = key_share(at, key->second);
    const auto whole = at.sums().aid({std::string(institution)}, std::nullopt, at.measure());
    return share ? Value(*share * whole) : std::nullopt;
}

}  // namespace pledgebook::tables
