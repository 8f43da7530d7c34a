#include "tables/all_tables.hpp"
#include "tables/refusals.hpp"
#include "tables/rules.hpp"
#include "tables/workings.hpp"

namespace pledgebook::tables {

namespace {

constexpr std::string_view shares = "heavy_weapons_share";

Value mean(const At& at, std::string_view key, const std::vector<std::string>& weapons) {
    Number sum;
    for (const auto& each : weapons) {
        const auto share = at.of(shares, std::string(key) + ":" + each);
        if (!share) {
            return std::nullopt;  // something was sent of which no stock is known
        }
        sum += *share;
    }
    return ratio(sum, Number::from_integer(static_cast<std::int64_t>(weapons.size())));
}

// The sorts that the table has a column of: three in release 7, seven in release 8.
std::vector<std::string> ranked(const At& at) {
    std::vector<std::string> weapons;
    for (const auto& column : at.workings().layout(at.table()).columns) {
        if (column.column.key.starts_with("share:")) {
            weapons.push_back(column.column.key.substr(column.column.key.find(':') + 1));
        }
    }
    return weapons.empty() ? std::vector<std::string>{"tanks", "howitzers", "mlrs"} : weapons;
}

Rule mean_with(const std::string& more) {
    return [more](const At& at) { return mean(at, "committed_share", {"tanks", more, "howitzers", "mlrs"}); };
}

Value open(const At& at) {
    const auto committed = at.here("committed");
    const auto delivered = at.here("delivered");
    return committed && delivered ? Value(*committed - *delivered) : std::nullopt;
}

}  // namespace

Definition heavy_weapons_ranking() {
    return {"heavy_weapons_ranking",
            "donors by the share of their heavy weapons that they promised",
            {{"with_armoured", mean_with("armoured"), Total::none},
             {"with_ifv", mean_with("ifv"), Total::none},
             {"delivered", [](const At& at) { return mean(at, "delivered_share", ranked(at)); }, Total::none},
             {"to_be_delivered", open, Total::none},
             {"committed", [](const At& at) { return mean(at, "committed_share", ranked(at)); }, Total::none},
             {"share", [](const At& at) { return at.of(shares, "committed_share:" + at.argument()); },
              Total::none},
             {"categories", given(), Total::none},
             {"eu", same_row(shares, "eu"), Total::none},
             {"nato", same_row(shares, "nato"), Total::none}},
            nullptr,
            "committed",
            needs_its_sheet};
}

}  // namespace pledgebook::tables
