#include "importers/kiel_workbook/country_summary.hpp"

#include "core/reference.hpp"
#include "importers/cell_tally.hpp"
#include "importers/quantity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace pledgebook::importers::kiel_workbook_sheets {

namespace {

struct Column {
    std::string name;
    std::string unit;
    bool numbered = false;    // the header is a number, its words stand above it (release 8: months)
    std::optional<int> year;  // of a GDP
};

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

std::string above(const formats::Sheet& sheet, std::uint32_t row, std::uint32_t column) {
    if (row < 3) {
        return {};
    }
    std::string title;
    for (auto at = column; at > 0 && title.empty(); --at) {
        title = text_at(sheet, row - 2, at);
    }
    const std::string name(text_at(sheet, row - 1, column));
    return name.empty() ? std::string{} : (title.empty() ? name : title + ": " + name);
}

class Summary {
public:
    Summary(const formats::Sheet& sheet, const Header& header) : m_sheet(sheet), m_header(header) {
        const auto country = header.column("country");
        m_has_units = text_at(sheet, header.row + 1, country).empty() && sheet.row(header.row + 1) != nullptr;
        const auto* row = sheet.row(header.row);
        for (const auto& cell : row->cells) {
            if (cell.column > country && cell.has_value() && !trimmed(cell.text).empty()) {
                m_columns[cell.column] = column(cell);
            }
        }
        const bool dollars = sheet.name.find('$') != std::string::npos;
        m_table = dollars ? "country_summary_usd" : "country_summary";
    }

    void read_row(const formats::Row& row, Intake& intake) const {
        const auto code = donor_of(row.number);
        for (const auto& cell : row.cells) {
            const auto column = m_columns.find(cell.column);
            if (!cell.has_value() || column == m_columns.end()) {
                continue;
            }
            const std::string words(text_at(m_sheet, row.number, m_header.column("country")));
            intake.figures.push_back({m_table,
                                      code.empty() ? words : code,
                                      words,
                                      column->second.name,
                                      column->second.unit,
                                      cell.text,
                                      cell.formula,
                                      {m_sheet.name, row.number, cell.column}});
            if (column->second.year && !code.empty()) {
                read_gdp(column->second, code, cell, intake);
            }
        }
    }

    [[nodiscard]] bool is_data(std::uint32_t row) const {
        return row > m_header.row + (m_has_units ? 1 : 0) &&
               !text_at(m_sheet, row, m_header.column("country")).empty();
    }

    [[nodiscard]] bool uses(const formats::Cell& cell) const {
        const auto column = m_columns.find(cell.column);
        const bool of_the_table = column != m_columns.end() || cell.column == m_header.column("country");
        if (cell.row < m_header.row) {
            return column != m_columns.end() && column->second.numbered && cell.row + 2 >= m_header.row;
        }
        const bool heads = cell.row == m_header.row || (m_has_units && cell.row == m_header.row + 1);
        return of_the_table && (heads || is_data(cell.row));
    }

private:
    [[nodiscard]] Column column(const formats::Cell& cell) const {
        Column made{std::string(trimmed(cell.text)), {}, cell.type == formats::CellType::number, {}};
        if (made.numbered) {
            const auto words = above(m_sheet, m_header.row, cell.column);
            made.name = words.empty() ? made.name : words;
        }
        if (m_has_units) {
            made.unit = text_at(m_sheet, m_header.row + 1, cell.column);
        }
        if (header_key(made.name).starts_with("gdp") && read_unit(made.unit)) {
            made.year = year_in(made.name);
            for (const auto& other : m_sheet.row(m_header.row)->cells) {
                if (!made.year && header_key(other.text).starts_with("gdp")) {
                    made.year = year_in(other.text);  // "GDP (EUR)" is of the year of "GDP (2021)"
                }
            }
        }
        return made;
    }

    [[nodiscard]] std::string donor_of(std::uint32_t row) const {
        const auto code = Reference::builtin().code_of(text_at(m_sheet, row, m_header.column("country")));
        return code && Reference::builtin().donor(*code) != nullptr ? *code : std::string{};
    }

    void read_gdp(const Column& column, const std::string& code, const formats::Cell& cell,
                  Intake& intake) const {
        const auto unit = read_unit(column.unit);
        const auto value = read_number(cell.text, unit->zeros);
        // Later releases give the same GDPs in two sheets, in euros and in dollars.
        const bool known = std::any_of(intake.macro.begin(), intake.macro.end(), [&](const Macro& each) {
            return each.donor == code && each.year == *column.year && each.currency == unit->currency;
        });
        if (value && *value != Decimal{} && !known) {
            intake.macro.push_back({code,
                                    Macro::What::gdp,
                                    *column.year,
                                    *value,
                                    unit->currency,
                                    {m_sheet.name, cell.row, cell.column}});
        }
    }

    const formats::Sheet& m_sheet;
    const Header& m_header;
    std::map<std::uint32_t, Column> m_columns;
    std::string m_table;
    bool m_has_units = false;
};

}  // namespace

std::optional<Header> summary_header(const formats::Sheet& sheet, bool named) {
    static const ColumnWords words("importers/kiel_country_summary.tsv");
    return named ? find_header(sheet, words, {"country"}) : find_header(sheet, words, {"country", "member"});
}

void read_country_summary(const formats::Sheet& sheet, const Header& header, Intake& intake) {
    const Summary summary(sheet, header);
    for (const auto& row : sheet.rows) {
        if (summary.is_data(row.number)) {
            summary.read_row(row, intake);
        }
    }
    tally(intake.cells, sheet, [&](const formats::Row&, const formats::Cell& cell) {
        return summary.uses(cell) ? std::string{}
                                  : fmt::format("sheet '{}': outside of the table", sheet.name);
    });
}

}  // namespace pledgebook::importers::kiel_workbook_sheets
