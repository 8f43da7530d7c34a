// Columns under "billion" that hold millions: what a country gives or has cannot be more than its GDP.
#include "audit/published.hpp"
#include "audit/rule.hpp"
#include "core/reference.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace pledgebook::audit {

namespace {

constexpr std::size_t fewest_rows = 5;
constexpr int thousands = 3;

// In full euros or dollars (which differ by less than the zeros that are looked for), by donor.
std::map<std::string, Number> gdps_of(const Intake& intake) {
    std::map<std::string, Number> gdps;
    for (const auto& macro : intake.macro) {
        if (macro.what == Macro::What::gdp) {
            gdps.emplace(macro.donor, Number(macro.value));
        }
    }
    for (const auto& figure : intake.figures) {
        const auto unit = money_unit(figure.unit);
        const auto value = unit && slug(figure.column).starts_with("gdp")
                               ? Number::parse(figure.value, unit->zeros)
                               : std::nullopt;
        if (value && *value > Number{}) {
            gdps.emplace(figure.row, *value);
        }
    }
    return gdps;
}

struct Column {
    const Figure* first = nullptr;
    std::size_t rows = 0;    // with a value and a GDP
    std::size_t beyond = 0;  // of these with more than the GDP
    std::size_t fits = 0;    // and with less, were the unit a thousandth
    std::vector<Place> places;
};

std::vector<AuditFinding> look(const Evidence& evidence) {
    const auto gdps = gdps_of(evidence.intake());
    std::map<std::pair<std::string, std::uint32_t>, Column> columns;
    for (const auto& figure : evidence.intake().figures) {
        const auto gdp = gdps.find(figure.row);
        const auto unit = money_unit(figure.unit);
        const auto value =
            gdp != gdps.end() && unit ? Number::parse(figure.value, unit->zeros) : std::nullopt;
        // A GDP itself, or national income, is about as large.
        if (!value || value->is_zero() || slug(figure.column).starts_with("gdp")) {
            continue;
        }
        auto& column = columns[{figure.place.sheet, figure.place.column}];
        column.first = column.first == nullptr ? &figure : column.first;
        ++column.rows;
        if (value->magnitude() > gdp->second + gdp->second) {
            ++column.beyond;
            column.fits += value->magnitude().shifted(-thousands) < gdp->second ? 1 : 0;
            column.places.push_back(figure.place);
        }
    }
    std::vector<AuditFinding> findings;
    for (auto& [where, column] : columns) {
        if (column.rows < fewest_rows || column.beyond * 2 <= column.rows) {
            continue;
        }
        const auto& first = *column.first;
        AuditFinding finding;
        finding.key = key({first.table, slug(first.column)});
        finding.sure = Sureness::certain;
        finding.what =
            fmt::format("'{}' is in {}, but {} of its {} values are more than twice the country's GDP",
                        first.column, first.unit, column.beyond, column.rows);
        finding.why = "Nothing that a country gives is more than all that it earns in a year.";
        finding.mend =
            column.fits == column.beyond
                ? "The values are a thousandth of that unit: write it into the header, or divide them."
                : "Write the unit that the values are in.";
        // The header, which is above the first value, says the wrong thing.
        finding.places = {std::move(column.places)};
        findings.push_back(std::move(finding));
    }
    return findings;
}

}  // namespace

Rule unit_contradicts_rule() {
    return {"columns whose values cannot be in the unit of their header", look};
}

}  // namespace pledgebook::audit
