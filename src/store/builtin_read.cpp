#include "data_files.hpp"
#include "store/builtin_files.hpp"

#include "core/error.hpp"
#include "core/tsv.hpp"

#include <algorithm>
#include <utility>

namespace pledgebook::store {

namespace {

constexpr std::string_view release_name = "figures/release.tsv";
constexpr std::string_view observations_name = "figures/observations.tsv";
constexpr std::string_view rates_name = "rates.tsv";
constexpr std::string_view macro_name = "macro.tsv";

Place place_of(const Tsv& table, std::string_view name, std::size_t row) {
    return {std::string(name), static_cast<std::uint32_t>(table.line(row)), 0};
}

// What a cell says, or an Error with its row.
template <typename T>
T sure(const Tsv& table, std::size_t row, std::string_view cell, const std::optional<T>& value,
       const char* what) {
    if (!value) {
        table.fail(row, "'" + std::string(cell) + "' is no " + what);
    }
    return *value;
}

std::optional<Date> day_or_nothing(const Tsv& table, std::size_t row, std::string_view column) {
    const auto cell = table.cell(row, table.column(column));
    if (cell.empty()) {
        return std::nullopt;
    }
    return sure(table, row, cell, Date::parse(cell), "day");
}

void read_release(std::string_view bytes, BuiltInFigures& figures) {
    const Tsv table(std::string(release_name), bytes);
    if (table.rows() != 1) {
        throw Error("there must be one release").at(std::string(release_name));
    }
    const auto text = [&](std::string_view column) {
        return std::string(table.cell(0, table.column(column)));
    };
    auto& release = figures.release;
    release.id = text("id");
    release.series = text("series");
    release.label = text("label");
    release.title = text("title");
    release.begins = day_or_nothing(table, 0, "begins");
    release.cutoff = day_or_nothing(table, 0, "cutoff");
    release.published = day_or_nothing(table, 0, "published");
    release.importer = "builtin";
    figures.publisher = text("source");
}

void read_observations(std::string_view bytes, BuiltInFigures& figures) {
    const Tsv table(std::string(observations_name), bytes);
    const auto donor = table.column("donor");
    const auto month = table.column("month");
    const auto measure = table.column("measure");
    const auto kind = table.column("kind");
    const auto euros = table.column("euros");
    for (std::size_t row = 0; row < table.rows(); ++row) {
        Observation seen;
        seen.donor = table.cell(row, donor);
        seen.donor_text = seen.donor;
        seen.month = sure(table, row, table.cell(row, month), Month::parse(table.cell(row, month)), "month");
        seen.measure =
            sure(table, row, table.cell(row, measure), parse_measure(table.cell(row, measure)), "measure");
        if (const auto cell = table.cell(row, kind); !cell.empty()) {
            seen.kind = sure(table, row, cell, parse_kind(cell), "kind");
        }
        seen.euros =
            Euros(sure(table, row, table.cell(row, euros), Decimal::parse(table.cell(row, euros)), "amount"));
        seen.place = place_of(table, observations_name, row);
        figures.observations.push_back(std::move(seen));
    }
    figures.figures_source = table.remark("Source: ");
}

// One column for the day, and one for each currency.
std::vector<DayRate> read_rates(const Tsv& table) {
    std::vector<std::pair<Currency, std::size_t>> currencies;
    for (const auto name : table.columns()) {
        if (const auto currency = Currency::parse(name); currency && name != "day") {
            currencies.emplace_back(*currency, table.column(name));
        }
    }
    std::sort(currencies.begin(), currencies.end());
    const auto day_column = table.column("day");
    std::vector<std::vector<DayRate>> by_currency(currencies.size());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto day =
            sure(table, row, table.cell(row, day_column), Date::parse(table.cell(row, day_column)), "day");
        for (std::size_t at = 0; at < currencies.size(); ++at) {
            const auto cell = table.cell(row, currencies[at].second);
            if (!cell.empty()) {
                by_currency[at].push_back(
                    {currencies[at].first, day, sure(table, row, cell, Rate::parse(cell), "rate")});
            }
        }
    }
    std::vector<DayRate> rates;
    for (const auto& some : by_currency) {
        rates.insert(rates.end(), some.begin(), some.end());
    }
    return rates;
}

std::vector<Macro> read_macro(const Tsv& table) {
    const auto donor = table.column("donor");
    const auto what = table.column("what");
    const auto year = table.column("year");
    const auto value = table.column("value");
    const auto currency = table.column("currency");
    std::vector<Macro> all;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        Macro macro;
        macro.donor = table.cell(row, donor);
        const auto word = table.cell(row, what);
        if (word != "gdp" && word != "population") {
            table.fail(row, "'" + std::string(word) + "' is neither gdp nor population");
        }
        macro.what = word == "gdp" ? Macro::What::gdp : Macro::What::population;
        const auto year_cell = table.cell(row, year);
        macro.year = sure(table, row, year_cell, Month::parse(std::string(year_cell) + "-01"), "year").year();
        macro.value =
            sure(table, row, table.cell(row, value), Decimal::parse(table.cell(row, value)), "number");
        if (const auto cell = table.cell(row, currency); !cell.empty()) {
            macro.currency = sure(table, row, cell, Currency::parse(cell), "currency");
        }
        macro.place = place_of(table, macro_name, row);
        all.push_back(std::move(macro));
    }
    return all;
}

}  // namespace

std::vector<DayRate> read_rates_file(std::string_view bytes) {
    return read_rates(Tsv(std::string(rates_name), bytes));
}

std::vector<Macro> read_macro_file(std::string_view bytes) {
    return read_macro(Tsv(std::string(macro_name), bytes));
}

BuiltInFigures read_release_files(std::string_view release, std::string_view observations) {
    BuiltInFigures figures;
    read_release(release, figures);
    read_observations(observations, figures);
    return figures;
}

BuiltInFigures read_builtin(const BuiltInFiles& files) {
    auto figures = read_release_files(files.release, files.observations);
    const Tsv rates(std::string(rates_name), files.rates);
    figures.rates_source = rates.remark("Source: ");
    figures.day_rates = read_rates(rates);
    const Tsv macro(std::string(macro_name), files.macro);
    figures.macro_source = macro.remark("Source: ");
    figures.macro = read_macro(macro);
    return figures;
}

BuiltInFigures read_builtin() {
    const auto bytes = [](std::string_view name) { return std::string(data::file(name)); };
    return read_builtin(
        {bytes(release_name), bytes(observations_name), bytes(rates_name), bytes(macro_name)});
}

}  // namespace pledgebook::store
