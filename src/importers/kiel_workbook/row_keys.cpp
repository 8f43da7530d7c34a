#include "importers/kiel_workbook/row_keys.hpp"

#include "core/reference.hpp"
#include "importers/kiel_workbook/headings.hpp"

#include <algorithm>

namespace pledgebook::importers::kiel_workbook_sheets {

namespace {

constexpr std::size_t most_key_columns = 3;

class KeyReader {
public:
    KeyReader(const CellGrid& grid, Columns columns, const HeaderRows& rows)
        : m_grid(grid), m_columns(columns), m_first(rows.bottom + 1), m_end(rows.end) {}

    RowKeys read() {
        choose_first();
        while (!m_keys.columns.empty() && m_keys.columns.size() < most_key_columns && !told_apart() &&
               take_next()) {
        }
        fill_rows();
        return std::move(m_keys);
    }

private:
    struct Counts {
        std::size_t words = 0;  // or days
        std::size_t values = 0;
    };

    [[nodiscard]] Counts count(std::uint32_t column) const {
        Counts counts;
        for (auto at = m_first; at < m_end; ++at) {
            if (const auto* spot = m_grid.lines()[at].at(column)) {
                ++(spot->sort == Sort::words || spot->cell->date ? counts.words : counts.values);
            }
        }
        return counts;
    }

    void choose_first() {
        for (auto column = m_columns.first; column <= m_columns.last && m_keys.columns.empty(); ++column) {
            const auto counts = count(column);
            if (counts.words > counts.values) {
                m_keys.columns.push_back(column);
            }
        }
    }

    // Another column of words right beside.
    bool take_next() {
        const auto column = m_keys.columns.back() + 1;
        const auto counts = column <= m_columns.last ? count(column) : Counts{};
        if (counts.words == 0 || counts.words <= counts.values || 2 * counts.words < data_rows()) {
            return false;
        }
        m_keys.columns.push_back(column);
        return true;
    }

    [[nodiscard]] std::size_t data_rows() const {
        std::size_t rows = 0;
        for (auto at = m_first; at < m_end; ++at) {
            rows += is_data(at) ? 1 : 0;
        }
        return rows;
    }

    [[nodiscard]] bool is_key(std::uint32_t column) const {
        return std::find(m_keys.columns.begin(), m_keys.columns.end(), column) != m_keys.columns.end();
    }

    // A row of data holds a number or a mark; texts alone only right below other rows of data.
    [[nodiscard]] bool is_data(std::size_t at) const {
        bool texts = false;
        for (const auto& spot : m_grid.lines()[at].between(m_columns.first, m_columns.last)) {
            if (!is_key(spot.cell->column)) {
                if (spot.sort != Sort::words) {
                    return true;
                }
                texts = true;
            }
        }
        return texts && m_grid.lines()[at - 1].row + 1 == m_grid.lines()[at].row;
    }

    [[nodiscard]] bool told_apart() const {
        std::set<std::string> seen;
        for (auto at = m_first; at < m_end; ++at) {
            if (is_data(at) && !seen.insert(words_at(at)).second) {
                return false;
            }
        }
        return true;
    }

    // The words in the key columns, joined; of the last key column only the row's own count.
    [[nodiscard]] std::string words_at(std::size_t at) const {
        std::string words;
        for (const auto column : m_keys.columns) {
            const bool last = column == m_keys.columns.back();
            const auto text = last ? own_words(at, column) : carried_words(at, column);
            words += (words.empty() || text.empty() ? "" : ": ") + text;
        }
        return words;
    }

    [[nodiscard]] std::string own_words(std::size_t at, std::uint32_t column) const {
        const auto* spot = m_grid.lines()[at].at(column);
        if (spot == nullptr || spot->sort == Sort::mark) {
            return {};
        }
        return spot->cell->date ? to_string(*spot->cell->date) : on_one_line(spot->cell->text);
    }

    [[nodiscard]] std::string carried_words(std::size_t at, std::uint32_t column) const {
        for (auto line = at + 1; line > m_first; --line) {
            if (auto words = own_words(line - 1, column); !words.empty()) {
                return words;
            }
        }
        return {};
    }

    void fill_rows() {
        for (auto at = m_first; at < m_end; ++at) {
            if (!is_data(at)) {
                continue;
            }
            const auto row = m_grid.lines()[at].row;
            auto words = words_at(at);
            if (words.empty()) {
                words = "row " + std::to_string(row);
            }
            auto code = code_or_words(words);
            m_keys.by_row.emplace(row, RowKey{std::move(code), std::move(words)});
        }
    }

    const CellGrid& m_grid;
    Columns m_columns;
    std::size_t m_first;
    std::size_t m_end;
    RowKeys m_keys;
};

}  // namespace

RowKeys read_row_keys(const CellGrid& grid, Columns columns, const HeaderRows& rows) {
    return KeyReader(grid, columns, rows).read();
}

std::string code_or_words(const std::string& words) {
    return Reference::builtin().code_of(words).value_or(words);
}

}  // namespace pledgebook::importers::kiel_workbook_sheets
