#include "core/reference.hpp"
#include "tables/all_tables.hpp"
#include "tables/refusals.hpp"
#include "tables/rules.hpp"
#include "tables/weapons.hpp"
#include "tables/workings.hpp"

namespace pledgebook::tables {

namespace {

constexpr std::string_view shares = "heavy_weapons_share";

// Rows "TANKS: NATO (excl. EU)", "TANKS: EU", "TANKS: To Ukraine".
struct RowMeaning {
    std::string weapons;
    std::string_view mark;    // of those whose stocks the row counts
    std::string_view number;  // which number of the table of shares
};

std::optional<RowMeaning> meaning(const At& at) {
    const auto sign = at.row().find(':');
    const auto weapons = weapons_named(at.row().substr(0, sign));
    if (!weapons || sign == std::string::npos) {
        return std::nullopt;
    }
    const auto words = folded(at.row().substr(sign + 1));
    if (words.find("ukraine") != std::string::npos) {
        return RowMeaning{*weapons, "", "committed"};
    }
    return RowMeaning{*weapons, words.find("nato") != std::string::npos ? "nato" : "eu", "stock"};
}

bool marked(const At& at, const std::string& row, std::string_view mark) {
    return at.of(shares, row, mark) == Number::from_integer(1);
}

Value of_donor(const At& at, const RowMeaning& row, const std::string& donor) {
    if (!row.mark.empty() && !marked(at, donor, row.mark)) {
        return std::nullopt;
    }
    return at.of(shares, donor, std::string(row.number) + ":" + row.weapons);
}

// Whether the donor has a bar of its own in this row: the figure shows the largest of each row only.
bool has_bar(const At& at, const std::string& donor) {
    const auto& layout = at.workings().layout(at.table());
    const CellName cell{at.table(), at.row(), 0, "units:" + donor, std::nullopt};
    return layout.column(cell.column, std::nullopt) && at.workings().published(cell);
}

Value by_donor(const At& at) {
    const auto row = meaning(at);
    return row && has_bar(at, at.argument()) ? of_donor(at, *row, at.argument()) : std::nullopt;
}

// Those of the mark who have no bar of their own.
Rule others(std::string_view mark) {
    return [mark](const At& at) -> Value {
        const auto row = meaning(at);
        if (!row || (!row->mark.empty() && row->mark != mark)) {
            return std::nullopt;
        }
        Number sum;
        for (const auto& each : at.workings().layout(shares).rows) {
            const auto& name = each.code.empty() ? each.title : each.code;
            if (!has_bar(at, name) && Reference::builtin().group(name) == nullptr && marked(at, name, mark)) {
                sum += of_donor(at, *row, name).value_or(Number{});
            }
        }
        return sum;
    };
}

// Each donor once, whatever number of columns is called after it.
Value total(const At& at) {
    return added(added(at.over_columns("units"), at.here("others_eu")), at.here("others_nato"));
}

// What was sent in parts of what both groups have.
Value committed_share(const At& at) {
    const auto row = meaning(at);
    if (!row || row->number != "committed") {
        return std::nullopt;
    }
    Value stocks;
    for (const auto& each : at.workings().layout(at.table()).rows) {
        const auto other = each.title.find(':');
        if (weapons_named(each.title.substr(0, other)) == row->weapons && each.title != at.row()) {
            stocks = added(stocks, at.of(at.table(), each.title, "total"));
        }
    }
    const auto sent = at.here("total");
    return sent && stocks ? ratio(*sent, *stocks) : std::nullopt;
}

}  // namespace

Definition heavy_weapons_stocks() {
    return {"heavy_weapons_stocks",
            "stocks of heavy weapons in the EU and NATO against what was promised",
            {{"units", by_donor, Total::none},
             {"others_eu", others("eu"), Total::none},
             {"others_nato", others("nato"), Total::none},
             {"total", total, Total::none},
             {"share", committed_share, Total::none}},
            nullptr,
            {},
            needs_its_sheet};
}

}  // namespace pledgebook::tables
