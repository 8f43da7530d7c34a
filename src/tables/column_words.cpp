#include "tables/column_words.hpp"

#include "core/reference.hpp"
#include "core/tsv.hpp"
#include "data_files.hpp"
#include "tables/weapons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace pledgebook::tables {

namespace {

bool has_sign(std::string_view text, std::string_view sign) {
    return text.find(sign) != std::string_view::npos;
}

// The units that amounts are published in, in the words of data/importers/units.tsv.
std::map<std::string, TableUnit> read_money_units() {
    std::map<std::string, TableUnit> units;
    const Tsv file("data/importers/units.tsv", data::file("importers/units.tsv"));
    for (std::size_t row = 0; row < file.rows(); ++row) {
        const auto currency = Currency::parse(file.cell(row, file.column("currency")));
        const std::string zeros(file.cell(row, file.column("zeros")));
        for (const auto spelling : split(file.cell(row, file.column("spellings")), '|')) {
            units[header_words(spelling)] = {TableUnit::Sort::money, *currency, std::stoi(zeros),
                                             std::string(spelling)};
        }
    }
    return units;
}

constexpr std::string_view placeholders[] = {"{donor}", "{month}", "{weapons}", "{any}"};

// What the words mean that stand for a placeholder; nothing where they mean nothing.
std::optional<std::string> meaning(std::string_view placeholder, const std::string& words) {
    if (placeholder == "{donor}") {
        const auto code = Reference::builtin().code_of(words);
        return code && Reference::builtin().donor(*code) != nullptr ? code : std::nullopt;
    }
    if (placeholder == "{any}") {
        return words;
    }
    if (placeholder == "{weapons}") {
        return weapons_named(words);
    }
    const auto month = month_number(words);
    return month ? std::optional(fmt::format("{:02}", *month)) : std::nullopt;
}

bool fits(const std::string& spelling, const std::string& header) {
    return spelling.ends_with('*') ? header.starts_with(spelling.substr(0, spelling.size() - 1))
                                   : header == spelling;
}

bool same_unit(const TableUnit& a, const TableUnit& b) {
    return a.sort == b.sort &&
           (a.sort != TableUnit::Sort::money || (a.currency == b.currency && a.zeros == b.zeros));
}

// header_words(), but for the signs that mean something here.
std::string spelling_words(std::string_view spelling) {
    for (const auto placeholder : placeholders) {
        if (const auto at = spelling.find(placeholder); at != std::string_view::npos) {
            const auto before = header_words(spelling.substr(0, at));
            const auto after = header_words(spelling.substr(at + placeholder.size()));
            return before + (before.empty() ? "" : " ") + std::string(placeholder) +
                   (after.empty() ? "" : " ") + after;
        }
    }
    return header_words(spelling) + (spelling.ends_with('*') ? "*" : "");
}

ColumnWords column_of(const Tsv& file, std::size_t row) {
    ColumnWords column;
    column.key = file.cell(row, file.column("column"));
    const auto measure = file.cell(row, file.column("measure"));
    column.measure = parse_measure(measure);
    column.usual_measure = measure == "usual";
    if (!measure.empty() && !column.measure && !column.usual_measure) {
        file.fail(row, "there is no measure '" + std::string(measure) + "'");
    }
    column.unit = unit_of(file.cell(row, file.column("unit")));
    column.by_default = file.cell(row, file.column("default")) == "yes";
    column.with_eu = file.cell(row, file.column("default")) == "eu";
    for (const auto spelling : split(file.cell(row, file.column("spellings")), '|')) {
        column.titles.emplace_back(spelling.substr(0, spelling.find_last_not_of('*') + 1));
        column.spellings.push_back(spelling_words(spelling));
    }
    return column;
}

}  // namespace

std::string header_words(std::string_view header) {
    std::string words;
    bool gap = false;
    const auto add = [&](std::string_view letters) {
        words += gap && !words.empty() ? " " : "";
        words += letters;
        gap = false;
    };
    const auto text = folded(header);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '%' || c == '$') {
            add(std::string_view(text).substr(at, 1));
        } else {
            gap = true;
        }
    }
    return words;
}

