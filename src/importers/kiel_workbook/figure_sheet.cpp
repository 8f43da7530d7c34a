#include "importers/kiel_workbook/figure_sheet.hpp"

#include "importers/cell_tally.hpp"
#include "importers/column_words.hpp"
#include "importers/kiel_workbook/cell_grid.hpp"
#include "importers/kiel_workbook/header_rows.hpp"
#include "importers/kiel_workbook/headings.hpp"
#include "importers/kiel_workbook/row_keys.hpp"
#include "importers/kiel_workbook/unit_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

namespace pledgebook::importers::kiel_workbook_sheets {

namespace {

constexpr std::size_t rows_to_a_title = 3;

struct Table {
    Columns columns;
    std::uint32_t top = 0;     // rows of the sheet
    std::uint32_t bottom = 0;  // of the header
    std::uint32_t last = 0;
    Headings headings;
    RowKeys keys;
};

class FigureReader {
public:
    FigureReader(const formats::Sheet& sheet, const std::string& table, Intake& intake)
        : m_sheet(sheet), m_table(table), m_intake(intake), m_grid(sheet) {
        for (const auto columns : m_grid.column_groups()) {
            for (const auto& rows : find_header_rows(m_grid, columns)) {
                add_table(columns, rows);
            }
        }
    }

    // Why the cell is set aside; empty where it is used.
    std::string judge(const formats::Cell& cell) {
        if (is_blank(cell)) {
            return fmt::format("sheet '{}': cells that hold only blanks", m_sheet.name);
        }
        for (const auto& table : m_tables) {
            if (cell.row >= table.top && cell.row <= table.last && cell.column >= table.columns.first &&
                cell.column <= table.columns.last) {
                return judge_in(table, cell);
            }
        }
        return judge_outside(cell);
    }

    [[nodiscard]] SheetShape shape() const {
        auto shape = shape_of(m_table, m_sheet, m_tables.empty() ? 0 : m_tables.front().headings.row);
        for (std::size_t at = 1; at < m_tables.size(); ++at) {
            // Tables side by side have one header row between them.
            if (m_tables[at].headings.row != shape.row) {
                const auto more = shape_of(m_table, m_sheet, m_tables[at].headings.row).headings;
                shape.headings.insert(shape.headings.end(), more.begin(), more.end());
            }
        }
        return shape;
    }

private:
    void add_table(Columns columns, const HeaderRows& rows) {
        const auto& lines = m_grid.lines();
        Table table{columns,
                    lines[rows.top].row,
                    lines[rows.bottom].row,
                    rows.end == lines.size() ? lines.back().row : lines[rows.end].row - 1,
                    read_headings(m_grid, columns, rows),
                    read_row_keys(m_grid, columns, rows)};
        const auto unit = title_unit(columns, rows);
        for (auto& [column, heading] : table.headings.by_column) {
            heading.unit = heading.unit.empty() && holds_numbers(rows, column) ? unit : heading.unit;
        }
        number_doubles(table);
        m_tables.push_back(std::move(table));
    }

    [[nodiscard]] bool holds_numbers(const HeaderRows& rows, std::uint32_t column) const {
        for (auto at = rows.bottom + 1; at < rows.end; ++at) {
            const auto* spot = m_grid.lines()[at].at(column);
            if (spot != nullptr && spot->sort == Sort::number) {
                return true;
            }
        }
        return false;
    }

    // Of the nearest words above the header, else of the sheet's first ones: "Total commitments (€ billion)".
    [[nodiscard]] std::string title_unit(Columns columns, const HeaderRows& rows) const {
        const auto& lines = m_grid.lines();
        const auto near = rows.top - std::min(rows.top, rows_to_a_title);
        std::string unit;
        for (auto at = rows.bottom; at > near && unit.empty(); --at) {
            unit = title_unit(lines[at - 1], columns);
        }
        for (std::size_t at = 0; at < rows.bottom && at < rows_to_a_title && unit.empty(); ++at) {
            unit = title_unit(lines[at], columns);
        }
        return unit;
    }

    static std::string title_unit(const Line& line, Columns columns) {
        const auto* spot = line.at(columns.first);
        const auto spots = line.between(columns.first, columns.last);
        const bool title = spot != nullptr && std::all_of(spots.begin(), spots.end(), [](const Spot& each) {
                               return each.sort == Sort::words;
                           });
        const auto unit = title ? unit_in(spot->cell->text) : std::string{};
        return unit == "share" ? std::string{} : unit;  // of one column, never of all
    }

