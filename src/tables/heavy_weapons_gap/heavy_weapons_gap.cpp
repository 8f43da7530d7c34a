#include "core/reference.hpp"
#include "tables/all_tables.hpp"
#include "tables/refusals.hpp"
#include "tables/rules.hpp"
#include "tables/weapons.hpp"
#include "tables/workings.hpp"

namespace pledgebook::tables {

namespace {

// First table of the sheet: a column for each sort of weapon. Stocks and needs are typed there.
Value by_weapons(const At& at) {
    const auto& donors = at.sums().donors();
    if (at.row() == "COMMITTED" || at.row() == "DELIVERED") {
        return units_of_weapons(at.sums(), donors, at.argument(), at.row() == "DELIVERED");
    }
    if (at.row() != "TO_BE_DELIVERED") {
        return at.given();
    }
    const auto committed = at.of(at.table(), "COMMITTED", at.column());
    const auto delivered = at.of(at.table(), "DELIVERED", at.column());
    return committed && delivered ? Value(*committed - *delivered) : std::nullopt;
}

// Second table: rows "MLRS: Delivered to Ukraine", the same numbers again for the chart.
Value of_first_table(const At& at, std::string_view row) {
    const auto weapons = weapons_named(at.row().substr(0, at.row().find(':')));
    return weapons ? at.of(at.table(), row, "weapons:" + *weapons) : std::nullopt;
}

bool row_says(const At& at, std::string_view words) {
    return folded(at.row()).find(words) != std::string::npos;
}

Value delivered(const At& at) {
    if (row_says(at, "delivered")) {
        return of_first_table(at, "DELIVERED");
    }
    return of_first_table(at, row_says(at, "demanded") ? "NEEDS" : "RUSSIAN_STOCK");
}

Value to_be_delivered(const At& at) {
    return row_says(at, "delivered") ? of_first_table(at, "TO_BE_DELIVERED") : std::nullopt;
}

Value other_needs(const At& at) {
    return row_says(at, "demanded") ? of_first_table(at, "OTHER_NEEDS") : std::nullopt;
}

std::vector<RowName> rows(const Sums&) {
    return {{"COMMITTED", "Committed"}, {"DELIVERED", "Delivered"}, {"TO_BE_DELIVERED", "To be delivered"}};
}

}  // namespace

Definition heavy_weapons_gap() {
    return {"heavy_weapons_gap",
            "heavy weapons promised and delivered against what Ukraine asked for",
            {{"weapons", by_weapons, Total::none},
             {"delivered", delivered, Total::none},
             {"to_be_delivered", to_be_delivered, Total::none},
             {"other_needs", other_needs, Total::none}},
            rows,
            {},
            needs_entries};
}

}  // namespace pledgebook::tables
