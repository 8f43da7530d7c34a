#include "tables/weapons_by_item.hpp"

#include "core/reference.hpp"
#include "tables/refusals.hpp"
#include "tables/workings.hpp"

#include <map>

namespace pledgebook::tables {

namespace {

// Items of the military kind that have units, by name.
std::vector<RowName> items(const Sums& sums) {
    std::map<std::string, std::string> names;
    for (const auto& entry : sums.intake().entries) {
        if (entry.channel == Channel::bilateral && entry.kind == Kind::military && entry.item.units.value &&
            !entry.item.name.empty()) {
            names.emplace(folded(entry.item.name), entry.item.name);
        }
    }
    std::vector<RowName> rows;
    for (const auto& [key, name] : names) {
        rows.push_back({"", name});
    }
    return rows;
}

Number units(const At& at, const Donors& donors, bool delivered) {
    const auto item = folded(at.row());
    return at.sums().units_where(donors, delivered,
                                 [&](const FoldedEntry& each) { return each.item == item; });
}

}  // namespace

Definition weapons_by_item(std::string_view name, std::string_view what, bool delivered) {
    const auto by_donor = [delivered](const At& at) -> Value {
        return units(at, {at.argument()}, delivered);
    };
    const auto of_all = [delivered](const At& at) -> Value {
        const auto sum = at.over_columns("units");
        return sum ? sum : Value(units(at, at.sums().donors(), delivered));
    };
    return {name,  what,    {{"total", of_all, Total::none}, {"units", by_donor, Total::none}},
            items, "total", needs_entries};
}

}  // namespace pledgebook::tables