    // Two tables of one sheet with the same headings and rows (release 8: units above, money below).
    void number_doubles(Table& table) const {
        for (auto& [column, heading] : table.headings.by_column) {
            int count = 1;
            for (const auto& other : m_tables) {
                count += has_heading(other, heading) && share_a_row(other, table) ? 1 : 0;
            }
            heading.name += count > 1 ? fmt::format(" ({})", count) : "";
        }
    }

    static bool has_heading(const Table& table, const Heading& heading) {
        return std::any_of(table.headings.by_column.begin(), table.headings.by_column.end(),
                           [&](const auto& each) {
                               return each.second.name == heading.name && each.second.unit == heading.unit;
                           });
    }

    static bool share_a_row(const Table& a, const Table& b) {
        std::set<std::string> words;
        for (const auto& [row, key] : a.keys.by_row) {
            words.insert(key.words);
        }
        return std::any_of(b.keys.by_row.begin(), b.keys.by_row.end(),
                           [&](const auto& each) { return words.contains(each.second.words); });
    }

    std::string judge_in(const Table& table, const formats::Cell& cell) {
        const auto heading = table.headings.by_column.find(cell.column);
        if (cell.row <= table.bottom) {
            const bool title = cell.row < table.headings.row && cell.column == table.columns.first;
            return title ? judge_outside(cell) : std::string{};
        }
        const auto key = table.keys.by_row.find(cell.row);
        const bool of_key = std::find(table.keys.columns.begin(), table.keys.columns.end(), cell.column) !=
                            table.keys.columns.end();
        if (key == table.keys.by_row.end()) {
            return judge_outside(cell);
        }
        if (of_key) {
            return {};
        }
        if (heading == table.headings.by_column.end()) {
            return is_text(cell) ? judge_outside(cell) : keep(cell, key->second, {loose_name(cell), {}});
        }
        return keep(cell, key->second, heading->second);
    }

    std::string judge_outside(const formats::Cell& cell) {
        if (is_text(cell)) {
            const bool says_something = !header_key(cell.text).empty();
            if (says_something) {
                m_intake.notes.push_back(
                    {std::string(trimmed(cell.text)), {m_sheet.name, cell.row, cell.column}});
            }
            return says_something ? std::string{}
                                  : fmt::format("sheet '{}': marks that stand below no header", m_sheet.name);
        }
        return keep(cell, label_of(cell), {loose_name(cell), {}});
    }

    // The nearest text to the left.
    [[nodiscard]] RowKey label_of(const formats::Cell& cell) const {
        const auto* row = m_sheet.row(cell.row);
        RowKey key;
        for (const auto& other : row->cells) {
            if (other.column < cell.column && is_text(other) && !is_blank(other)) {
                key.words = on_one_line(other.text);
            }
        }
        key.words = key.words.empty() ? fmt::format("row {}", cell.row) : key.words;
        key.code = code_or_words(key.words);
        return key;
    }

    [[nodiscard]] static std::string loose_name(const formats::Cell& cell) {
        return "column " + column_letters(cell.column);
    }

    [[nodiscard]] static bool is_text(const formats::Cell& cell) {
        return cell.type == formats::CellType::text;
    }

    std::string keep(const formats::Cell& cell, const RowKey& key, const Heading& heading) {
        m_intake.figures.push_back({m_table,
                                    key.code,
                                    key.words,
                                    heading.name,
                                    heading.unit,
                                    cell.text,
                                    cell.formula,
                                    {m_sheet.name, cell.row, cell.column}});
        return {};
    }

    const formats::Sheet& m_sheet;
    const std::string& m_table;
    Intake& m_intake;
    CellGrid m_grid;
    std::vector<Table> m_tables;
};

}  // namespace

SheetShape read_figures(const formats::Sheet& sheet, const std::string& table, Intake& intake) {
    FigureReader reader(sheet, table, intake);
    tally(intake.cells, sheet,
          [&reader](const formats::Row&, const formats::Cell& cell) { return reader.judge(cell); });
    return reader.shape();
}

}  // namespace pledgebook::importers::kiel_workbook_sheets
