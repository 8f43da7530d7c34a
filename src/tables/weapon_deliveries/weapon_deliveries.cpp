#include "core/reference.hpp"
#include "tables/all_tables.hpp"
#include "tables/refusals.hpp"
#include "tables/rules.hpp"
#include "tables/weapons.hpp"
#include "tables/workings.hpp"

#include <algorithm>

namespace pledgebook::tables {

namespace {

constexpr std::size_t most = 5;  // donors shown for each sort

// Rows "Tanks: Poland".
Value delivered(const At& at) {
    const auto sign = at.row().find(':');
    if (sign == std::string::npos) {
        return std::nullopt;
    }
    const auto weapons = weapons_named(at.row().substr(0, sign));
    const auto donor = Reference::builtin().code_of(at.row().substr(sign + 1));
    return weapons && donor ? Value(units_of_weapons(at.sums(), {*donor}, *weapons, true)) : std::nullopt;
}

std::vector<RowName> rows(const Sums& sums) {
    const std::pair<const char*, const char*> sorts[] = {{"armoured", "Armored vehicles"},
                                                         {"tanks", "Tanks"},
                                                         {"howitzers", "Howitzers (155mm)"},
                                                         {"mlrs", "MLRS"}};
    std::vector<RowName> rows;
    for (const auto& [weapons, words] : sorts) {
        std::vector<std::pair<Number, std::string>> donors;
        for (const auto& donor : sums.donors()) {
            donors.emplace_back(units_of_weapons(sums, {donor}, weapons, true), donor);
        }
        std::stable_sort(donors.begin(), donors.end(),
                         [](const auto& a, const auto& b) { return b.first < a.first; });
        donors.resize(std::min(donors.size(), most));
        for (const auto& [units, donor] : donors) {
            rows.push_back({"", words + (": " + Reference::builtin().name_of(donor))});
        }
    }
    return rows;
}

}  // namespace

Definition weapon_deliveries() {
    return {"weapon_deliveries",
            "units of heavy weapons delivered by the largest donors of each sort",
            {{"units", delivered, Total::none}},
            rows,
            {},
            needs_entries};
}

}  // namespace pledgebook::tables
