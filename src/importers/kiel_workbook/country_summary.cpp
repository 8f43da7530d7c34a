#include "importers/kiel_workbook/country_summary.hpp"

#include "core/reference.hpp"
#include "importers/quantity.hpp"

#include <algorithm>

namespace pledgebook::importers::kiel_workbook_sheets {

namespace {

// "GDP (2021)" -> 2021
std::optional<int> year_in(std::string_view header) {
    for (std::size_t at = 0; at + 4 <= header.size(); ++at) {
        const auto digits = header.substr(at, 4);
        if (digits.find_first_not_of("0123456789") == std::string_view::npos &&
            (digits.starts_with("19") || digits.starts_with("20"))) {
            return std::stoi(std::string(digits));
        }
    }
    return std::nullopt;
}

bool is_gdp(const Figure& figure) {
    return header_key(figure.column).starts_with("gdp") && read_unit(figure.unit);
}

void add_gdp(const Figure& figure, int year, Intake& intake) {
    const auto unit = read_unit(figure.unit);
    const auto value = read_number(figure.value, unit->zeros);
    const bool known = std::any_of(intake.macro.begin(), intake.macro.end(), [&](const Macro& each) {
        return each.donor == figure.row && each.year == year && each.currency == unit->currency;
    });
    if (value && *value != Decimal{} && !known) {
        intake.macro.push_back({figure.row, Macro::What::gdp, year, *value, unit->currency, figure.place});
    }
}

}  // namespace

std::optional<Header> summary_header(const formats::Sheet& sheet) {
    static const ColumnWords words("importers/kiel_country_summary.tsv");
    return find_header(sheet, words, {"country", "member"});
}

void read_gdps(std::size_t first, Intake& intake) {
    std::optional<int> of_a_header;
    for (auto at = first; at < intake.figures.size() && !of_a_header; ++at) {
        of_a_header = is_gdp(intake.figures[at]) ? year_in(intake.figures[at].column) : std::nullopt;
    }
    for (auto at = first; at < intake.figures.size() && of_a_header; ++at) {
        const auto& figure = intake.figures[at];
        if (is_gdp(figure) && Reference::builtin().donor(figure.row) != nullptr) {
            add_gdp(figure, year_in(figure.column).value_or(*of_a_header), intake);
        }
    }
}

}  // namespace pledgebook::importers::kiel_workbook_sheets
