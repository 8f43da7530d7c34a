#include "formulas/grid.hpp"

namespace pledgebook::formulas {

std::size_t Grid::Column::from(std::uint32_t row) const {
    // Most columns have no gaps: then the row tells the place.
    if (!rows.empty() && row >= rows.front()) {
        const std::size_t guess = row - rows.front();
        if (guess < rows.size() && rows[guess] == row) {
            return guess;
        }
    }
    return static_cast<std::size_t>(std::lower_bound(rows.begin(), rows.end(), row) - rows.begin());
}

Grid::Grid(const std::vector<formats::Sheet>& sheets) : m_sheets(sheets), m_cells(sheets.size()) {
    for (std::uint32_t index = 0; index < sheets.size(); ++index) {
        m_names.emplace(without_case(sheets[index].name), index);
        for (const auto& row : sheets[index].rows) {
            for (const auto& cell : row.cells) {
                const auto number = need({index, row.number, cell.column});
                if (m_entries[number].cell == nullptr) {
                    m_entries[number].cell = &cell;
                }
            }
        }
    }
}

std::optional<std::uint32_t> Grid::find(Position at) const {
    if (at.sheet >= m_cells.size() || at.column == 0 || at.column > m_cells[at.sheet].columns.size()) {
        return std::nullopt;
    }
    const auto& column = m_cells[at.sheet].columns[at.column - 1];
    const auto i = column.from(at.row);
    if (i >= column.rows.size() || column.rows[i] != at.row) {
        return std::nullopt;
    }
    return column.numbers[i];
}

std::uint32_t Grid::need(Position at) {
    auto& sheet = m_cells.at(at.sheet);
    if (at.column > sheet.columns.size()) {
        sheet.columns.resize(at.column);
    }
    sheet.rows = std::max(sheet.rows, at.row);
    auto& column = sheet.columns[at.column - 1];
    const auto i =
        column.rows.empty() || column.rows.back() < at.row ? column.rows.size() : column.from(at.row);
    if (i < column.rows.size() && column.rows[i] == at.row) {
        return column.numbers[i];
    }
    const auto number = size();
    column.rows.insert(column.rows.begin() + static_cast<std::ptrdiff_t>(i), at.row);
    column.numbers.insert(column.numbers.begin() + static_cast<std::ptrdiff_t>(i), number);
    m_entries.push_back({at, nullptr});
    return number;
}

std::optional<std::uint32_t> Grid::sheet_named(std::string_view name) const {
    const auto found = m_names.find(without_case(name));
    return found == m_names.end() ? std::nullopt : std::optional(found->second);
}

std::uint32_t Grid::rows(std::uint32_t sheet) const {
    return m_cells[sheet].rows;
}

std::uint32_t Grid::columns(std::uint32_t sheet) const {
    return static_cast<std::uint32_t>(m_cells[sheet].columns.size());
}

std::optional<Area> Grid::used(const Area& area) const {
    auto cut = area;
    cut.last_row = std::min(area.last_row, rows(area.sheet));
    cut.last_column = std::min(area.last_column, columns(area.sheet));
    if (cut.last_row < cut.first_row || cut.last_column < cut.first_column) {
        return std::nullopt;
    }
    return cut;
}

const Grid::Column& Grid::column(std::uint32_t sheet, std::uint32_t column) const {
    return m_cells[sheet].columns[column - 1];
}

Value stored_value(const formats::Cell& cell) {
    switch (cell.type) {
        case formats::CellType::empty:
            return {};
        case formats::CellType::number:
            if (const auto number = number_in(cell.text)) {
                return Value::of(*number);
            }
            return Value::unknown();
        case formats::CellType::text:
            return Value::of(cell.text);
        case formats::CellType::boolean:
            return Value::of(cell.text == "TRUE");
        case formats::CellType::error:
            break;
    }
    return Value::of(parse_error_code(cell.text).value_or(ErrorCode::unknown));
}

}  // namespace pledgebook::formulas
