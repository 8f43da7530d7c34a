#include "tables/all_tables.hpp"
#include "tables/refusals.hpp"
#include "tables/rules.hpp"
#include "tables/weapons.hpp"
#include "tables/workings.hpp"

namespace pledgebook::tables {

namespace {

// The two rows below the countries add up those that carry the mark, 1, in a column of their own.
std::string_view mark_of(const At& at) {
    return at.row() == "EU_MEMBERS" ? "eu" : (at.row() == "NATO_OUTSIDE_EU" ? "nato" : "");
}

Value over_marked_rows(const At& at, std::string_view mark) {
    Value sum;
    for (const auto& row : at.workings().layout(at.table()).rows) {
        const auto& name = row.code.empty() ? row.title : row.code;
        const auto marked = at.of(at.table(), name, mark);
        if (marked == Number::from_integer(1) && name != at.row()) {
            sum = added(sum, at.of(at.table(), name, at.column()));
        }
    }
    return sum;
}

// Sorts that are several others together are their sum, so that a number typed for one of them counts.
Value over_parts(const At& at, std::string_view key) {
    Value sum;
    for (const auto& part : weapon_parts(at.argument())) {
        sum = added(sum, at.here(std::string(key) + ":" + part));
    }
    return sum;
}

// Which may be the share table's own number where the release has no sheet of stocks.
Value stock(const At& at) {
    if (const auto mark = mark_of(at); !mark.empty()) {
        return over_marked_rows(at, mark);
    }
    if (!weapon_parts(at.argument()).empty()) {
        return over_parts(at, "stock");
    }
    const auto headers = stock_headers(at.argument());
    if (headers.empty() || !at.workings().has_figures("weapon_stocks")) {
        return at.given();
    }
    Number sum;
    for (const auto& header : headers) {
        sum += at.workings().published_elsewhere("weapon_stocks", at.row(), header).value_or(Number{});
    }
    return sum;
}

Rule sent(std::string_view key, bool delivered) {
    return [key, delivered](const At& at) -> Value {
        if (const auto mark = mark_of(at); !mark.empty()) {
            return over_marked_rows(at, mark);
        }
        if (!weapon_parts(at.argument()).empty()) {
            return over_parts(at, key);
        }
        return units_of_weapons(at.sums(), at.donors(), at.argument(), delivered);
    };
}

// Of what was never held nothing can be a share; nothing sent of it is a share of nothing.
Rule share(std::string_view key) {
    return [key](const At& at) -> Value {
        const auto sent = at.here(std::string(key) + ":" + at.argument());
        const auto stock = at.here("stock:" + at.argument());
        if (!sent || !stock) {
            return std::nullopt;
        }
        if (stock->is_zero()) {
            return sent->is_zero() ? Value(Number{}) : std::nullopt;
        }
        return ratio(*sent, *stock);
    };
}

}  // namespace

Definition heavy_weapons_share() {
    return {"heavy_weapons_share",
            "heavy weapons promised and delivered against the stocks of those who give them",
            {{"nato", given(), Total::none},
             {"eu", given(), Total::none},
             {"stock", stock, Total::none},
             {"other_stock", given(), Total::none},
             {"committed", sent("committed", false), Total::none},
             {"delivered", sent("delivered", true), Total::none},
             {"committed_share", share("committed"), Total::none},
             {"delivered_share", share("delivered"), Total::none}},
            nullptr,
            {},
            needs_its_sheet};
}

}  // namespace pledgebook::tables
