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

struct Parts {
    Number of_row;
    Number of_all;
};

// What the key counts for the members of the row, and for all of them; nothing where it is not known.
std::optional<Parts> parts_of(const At& at, std::string_view key) {
    const auto donors = at.donors();
    Parts parts;
    for (const auto& member : members(at)) {
        const auto part = key_of(at, key, member).value_or(Number{});
        parts.of_all += part;
        parts.of_row += std::find(donors.begin(), donors.end(), member) != donors.end() ? part : Number{};
    }
    return parts.of_all.is_zero() ? std::nullopt : std::optional(parts);
}

}  // namespace

const std::vector<std::string_view>& eu_key_words() {
    static const std::vector<std::string_view> words{"budget", "gni", "capital", "gdp", "population"};
    return words;
}

Value key_share(const At& at, std::string_view key) {
    const auto parts = parts_of(at, key);
    return parts ? ratio(parts->of_row, parts->of_all) : std::nullopt;
}

Value eu_part(const At& at, std::string_view institution) {
    const auto key = at.workings().settings().eu_keys.find(institution);
    const auto parts = parts_of(at, key->second);
    const auto whole = at.sums().aid({std::string(institution)}, std::nullopt, at.measure());
    return parts ? whole.scaled(parts->of_row, parts->of_all) : std::nullopt;  // rounded once
}

}  // namespace pledgebook::tables
