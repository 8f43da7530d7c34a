// A table put together cell by cell, each beside what the release publishes there.
#include "core/error.hpp"
#include "tables/reasons.hpp"
#include "tables/workings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pledgebook::tables {

namespace {

class Assembly {
public:
    Assembly(const Workings& workings, std::string_view table)
        : m_workings(workings), m_layout(workings.layout(table)) {}

    Table put_together() {
        m_table.name = m_layout.definition->name;
        m_table.title = m_layout.definition->what;
        m_table.release = m_workings.sums().intake().release;
        m_table.sheet = m_layout.sheet;
        for (const auto& column : m_layout.columns) {
            m_table.columns.push_back(column.column);
        }
        for (std::size_t row = 0; row < m_layout.rows.size(); ++row) {
            TableRow made{m_layout.rows[row].code, m_layout.rows[row].title, {}};
            for (std::size_t column = 0; column < m_layout.columns.size(); ++column) {
                made.cells.push_back(cell(row, column));
            }
            m_table.rows.push_back(std::move(made));
        }
        drop_empty();
        order();
        note_unruled();
        note_keys();
        return std::move(m_table);
    }

private:
    [[nodiscard]] CellName name_of(std::size_t row, std::size_t column) const {
        const auto& laid = m_layout.rows[row];
        const auto& of = m_layout.columns[column].column;
        return {m_table.name, laid.code.empty() ? laid.title : laid.code, laid.repeated, of.key, of.measure};
    }

    [[nodiscard]] TableCell cell(std::size_t row, std::size_t column) const {
        TableCell cell;
        const auto& laid = m_layout.columns[column];
        if (const auto* figure = m_layout.figure(row, column)) {
            cell.published_text = figure->value;
            cell.published = Number::parse(figure->value, laid.column.unit.zeros);
            cell.formula = figure->formula;
            cell.place = figure->place;
        }
        if (laid.rule == nullptr) {
            cell.state = cell.published ? TableCell::State::unruled : TableCell::State::empty;
            cell.value = cell.published;
            return cell;
        }
        compare(name_of(row, column), laid, cell);
        return cell;
    }

    void compare(const CellName& name, const LaidColumn& laid, TableCell& cell) const {
        const auto worked = m_workings.by_rule(name, Workings::Sight::ours);
        cell.value = worked.value;
        if (!cell.published) {
            cell.state = cell.value ? TableCell::State::computed : TableCell::State::empty;
        } else if (worked.given) {
            cell.state = TableCell::State::given;
        } else if (cell.value && same(laid.column.unit, *cell.value, *cell.published)) {
            cell.state = TableCell::State::equal;
        } else if (m_workings.is_typed(name)) {
            cell.state = TableCell::State::typed;
            cell.rule = cell.value;
            cell.value = cell.published;
            cell.reason = typed_reason(laid, cell);
        } else if (!cell.value) {
            cell.state = TableCell::State::unruled;
            cell.value = cell.published;
            cell.reason = "The release does not hold what it would be worked out from.";
        } else {
            cell.state = TableCell::State::differs;
            const auto reason = reason_of(m_workings, name, laid, cell);
            cell.cause = reason.cause;
            cell.reason = reason.words;
        }
    }

    // Columns of a table that is not published and of which nothing can be worked out.
    void drop_empty() {
        for (std::size_t column = m_table.columns.size(); column > 0; --column) {
            const auto at = static_cast<std::ptrdiff_t>(column - 1);
            const bool holds =
                std::any_of(m_table.rows.begin(), m_table.rows.end(), [&](const TableRow& row) {
                    const auto& each = row.cells[column - 1];
                    return each.value || each.place;
                });
            if (!holds) {
                const auto& key = m_table.columns[column - 1].key;
                m_without_key = m_without_key || key == "eu" || key == "eu_total";
                m_table.columns.erase(m_table.columns.begin() + at);
                for (auto& row : m_table.rows) {
                    row.cells.erase(row.cells.begin() + at);
                }
            }
        }
    }

    // Where the release does not say in which order, by the column that the table is about.
    void order() {
        if (!m_table.sheet.empty() || m_layout.definition->order.empty()) {
            return;
        }
        std::size_t by = 0;
        while (by < m_table.columns.size() && m_table.columns[by].key != m_layout.definition->order) {
            ++by;
        }
        if (m_table.columns.empty()) {
            return;
        }
        by = by == m_table.columns.size() ? 0 : by;  // that column could not be made
        std::stable_sort(m_table.rows.begin(), m_table.rows.end(),
                         [by](const TableRow& a, const TableRow& b) {
                             const bool last = a.code != "TOTAL" && b.code == "TOTAL";
                             if (a.code == "TOTAL" || b.code == "TOTAL") {
                                 return last;
                             }
                             return b.cells[by].value < a.cells[by].value;
                         });
    }

    void note_unruled() {
        std::string columns;
        std::size_t count = 0;
        for (const auto& laid : m_layout.columns) {
            if (laid.rule == nullptr && laid.formulas + laid.typed > 0 && ++count <= 5) {
                columns += fmt::format("{}'{}' ({})", count > 1 ? ", " : "", laid.column.title,
                                       column_letters(laid.number));
            }
        }
        if (count > 0) {
            m_table.notes.push_back(
                fmt::format("There is no rule for {}{}.", columns,
                            count > 5 ? fmt::format(" and {} more columns", count - 5) : ""));
        }
    }

    // Which key the members' parts of the EU's aid go by, where the table has them.
    void note_keys() {
        if (m_without_key) {
            m_table.notes.emplace_back(
                "The release gives no key by which the aid of the EU's institutions is reckoned to the "
                "members; "
                "--eu-key gdp takes their GDP.");
        }
        const bool parts =
            std::any_of(m_table.columns.begin(), m_table.columns.end(), [](const TableColumn& each) {
                return each.key == "eu_total" || each.key == "eu" || each.key == "with_eu";
            });
        std::string keys;
        for (const auto& [institution, key] : m_workings.settings().eu_keys) {
            keys += (keys.empty() ? "" : ", ") + institution + " by " + key;
        }
        if (parts && m_workings.settings().with_eu_share) {
            m_table.notes.push_back("The aid of the EU's institutions is reckoned to the members: " + keys +
                                    ".");
        }
    }

    const Workings& m_workings;
    const Layout& m_layout;
    Table m_table;
    bool m_without_key = false;
};

}  // namespace

Table worked_out(const Workings& workings, std::string_view table) {
    const auto& definition = *workings.layout(table).definition;
    if (definition.refusal != nullptr && workings.layout(table).sheet.empty()) {
        if (const auto reason = definition.refusal(workings.sums()); !reason.empty()) {
            const auto& release = workings.sums().intake().release.id;
            throw Error(fmt::format("the table {} cannot be made of release {}: {}", table, release, reason));
        }
    }
    return Assembly(workings, table).put_together();
}

}  // namespace pledgebook::tables
