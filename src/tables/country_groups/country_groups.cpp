#include "core/reference.hpp"
#include "tables/all_tables.hpp"
#include "tables/group_aid.hpp"
#include "tables/rules.hpp"
#include "tables/workings.hpp"

namespace pledgebook::tables {

namespace {

Rule aid_of_row(std::string_view column, Kind kind) {
    return [column, kind](const At& at) -> Value {
        if (at.row() == "MULTILATERAL") {
            return at.sums().multilateral({}, kind, at.measure());
        }
        if (at.donors().empty()) {
            return at.sums().multilateral(at.row(), kind, at.measure());
        }
        return group_aid(at, column);
    };
}

Value total(const At& at) {
    if (!at.sums().split_by_kind(at.measure())) {
        return group_aid(at, "total");
    }
    return added(added(at.here("financial"), at.here("humanitarian")), at.here("military"));
}

std::vector<RowName> groups(const Sums&) {
    std::vector<RowName> rows;
    for (const auto* code : {"EU", "EU_MEMBERS", "EU_INSTITUTIONS", "EUROPE", "ANGLOSAXON", "OTHER"}) {
        rows.push_back({code, Reference::builtin().name_of(code)});
    }
    return rows;
}

}  // namespace

Definition country_groups() {
    return {"country_groups",
            "aid by groups of donors and kind",
            {{"financial", aid_of_row("financial", Kind::financial), Total::none},
             {"humanitarian", aid_of_row("humanitarian", Kind::humanitarian), Total::none},
             {"military", aid_of_row("military", Kind::military), Total::none},
             {"total", total, Total::none}},
            groups};
}

}  // namespace pledgebook::tables
