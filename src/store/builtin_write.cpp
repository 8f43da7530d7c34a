#include "store/builtin_files.hpp"

#include "core/error.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace pledgebook::store {

namespace {

// A text as a cell; the format has no quoting.
std::string cell(const std::string& text) {
    if (text.find_first_of("\t\r\n") != std::string::npos) {
        throw Error("'" + text + "' holds a tab or a line end, which a cell of a .tsv file cannot");
    }
    return text;
}

std::string cell(const std::optional<Date>& day) {
    return day ? to_string(*day) : std::string{};
}

std::string line_of(const std::vector<std::string>& cells) {
    std::string line;
    for (const auto& each : cells) {
        line += each + "\t";
    }
    line.back() = '\n';
    return line;
}

std::string source_remark(const std::string& source) {
    return source.empty() ? std::string{} : "# Source: " + cell(source) + "\n";
}

std::string write_release(const BuiltInFigures& figures) {
    const auto& release = figures.release;
    return line_of({"id", "series", "label", "title", "begins", "cutoff", "published", "source"}) +
           line_of({cell(release.id), cell(release.series), cell(release.label), cell(release.title),
                    cell(release.begins), cell(release.cutoff), cell(release.published),
                    cell(figures.publisher)});
}

std::string write_observations(const BuiltInFigures& figures) {
    std::map<std::tuple<std::string, Month, std::string, std::string>, std::string> rows;
    for (const auto& seen : figures.observations) {
        const std::string kind(seen.kind ? to_string(*seen.kind) : std::string_view{});
        const auto [row, fresh] =
            rows.try_emplace({cell(seen.donor), seen.month, std::string(to_string(seen.measure)), kind},
                             to_string(seen.euros.value()));
        if (!fresh) {
            throw Error("there are two observations of " + seen.donor + " in " + to_string(seen.month) +
                        " for the same measure and kind");
        }
    }
    std::string text = source_remark(figures.figures_source) +
                       "# Euros. kind is empty where the source gives the amount only in sum.\n" +
                       line_of({"donor", "month", "measure", "kind", "euros"});
    for (const auto& [key, euros] : rows) {
        const auto& [donor, month, measure, kind] = key;
        text += line_of({donor, to_string(month), measure, kind, euros});
    }
    return text;
}

std::string write_rates(const BuiltInFigures& figures) {
    std::set<Currency> currencies;
    std::map<Date, std::map<Currency, Rate>> days;
    for (const auto& rate : figures.day_rates) {
        currencies.insert(rate.currency);
        if (!days[rate.day].try_emplace(rate.currency, rate.rate).second) {
            throw Error("there are two rates of " + std::string(rate.currency.code()) + " for " +
                        to_string(rate.day));
        }
    }
    std::string text = source_remark(figures.rates_source) +
                       "# Units of the currency for one euro. Empty: no rate that day.\n";
    std::vector<std::string> head{"day"};
    for (const auto currency : currencies) {
        head.emplace_back(currency.code());
    }
    text += line_of(head);
    for (const auto& [day, rates] : days) {
        std::vector<std::string> cells{to_string(day)};
        for (const auto currency : currencies) {
            const auto rate = rates.find(currency);
            cells.push_back(rate == rates.end() ? std::string{} : to_string(rate->second));
        }
        text += line_of(cells);
    }
    return text;
}

std::string write_macro(const BuiltInFigures& figures) {
    std::map<std::tuple<std::string, std::string, int>, const Macro*> rows;
    for (const auto& macro : figures.macro) {
        const std::string what = macro.what == Macro::What::gdp ? "gdp" : "population";
        // By what first: one block of GDP, one of population.
        if (!rows.try_emplace({what, cell(macro.donor), macro.year}, &macro).second) {
            throw Error("there are two figures for the " + what + " of " + macro.donor + " in " +
                        std::to_string(macro.year));
        }
    }
    std::string text = source_remark(figures.macro_source) +
                       "# GDP in full units of the currency, population in persons.\n" +
                       line_of({"donor", "what", "year", "value", "currency"});
    for (const auto& [key, macro] : rows) {
        const std::string currency(macro->currency ? macro->currency->code() : std::string_view{});
        text += line_of(
            {macro->donor, std::get<0>(key), std::to_string(macro->year), to_string(macro->value), currency});
    }
    return text;
}

}  // namespace

BuiltInFiles write_builtin(const BuiltInFigures& figures) {
    return {write_release(figures), write_observations(figures), write_rates(figures), write_macro(figures)};
}

}  // namespace pledgebook::store
