#include "formats/xlsx/annotations.hpp"

#include "core/error.hpp"
#include "core/place.hpp"
#include "formats/xlsx/strings.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace pledgebook::formats::xlsx {

namespace {

std::vector<Row>::iterator row_from(std::vector<Row>& rows, std::uint32_t number) {
    return std::lower_bound(rows.begin(), rows.end(), number,
                            [](const Row& each, std::uint32_t wanted) { return each.number < wanted; });
}

std::vector<Cell>::iterator cell_from(std::vector<Cell>& cells, std::uint32_t column) {
    return std::lower_bound(cells.begin(), cells.end(), column,
                            [](const Cell& each, std::uint32_t wanted) { return each.column < wanted; });
}

// All at once: inserting one by one would take time with the square of their number.
void add_missing(Sheet& sheet, std::vector<CellName> names) {
    std::sort(names.begin(), names.end(),
              [](CellName a, CellName b) { return std::pair(a.row, a.column) < std::pair(b.row, b.column); });
    std::vector<Row> added;
    for (const auto at : names) {
        const auto found = row_from(sheet.rows, at.row);
        const bool known = found != sheet.rows.end() && found->number == at.row;
        if (!known && (added.empty() || added.back().number != at.row)) {
            added.push_back(Row{at.row, false, {}});
        }
    }
    sheet.rows.insert(sheet.rows.end(), std::make_move_iterator(added.begin()),
                      std::make_move_iterator(added.end()));
    std::sort(sheet.rows.begin(), sheet.rows.end(),
              [](const Row& a, const Row& b) { return a.number < b.number; });
    for (auto next = names.begin(); next != names.end();) {
        auto& cells = row_from(sheet.rows, next->row)->cells;
        const auto number = next->row;
        std::vector<Cell> fresh;
        for (; next != names.end() && next->row == number; ++next) {
            const auto found = cell_from(cells, next->column);
            const bool known = (found != cells.end() && found->column == next->column) ||
                               (!fresh.empty() && fresh.back().column == next->column);
            if (!known) {
                fresh.emplace_back();
                fresh.back().row = number;
                fresh.back().column = next->column;
            }
        }
        cells.insert(cells.end(), std::make_move_iterator(fresh.begin()),
                     std::make_move_iterator(fresh.end()));
        std::sort(cells.begin(), cells.end(),
                  [](const Cell& a, const Cell& b) { return a.column < b.column; });
    }
}

Cell& cell_at(Sheet& sheet, CellName at) {
    return *cell_from(row_from(sheet.rows, at.row)->cells, at.column);
}

std::string address_of(const SheetLink& link, const Relationships& targets) {
    std::string address;
    if (!link.id.empty()) {
        const auto* target = targets.by_id(link.id);
        if (target == nullptr) {
            throw Error(fmt::format("the cell's link '{}' has no address in the workbook", link.id),
                        "Download the file again, or open it in a spreadsheet program and save it as .xlsx.")
                .at(column_letters(link.range.first_column) + std::to_string(link.range.first_row));
        }
        address = target->target;
    }
    const auto location = unescape_text(link.location);
    return location.empty() ? address : address + "#" + location;
}

void link_values(Sheet& sheet, const Range& range, const std::string& address, std::uint64_t& budget) {
    const auto spend = [&] {
        if (budget-- == 0) {
            throw Error("the sheet's links cover its cells too many times over",
                        "Do not trust this file; get it again from its publisher.");
        }
    };
    for (auto row = row_from(sheet.rows, range.first_row);
         row != sheet.rows.end() && row->number <= range.last_row; ++row) {
        spend();
        for (auto cell = cell_from(row->cells, range.first_column);
             cell != row->cells.end() && cell->column <= range.last_column; ++cell) {
            spend();
            if (cell->has_value()) {
                cell->link = address;
            }
        }
    }
}

}  // namespace

void attach(Sheet& sheet, const std::vector<SheetLink>& links, const Relationships& targets) {
    std::vector<CellName> names;
    for (const auto& link : links) {
        names.push_back({link.range.first_row, link.range.first_column});
    }
    add_missing(sheet, std::move(names));
    std::uint64_t budget = 50'000'000;
    for (const auto& link : links) {
        const auto address = address_of(link, targets);
        cell_at(sheet, {link.range.first_row, link.range.first_column}).link = address;
        link_values(sheet, link.range, address, budget);
    }
}

void attach(Sheet& sheet, const std::vector<std::pair<CellName, std::string>>& comments) {
    std::vector<CellName> names;
    for (const auto& [at, text] : comments) {
        names.push_back(at);
    }
    add_missing(sheet, std::move(names));
    for (const auto& [at, text] : comments) {
        cell_at(sheet, at).comment = text;
    }
}

}  // namespace pledgebook::formats::xlsx
