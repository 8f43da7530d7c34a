#include "audit/published.hpp"

#include "core/error.hpp"
#include "core/reference.hpp"
#include "core/tsv.hpp"

#include "data_files.hpp"

#include <algorithm>
#include <charconv>

namespace pledgebook::audit {

namespace {

constexpr int exact_decimals = 12;          // beyond, nobody rounded
constexpr std::int64_t observed_in = 1000;  // the feed rounds to millionths of a billion

std::string unit_key(std::string_view unit) {
    std::string made;
    for (const auto each : folded(unit)) {
        made += each == ' ' || each == '(' || each == ')' ? "" : std::string(1, each);
    }
    return made;
}

using Units = std::map<std::string, MoneyUnit, std::less<>>;

Units read_units() {
    const Tsv table("importers/units.tsv", data::file("importers/units.tsv"));
    Units units;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto zeros = table.cell(row, table.column("zeros"));
        MoneyUnit unit{Currency::parse(table.cell(row, table.column("currency"))).value_or(Currency{}), 0};
        std::from_chars(zeros.data(), zeros.data() + zeros.size(), unit.zeros);
        for (const auto spelling : split(table.cell(row, table.column("spellings")), '|')) {
            units.emplace(unit_key(spelling), unit);
        }
    }
    return units;
}

const Units& units() {
    static const Units all = read_units();
    return all;
}

// The decimals that are written; of a number with all its digits, as a computer writes one, as many as it
// has.
int decimals_of(std::string_view text) {
    const auto exponent = text.find_first_of("eE");
    const auto point = text.find('.');
    if (exponent != std::string_view::npos) {
        return exact_decimals;
    }
    return point == std::string_view::npos ? 0 : static_cast<int>(text.size() - point - 1);
}

bool fits(std::string_view header, std::string_view pattern) {
    const bool whole = pattern.ends_with('$');
    pattern.remove_suffix(whole ? 1 : 0);
    const auto wanted = slug(pattern);
    return whole ? header == wanted
                 : header == wanted || header.starts_with(wanted + "-") || header.starts_with(wanted);
}

}  // namespace

std::optional<MoneyUnit> money_unit(std::string_view unit) {
    const auto found = units().find(unit_key(unit));
    return found == units().end() ? std::nullopt : std::optional(found->second);
}

Euros euros_of(Number amount) {
    return Euros(amount.magnitude().decimal());
}

PublishedTables::PublishedTables(const Evidence& evidence) {
    std::map<std::pair<std::string, std::uint32_t>, int> decimals;  // the most of a column: its last place
    for (const auto& figure : evidence.intake().figures) {
        auto& most = decimals[{figure.place.sheet, figure.place.column}];
        most = std::max(most, std::min(decimals_of(figure.value), exact_decimals));
    }
    for (const auto& figure : evidence.intake().figures) {
        add(figure, decimals[{figure.place.sheet, figure.place.column}]);
    }
    observe(evidence.intake());
}

void PublishedTables::add(const Figure& figure, int decimals) {
    const auto unit = money_unit(figure.unit);
    const auto zeros = unit ? unit->zeros : 0;
    std::optional<Number> value;
    try {
        value = Number::parse(figure.value, zeros);
    } catch (const Error&) {
        return;
    }
    if (!value) {
        return;
    }
    Kept kept{slug(figure.column),
              unit                                         ? "money"
              : figure.unit.find('%') != std::string::npos ? "percent"
                                                           : "",
              figure.place.column,
              figure.row.size() == 3 ? figure.row : slug(figure.row),
              {}};
    // Half of the last place; nothing is rounded to a whole zero.
    const bool nothing = value->is_zero() && decimals == 0;
    kept.number = {*value, nothing ? Number{} : Number::parse("5", zeros - decimals - 1).value_or(Number{}),
                   unit ? std::optional(unit->currency) : std::nullopt, figure.place, figure.row_text};
    m_tables[figure.table].push_back(std::move(kept));
}

// Sums over all months; their places are those of the donor's first row.
void PublishedTables::observe(const Intake& intake) {
    std::map<std::string, Decimal> gdp;
    for (const auto& each : intake.macro) {
        if (each.what == Macro::What::gdp && (!each.currency || *each.currency == Currency::eur())) {
            gdp[each.donor] = each.value;
        }
    }
    std::map<std::pair<std::string, std::string>, Published> sums;
    for (const auto& each : intake.observations) {
        const auto* column = each.measure == Measure::commitment ? "commitments" : "allocations";
        auto [sum, fresh] = sums.try_emplace({column, each.donor});
        sum->second.value += Number(each.euros.value());
        sum->second.slack += Number::from_integer(observed_in);
        if (fresh) {
            sum->second.place = {each.place.sheet, each.place.row, 0};
            sum->second.row_text = each.donor_text;
            sum->second.currency = Currency::eur();
        }
    }
    for (auto& [key, sum] : sums) {
        auto& table = m_tables["observed"];
        table.push_back({key.first, "money", 0, key.second, sum});
        const auto whole = gdp.find(key.second);
        if (whole != gdp.end() && whole->second > Decimal{} && key.first == "allocations") {
            const Number of(whole->second);
            const auto hundred = Number::from_integer(100);
            auto share = sum;
            share.currency.reset();
            share.value = sum.value.scaled(hundred, of).value_or(Number{});
            share.slack = sum.slack.scaled(hundred, of).value_or(Number{});
            table.push_back({"allocations-percent-gdp", "percent", 0, key.second, share});
        }
    }
}

PublishedTables::Column PublishedTables::column(std::string_view table, std::string_view pattern,
                                                std::string_view unit) const {
    Column made;
    const auto found = m_tables.find(table);
    if (found == m_tables.end()) {
        return made;
    }
    std::uint32_t first = 0;  // of several columns that fit, the first
    bool any = false;
    for (const auto& kept : found->second) {
        if (fits(kept.header, pattern) && (unit.empty() || kept.unit == unit)) {
            first = any ? std::min(first, kept.column) : kept.column;
            any = true;
        }
    }
    for (const auto& kept : found->second) {
        if (any && kept.column == first && fits(kept.header, pattern) &&
            (unit.empty() || kept.unit == unit)) {
            made.emplace(kept.row, kept.number);
        }
    }
    return made;
}

}  // namespace pledgebook::audit
