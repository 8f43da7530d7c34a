#include "importers/world_bank/world_bank_table.hpp"

#include "core/reference.hpp"
#include "core/tsv.hpp"
#include "data_files.hpp"
#include "importers/column_words.hpp"
#include "importers/quantity.hpp"

#include <fmt/format.h>

#include <charconv>
#include <map>

namespace pledgebook::importers::world_bank_table {

namespace {

constexpr std::string_view words_file = "importers/world_bank.tsv";
constexpr std::string_view indicators_file = "importers/world_bank_indicators.tsv";

int year_of(std::string_view text) {
    int year = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole && year >= 1900 && year <= 2100 ? year : 0;
}

std::map<std::uint32_t, int> year_columns(const formats::Sheet& sheet, std::uint32_t header_row) {
    std::map<std::uint32_t, int> years;
    for (const auto& cell : sheet.row(header_row)->cells) {
        // "2021", in the bank's databank also "2021 [YR2021]"
        const auto text = trimmed(cell.text);
        if (const auto year = year_of(text.substr(0, text.find(' '))); year != 0) {
            years.emplace(cell.column, year);
        }
    }
    return years;
}

Table long_table(const formats::Sheet& sheet, const Header& header) {
    Table table{header.row, {}};
    for (const auto& row : sheet.rows) {
        const auto* value = sheet.at(row.number, header.column("value"));
        const auto year = year_of(text_at(sheet, row.number, header.column("year")));
        if (row.number > header.row && value != nullptr && value->has_value() && year != 0) {
            table.points.push_back({std::string(text_at(sheet, row.number, header.column("code"))),
                                    std::string(text_at(sheet, row.number, header.column("indicator"))), year,
                                    value});
        }
    }
    return table;
}

Table wide_table(const formats::Sheet& sheet, const Header& header) {
    Table table{header.row, {}};
    const auto years = year_columns(sheet, header.row);
    for (const auto& row : sheet.rows) {
        if (row.number <= header.row) {
            continue;
        }
        for (const auto& cell : row.cells) {
            const auto year = years.find(cell.column);
            if (year != years.end() && cell.has_value()) {
                table.points.push_back({std::string(text_at(sheet, row.number, header.column("code"))),
                                        std::string(text_at(sheet, row.number, header.column("indicator"))),
                                        year->second, &cell});
            }
        }
    }
    return table;
}

template <class Fits>
std::optional<Indicator> find_indicator(Fits fits) {
    const Tsv tsv("data/" + std::string(indicators_file), data::file(indicators_file));
    for (std::size_t row = 0; row < tsv.rows(); ++row) {
        const auto what = tsv.cell(row, tsv.column("what"));
        if (fits(tsv.cell(row, tsv.column("code")), what, tsv.cell(row, tsv.column("words")))) {
            return Indicator{what == "population" ? Macro::What::population : Macro::What::gdp,
                             std::string(tsv.cell(row, tsv.column("title")))};
        }
    }
    return std::nullopt;
}

std::optional<Indicator> indicator_for(std::string_view wanted) {
    return find_indicator(
        [wanted](std::string_view, std::string_view what, std::string_view) { return what == wanted; });
}

}  // namespace

std::optional<Table> table_of(const formats::Sheet& sheet) {
    static const ColumnWords long_words(words_file, "long");
    static const ColumnWords wide_words(words_file, "wide");
    if (const auto header = find_header(sheet, long_words, {"name", "code", "year", "value"})) {
        return long_table(sheet, *header);
    }
    const auto header = find_header(sheet, wide_words, {"name", "code", "indicator"});
    if (!header || year_columns(sheet, header->row).empty()) {
        return std::nullopt;
    }
    return wide_table(sheet, *header);
}

std::optional<Indicator> indicator_of(std::string_view code) {
    return find_indicator(
        [code](std::string_view known, std::string_view, std::string_view) { return known == code; });
}

std::optional<Indicator> guessed_indicator(const Table& table, std::string_view file_name,
                                           std::vector<Finding>& findings) {
    bool fraction = false;
    Decimal largest;
    for (const auto& point : table.points) {
        if (const auto value = read_number(point.value->text)) {
            fraction = fraction || value->units() % 10000 != 0;
            largest = std::max(largest, *value);
        }
    }
    const auto most_people = Decimal::from_integer(100'000'000'000);
    const auto fewest_people = Decimal::from_integer(1'000);
    const bool trillions = largest >= Decimal::from_integer(1'000'000'000'000);
    if (trillions || (fraction && largest >= most_people)) {
        return indicator_for("gdp");
    }
    // A list of countries whose largest is a big one: people, not their money.
    if (!fraction && table.points.size() > 20 && largest < most_people && largest > fewest_people) {
        return indicator_for("population");
    }
    const auto name = folded(file_name);
    const auto by_name = find_indicator([&](std::string_view, std::string_view, std::string_view words) {
        for (const auto word : split(words, '|')) {
            if (name.find(word) != std::string::npos) {
                return true;
            }
        }
        return false;
    });
    if (by_name) {
        findings.push_back(
            {"indicator_by_name",
             Finding::Weight::note,
             fmt::format("the file does not say what its values are; its name says '{}'", by_name->title),
             {},
             {}});
    }
    return by_name;
}

}  // namespace pledgebook::importers::world_bank_table
