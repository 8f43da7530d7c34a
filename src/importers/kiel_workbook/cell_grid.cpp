#include "importers/kiel_workbook/cell_grid.hpp"

#include "importers/column_words.hpp"
#include "importers/quantity.hpp"

#include <algorithm>

namespace pledgebook::importers::kiel_workbook_sheets {

namespace {

constexpr std::size_t longest_mark = 24;

Sort sort_of(const formats::Cell& cell) {
    if (cell.type != formats::CellType::text) {
        return Sort::number;
    }
    const auto text = trimmed(cell.text);
    const bool dashes = text.find_first_not_of(".-") == std::string_view::npos;
    return dashes || (text.size() <= longest_mark && missing_word(text)) ? Sort::mark : Sort::words;
}

struct Counts {
    std::size_t words = 0;
    std::size_t values = 0;
};

bool holds_words(const Counts& counts) {
    return counts.words >= 2 && counts.words > counts.values;
}

bool begins_table(const std::vector<Counts>& counts, Columns columns) {
    const auto second = std::min(columns.first + 1, columns.last);
    return holds_words(counts[columns.first]) || holds_words(counts[second]);
}

bool holds_values(const std::vector<Counts>& counts, Columns columns) {
    for (auto column = columns.first; column <= columns.last; ++column) {
        if (counts[column].values > 0) {
            return true;
        }
    }
    return false;
}

std::vector<Counts> count_columns(const std::vector<Line>& lines) {
    std::uint32_t last = 0;
    for (const auto& line : lines) {
        last = std::max(last, line.spots.back().cell->column);
    }
    std::vector<Counts> counts(last + 2);
    for (const auto& line : lines) {
        for (const auto& spot : line.spots) {
            ++(spot.sort == Sort::words ? counts[spot.cell->column].words : counts[spot.cell->column].values);
        }
    }
    return counts;
}

// Runs of columns in which more stands than one text, such as a title.
std::vector<Columns> runs(const std::vector<Counts>& counts) {
    std::vector<Columns> all;
    for (std::uint32_t column = 1; column < counts.size(); ++column) {
        if (counts[column].values == 0 && counts[column].words < 2) {
            continue;
        }
        if (!all.empty() && all.back().last + 1 == column) {
            all.back().last = column;
        } else {
            const bool words_before = column > 1 && counts[column - 1].words > 0;
            all.push_back({words_before ? column - 1 : column, column});
        }
    }
    return all;
}

}  // namespace

const Spot* Line::at(std::uint32_t column) const {
    const auto found =
        std::lower_bound(spots.begin(), spots.end(), column,
                         [](const Spot& each, std::uint32_t wanted) { return each.cell->column < wanted; });
    return found != spots.end() && found->cell->column == column ? &*found : nullptr;
}

std::vector<Spot> Line::between(std::uint32_t first, std::uint32_t last) const {
    std::vector<Spot> some;
    for (const auto& spot : spots) {
        if (spot.cell->column >= first && spot.cell->column <= last) {
            some.push_back(spot);
        }
    }
    return some;
}

bool is_blank(const formats::Cell& cell) {
    return !cell.has_value() || (cell.type == formats::CellType::text && trimmed(cell.text).empty());
}

CellGrid::CellGrid(const formats::Sheet& sheet) : m_sheet(sheet) {
    for (const auto& row : sheet.rows) {
        Line line{row.number, {}};
        for (const auto& cell : row.cells) {
            if (!is_blank(cell)) {
                line.spots.push_back({&cell, sort_of(cell)});
            }
        }
        if (!line.spots.empty()) {
            m_lines.push_back(std::move(line));
        }
    }
}

std::vector<Columns> CellGrid::column_groups() const {
    std::vector<Columns> groups;
    if (m_lines.empty()) {
        return groups;
    }
    const auto counts = count_columns(m_lines);
    for (const auto& run : runs(counts)) {
        const bool goes_on = !groups.empty() && holds_values(counts, run) && !begins_table(counts, run);
        if (goes_on) {
            groups.back().last = run.last;
        } else {
            groups.push_back(run);
        }
    }
    return groups;
}

std::uint32_t CellGrid::merged_to(const formats::Cell& cell) const {
    for (const auto& range : m_sheet.merged) {
        if (cell.row == range.first_row && cell.column == range.first_column) {
            return range.last_column;
        }
    }
    return cell.column;
}

}  // namespace pledgebook::importers::kiel_workbook_sheets
