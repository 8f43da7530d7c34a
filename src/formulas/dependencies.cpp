#include "formulas/dependencies.hpp"

#include <algorithm>
#include <map>

namespace pledgebook::formulas {

namespace {

constexpr std::uint32_t wide = 64;  // columns; a wider range is looked at for each cell of its sheet

}  // namespace

Dependencies::Dependencies(const Spreadsheet& spreadsheet) : m_sheets(spreadsheet.grid().sheets().size()) {
    std::map<Area, std::uint32_t> numbers;
    for (std::uint32_t cell = 0; cell < spreadsheet.grid().size(); ++cell) {
        const auto form = spreadsheet.form_of(cell);
        if (form == Spreadsheet::no_form) {
            continue;
        }
        if (spreadsheet.form(form).formula.wanders) {
            m_wanderers.push_back(cell);
        }
        for (const auto& area : spreadsheet.areas(form, spreadsheet.grid().entry(cell).at)) {
            if (area.single()) {
                m_single.push_back({{area.sheet, area.first_row, area.first_column}, cell});
                continue;
            }
            const auto [found, is_new] = numbers.emplace(area, static_cast<std::uint32_t>(m_ranges.size()));
            if (is_new) {
                m_ranges.push_back({area, {}});
            }
            m_ranges[found->second].readers.push_back(cell);
        }
    }
    std::sort(m_single.begin(), m_single.end());
    sort_ranges();
}

void Dependencies::sort_ranges() {
    for (std::uint32_t number = 0; number < m_ranges.size(); ++number) {
        const auto& area = m_ranges[number].area;
        auto& sheet = m_sheets[area.sheet];
        if (area.columns() > wide) {
            sheet.wide.push_back(number);
            continue;
        }
        if (sheet.by_column.size() <= area.last_column) {
            sheet.by_column.resize(area.last_column + 1);
        }
        for (auto column = area.first_column; column <= area.last_column; ++column) {
            sheet.by_column[column].push_back(number);
        }
    }
}

std::vector<bool> Dependencies::of(const Spreadsheet& spreadsheet,
                                   const std::vector<std::uint32_t>& cells) const {
    std::vector<bool> reached(spreadsheet.grid().size());
    std::vector<bool> fired(m_ranges.size());
    Readers open;
    const auto reach = [&](std::uint32_t cell) {
        if (!reached[cell]) {
            reached[cell] = true;
            open.push_back(cell);
        }
    };
    for (const auto& some : {cells, m_wanderers}) {
        std::for_each(some.begin(), some.end(), reach);
    }
    while (!open.empty()) {
        const auto at = spreadsheet.grid().entry(open.back()).at;
        open.pop_back();
        const auto first = std::lower_bound(m_single.begin(), m_single.end(), std::pair(at, 0U));
        for (auto it = first; it != m_single.end() && it->first == at; ++it) {
            reach(it->second);
        }
        const auto fire = [&](std::uint32_t number) {
            if (!fired[number] && m_ranges[number].area.contains(at.row, at.column)) {
                fired[number] = true;
                const auto& readers = m_ranges[number].readers;
                std::for_each(readers.begin(), readers.end(), reach);
            }
        };
        const auto& sheet = m_sheets[at.sheet];
        if (at.column < sheet.by_column.size()) {
            std::for_each(sheet.by_column[at.column].begin(), sheet.by_column[at.column].end(), fire);
        }
        std::for_each(sheet.wide.begin(), sheet.wide.end(), fire);
    }
    return reached;
}

}  // namespace pledgebook::formulas