TableUnit unit_of(std::string_view words) {
    static const auto money = read_money_units();
    const auto text = header_words(words);
    if (const auto found = money.find(text); found != money.end()) {
        auto unit = found->second;
        unit.words = words;
        return unit;
    }
    TableUnit unit;
    unit.words = words;
    if (has_sign(text, "%") || has_sign(text, "percent") || has_sign(text, "per cent")) {
        unit.sort = TableUnit::Sort::percent;
    }
    return unit;
}

std::vector<ColumnWords> read_columns(std::string_view table) {
    const auto name = "tables/" + std::string(table) + ".tsv";
    std::vector<ColumnWords> columns;
    if (data::file(name).empty()) {
        return columns;
    }
    const Tsv file("data/" + name, data::file(name));
    for (std::size_t row = 0; row < file.rows(); ++row) {
        columns.push_back(column_of(file, row));
    }
    return columns;
}

std::string ColumnWords::title(std::optional<Measure> of) const {
    for (const auto& each : titles) {
        if (of && header_words(each).find(to_string(*of)) != std::string::npos) {
            return each;
        }
    }
    return titles.empty() ? key : titles.front();
}

std::optional<std::string> ColumnWords::argument(const std::string& header) const {
    for (const auto& spelling : spellings) {
        for (const auto placeholder : placeholders) {
            const auto at = spelling.find(placeholder);
            if (at == std::string::npos) {
                continue;
            }
            const auto after = spelling.substr(at + placeholder.size());
            if (header.size() < at + after.size() || !header.starts_with(spelling.substr(0, at)) ||
                !header.ends_with(after)) {
                continue;
            }
            if (auto meant = meaning(placeholder, header.substr(at, header.size() - at - after.size()))) {
                return meant;
            }
        }
        if (fits(spelling, header)) {
            return "";
        }
    }
    return std::nullopt;
}

std::optional<FoundColumn> find_column(const std::vector<ColumnWords>& columns,
                                       const std::vector<bool>& taken, std::string_view header,
                                       std::string_view unit) {
    const auto words = header_words(header);
    const auto of = unit_of(unit);
    std::optional<FoundColumn> found;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const auto argument = columns[at].argument(words);
        if (!argument || taken[at]) {
            continue;
        }
        if (same_unit(columns[at].unit, of)) {
            return FoundColumn{at, *argument};
        }
        if (!found) {
            found = {at, *argument};  // a header may say another unit than it means
        }
    }
    return found;
}

std::optional<int> month_number(std::string_view words) {
    static const Tsv file("data/importers/months.tsv", data::file("importers/months.tsv"));
    if (const auto month = Month::parse(words)) {
        return month->month();
    }
    auto text = header_words(words);
    text.erase(std::min(text.find(' '), text.size()));
    for (std::size_t row = 0; row < file.rows(); ++row) {
        for (const auto name : split(file.cell(row, file.column("words")), '|')) {
            if (text == name) {
                return std::stoi(std::string(file.cell(row, file.column("month"))));
            }
        }
    }
    return std::nullopt;
}

std::string row_code(std::string_view table, std::string_view words) {
    static const Tsv file("data/tables/rows.tsv", data::file("tables/rows.tsv"));
    const auto text = header_words(words);
    for (std::size_t row = 0; row < file.rows(); ++row) {
        const auto of = file.cell(row, file.column("table"));
        for (const auto spelling : split(file.cell(row, file.column("spellings")), '|')) {
            if ((of == "*" || of == table) && header_words(spelling) == text) {
                return std::string(file.cell(row, file.column("row")));
            }
        }
    }
    return Reference::builtin().code_of(words).value_or("");
}

std::vector<std::string> row_donors(std::string_view table, std::string_view column, std::string_view row,
                                    bool has_allocations) {
    static const Tsv file("data/tables/row_donors.tsv", data::file("tables/row_donors.tsv"));
    for (std::size_t at = 0; at < file.rows(); ++at) {
        const bool now = has_allocations || file.cell(at, file.column("releases")) == "all";
        if (!now || file.cell(at, file.column("table")) != table ||
            file.cell(at, file.column("row")) != row) {
            continue;
        }
        for (const auto pattern : split(file.cell(at, file.column("columns")), '|')) {
            if (fits(std::string(pattern), std::string(column))) {
                const auto donors = split(file.cell(at, file.column("donors")), ' ');
                return {donors.begin(), donors.end()};
            }
        }
    }
    return {};
}

}  // namespace pledgebook::tables
