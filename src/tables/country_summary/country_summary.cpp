#include "questions/economy.hpp"
#include "tables/all_tables.hpp"
#include "tables/eu_keys.hpp"
#include "tables/rules.hpp"
#include "tables/workings.hpp"

namespace pledgebook::tables {

namespace {

// The GDP that the release has in no table of its own, in that currency; the newest before the release
// begins.
Value known_gdp(const At& at, Currency currency) {
    const auto& intake = at.sums().intake();
    const int wanted = intake.release.begins ? intake.release.begins->year() - 1 : 9999;
    const Macro* best = nullptr;
    const auto offer = [&](const Macro& each) {
        const bool fits = each.what == Macro::What::gdp && each.donor == at.row() && each.year <= wanted &&
                          each.currency.value_or(Currency::eur()) == currency;
        if (fits && (best == nullptr || each.year > best->year)) {
            best = &each;
        }
    };
    for (const auto& each : intake.macro) {
        offer(each);
    }
    for (const auto& each : at.workings().macro()) {
        if (best == nullptr || best->donor != at.row()) {
            offer(each);
        }
    }
    return best == nullptr || questions::is_institution(at.row()) ? Value{} : Value(Number(best->value));
}

Value gdp_in_dollars(const At& at) {
    const auto shown = at.given();
    return shown ? shown : known_gdp(at, *Currency::parse("USD"));
}

Value gdp_in_euros(const At& at) {
    const auto dollars = at.here("gdp_usd");
    const auto rate = at.sums().rate(*Currency::parse("USD"));
    if (dollars && rate) {
        return ratio(*dollars, *Number::parse(to_string(*rate)));
    }
    return known_gdp(at, Currency::eur());
}

// All kinds; where the release gives a measure only in sum, that.
Value total(const At& at) {
    if (!at.sums().split_by_kind(at.measure())) {
        return at.sums().aid(at.donors(), std::nullopt, at.measure());
    }
    return added(added(at.here("financial"), at.here("humanitarian")), at.here("military"));
}

// What was announced in a month of the first year that the release covers.
Value month(const At& at) {
    const auto begins = at.sums().intake().release.begins;
    if (!begins) {
        return std::nullopt;
    }
    const Month month(begins->year(), std::stoi(at.argument()));
    return at.sums().month(at.donors(), std::nullopt, at.measure(), month);
}

// Entries whose month is not known.
Value untracked(const At& at) {
    return at.sums().aid_where(at.donors(), at.measure(), [](const FoldedEntry& each) {
        return each.entry->kind && !month_of(*each.entry);
    });
}

// The member's part by the key that stands for the institution, in percent.
Rule key(std::string_view institution) {
    return [institution](const At& at) {
        const auto key = at.workings().settings().eu_keys.find(institution);
        return in_percent(key_share(at, key->second), Number::from_integer(1));
    };
}

std::vector<ColumnRule> columns() {
    return {
        {"member", given(), Total::none},
        {"in_europe", given(), Total::none},
        {"financial", aid(Kind::financial)},
        {"humanitarian", aid(Kind::humanitarian)},
        {"military", aid(Kind::military)},
        {"total", total},
        {"gdp_usd", gdp_in_dollars, Total::members},
        {"gdp", gdp_in_euros, Total::members, true},
        {"total_per_gdp", percent_of("total", "gdp"), Total::rule},
        {"eu", same_row("eu_aid_shares", "aid")},
        {"epf", same_row("epf_aid_shares", "aid")},
        {"eib", same_row("eib_aid_shares", "aid")},
        {"eu_total", sum_of({"eu", "epf", "eib"})},
        {"eu_total_per_gdp", percent_of("eu_total", "gdp"), Total::rule},
        {"with_eu", all_of({"total", "eu_total"}), Total::members},
        {"with_eu_per_gdp", percent_of("with_eu", "gdp"), Total::rule},
        {"key_euc", key("EUC"), Total::none},
        {"key_epf", key("EPF"), Total::none},
        {"key_eib", key("EIB"), Total::none},
        {"weapons", same_row("military_by_type", "arms")},
        {"military_money", same_row("military_by_type", "money")},
        {"month", month},
        {"tracked", [](const At& at) { return at.over_columns("month"); }},
        {"untracked", untracked},
    };
}

}  // namespace

Definition country_summary() {
    return {"country_summary", "aid by donor and kind, with GDP and the members' part of the EU's aid",
            columns()};
}

}  // namespace pledgebook::tables
