// The cells of a workbook's sheets by their place: found one by one, or a column's part at a time. Each has
// a number, so that what is known of it can lie in plain lists.
#pragma once

#include "formats/cell.hpp"
#include "formulas/value.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::formulas {

struct Position {
    std::uint32_t sheet = 0;   // index from 0
    std::uint32_t row = 0;     // from 1
    std::uint32_t column = 0;  // from 1

    auto operator<=>(const Position&) const = default;
};

class Grid {
public:
    // The sheets must outlive the grid.
    explicit Grid(const std::vector<formats::Sheet>& sheets);

    struct Entry {
        Position at;
        const formats::Cell* cell = nullptr;  // nothing where the sheet has none there
    };

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_entries.size()); }
    [[nodiscard]] const Entry& entry(std::uint32_t number) const { return m_entries[number]; }
    [[nodiscard]] std::optional<std::uint32_t> find(Position at) const;
    // The same, and makes room for a cell where the sheet has none.
    std::uint32_t need(Position at);

    [[nodiscard]] const std::vector<formats::Sheet>& sheets() const { return m_sheets; }
    // By name, in any case, as formulas mean it.
    [[nodiscard]] std::optional<std::uint32_t> sheet_named(std::string_view name) const;
    [[nodiscard]] std::uint32_t rows(std::uint32_t sheet) const;     // the last that holds anything
    [[nodiscard]] std::uint32_t columns(std::uint32_t sheet) const;  // the last that holds anything
    // The area without the rows and columns behind the last that hold anything; nothing where none is left.
    [[nodiscard]] std::optional<Area> used(const Area& area) const;

    struct Column {
        std::vector<std::uint32_t> rows;     // ascending
        std::vector<std::uint32_t> numbers;  // of the cells in those rows
        // Where the first row at or behind this one stands.
        [[nodiscard]] std::size_t from(std::uint32_t row) const;
    };
    [[nodiscard]] const Column& column(std::uint32_t sheet, std::uint32_t column) const;

    // Calls visit(number) for each cell in the area, column by column.
    template <typename Visit>
    void each(const Area& area, Visit&& visit) const {
        const auto last = std::min(area.last_column, columns(area.sheet));
        for (auto at = area.first_column; at <= last; ++at) {
            const auto& cells = column(area.sheet, at);
            for (auto i = cells.from(area.first_row); i < cells.rows.size() && cells.rows[i] <= area.last_row;
                 ++i) {
                visit(cells.numbers[i]);
            }
        }
    }

private:
    struct SheetCells {
        std::vector<Column> columns;
        std::uint32_t rows = 0;
    };

    const std::vector<formats::Sheet>& m_sheets;
    std::vector<Entry> m_entries;
    std::vector<SheetCells> m_cells;
    std::map<std::string, std::uint32_t, std::less<>> m_names;
};

// What the file says is in a cell.
Value stored_value(const formats::Cell& cell);

}  // namespace pledgebook::formulas
