#include "importers/kiel_workbook/headings.hpp"

#include "importers/column_words.hpp"
#include "importers/kiel_workbook/month_labels.hpp"
#include "importers/kiel_workbook/unit_words.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace pledgebook::importers::kiel_workbook_sheets {

namespace {

class HeadingReader {
public:
    HeadingReader(const CellGrid& grid, Columns columns, const HeaderRows& rows)
        : m_grid(grid), m_columns(columns), m_rows(rows) {
        for (auto at = rows.top; at <= rows.bottom; ++at) {
            m_lines.push_back(grid.lines()[at].between(columns.first, columns.last));
        }
        const auto& last = m_lines.back();
        const auto units = std::count_if(last.begin(), last.end(),
                                         [](const Spot& spot) { return is_unit(spot.cell->text); });
        m_has_units = m_lines.size() > 1 && 2 * static_cast<std::size_t>(units) > last.size();
        const auto names = m_lines.size() - (m_has_units ? 1 : 0);
        for (std::size_t line = 0; line < names; ++line) {
            m_main = m_lines[line].size() > m_lines[m_main].size() ? line : m_main;
        }
        m_names = names;
    }

    Headings read() {
        for (std::size_t line = 0; line < m_names; ++line) {
            add_line(line);
        }
        if (m_has_units) {
            add_units();
        }
        std::map<std::uint32_t, Heading> headings;
        for (auto& [column, parts] : m_parts) {
            headings[column].name = joined(parts);
            headings[column].unit = m_units.contains(column) ? m_units[column] : std::string{};
        }
        name_sections(headings);
        for (auto& [column, heading] : headings) {
            heading.unit = heading.unit.empty() ? unit_in(heading.name) : heading.unit;
        }
        number_doubles(headings);
        return {m_lines[m_main].front().cell->row, std::move(headings)};
    }

private:
    struct Part {
        std::string words;
        bool number = false;
    };

    void add_line(std::size_t line) {
        const auto labels = with_years(texts_of(line));
        std::size_t nr = 0;
        for (const auto& spot : m_lines[line]) {
            const auto& words = labels[nr++];
            const bool title = line < m_main && spot.cell->column == m_columns.first;
            if (title) {
                continue;
            }
            const auto last = last_column(line, nr - 1);
            for (auto column = spot.cell->column; column <= last; ++column) {
                m_parts[column].push_back({words, spot.sort == Sort::number && !spot.cell->date});
            }
        }
    }

    [[nodiscard]] std::vector<std::string> texts_of(std::size_t line) const {
        std::vector<std::string> texts;
        for (const auto& spot : m_lines[line]) {
            texts.push_back(spot.cell->date ? to_string(*spot.cell->date) : on_one_line(spot.cell->text));
        }
        return texts;
    }

    // How far to the right a heading reaches: as its cell is merged; above the header proper, to the next.
    [[nodiscard]] std::uint32_t last_column(std::size_t line, std::size_t nr) const {
        const auto& spots = m_lines[line];
        const auto& cell = *spots[nr].cell;
        const auto next = nr + 1 < spots.size() ? spots[nr + 1].cell->column - 1 : m_columns.last;
        const auto merged = m_grid.merged_to(cell);
        if (merged > cell.column) {
            return std::min(merged, next);
        }
        if (line < m_main) {
            return is_dense(line) ? cell.column : last_over_words(line, cell.column, next);
        }
        return line == m_main && m_names == m_lines.size() - 1 ? last_without_name(cell.column, next)
                                                               : cell.column;
    }

    // Each column has words of its own, as months have.
    [[nodiscard]] bool is_dense(std::size_t line) const {
        std::size_t beside = 0;
        for (std::size_t nr = 1; nr < m_lines[line].size(); ++nr) {
            beside += m_lines[line][nr].cell->column == m_lines[line][nr - 1].cell->column + 1 ? 1 : 0;
        }
        return 2 * beside > m_lines[line].size();
    }

    // Where there are further words between these and the header proper, they reach as far as those.
    [[nodiscard]] std::uint32_t last_over_words(std::size_t line, std::uint32_t column,
                                                std::uint32_t next) const {
        auto last = line + 1 < m_main ? column : next;
        for (const auto& spot : m_lines[line + 1]) {
            last = spot.cell->column <= next ? std::max(last, spot.cell->column) : last;
        }
        return last;
    }

    // Columns to the right that have a unit, but no name: the pair of "€ billion" and "% GDP" of one name.
    [[nodiscard]] std::uint32_t last_without_name(std::uint32_t column, std::uint32_t next) const {
        const auto& units = m_grid.lines()[m_rows.bottom];
        while (column < next && units.at(column + 1) != nullptr) {
            ++column;
        }
        return column;
    }

    void add_units() {
        for (const auto& spot : m_lines.back()) {
            const auto last = std::max(spot.cell->column, m_grid.merged_to(*spot.cell));
            for (auto column = spot.cell->column; column <= last; ++column) {
                m_units[column] = on_one_line(spot.cell->text);
                m_parts.try_emplace(column);
            }
        }
    }

    // A numbered header (release 8: months) is called by the words above it.
    static std::string joined(const std::vector<Part>& parts) {
        const bool words =
            std::any_of(parts.begin(), parts.end(), [](const Part& each) { return !each.number; });
        std::string name;
        for (const auto& part : parts) {
            if ((part.number && words && !is_year(part.words)) || part.words == name) {
                continue;
            }
            name += (name.empty() ? "" : ": ") + part.words;
        }
        return name;
    }

    static bool is_year(std::string_view number) {
        return number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
    }

    [[nodiscard]] bool is_empty(std::uint32_t column) const {
        const auto end = std::min(m_rows.end, m_grid.lines().size());
        for (auto line = m_rows.bottom + 1; line < end; ++line) {
            if (m_grid.lines()[line].at(column) != nullptr) {
                return false;
            }
        }
        return true;
    }

    void name_sections(std::map<std::uint32_t, Heading>& headings) const {
        std::string section;
        std::set<std::string> seen;
        for (auto each = headings.begin(); each != headings.end(); ++each) {
            auto& name = each->second.name;
            const auto next = std::next(each);
            const bool marked = name.ends_with('>');
            const bool doubled = next != headings.end() && seen.contains(next->second.name);
            if ((marked || doubled) && is_empty(each->first)) {
                section = std::string(trimmed(name.substr(0, name.find_last_not_of("> ") + 1)));
                seen.clear();
                continue;
            }
            seen.insert(name);
            name = section.empty() ? name : section + ": " + name;
        }
    }

    static void number_doubles(std::map<std::uint32_t, Heading>& headings) {
        std::map<std::pair<std::string, std::string>, int> seen;
        for (auto& [column, heading] : headings) {
            const auto count = ++seen[{heading.name, heading.unit}];
            if (count > 1) {
                heading.name += " (" + std::to_string(count) + ")";
            }
        }
    }

    const CellGrid& m_grid;
    Columns m_columns;
    HeaderRows m_rows;
    std::vector<std::vector<Spot>> m_lines;
    std::size_t m_main = 0;   // the header proper: the row with most cells
    std::size_t m_names = 0;  // rows without that of units
    bool m_has_units = false;
    std::map<std::uint32_t, std::vector<Part>> m_parts;
    std::map<std::uint32_t, std::string> m_units;
};

}  // namespace

Headings read_headings(const CellGrid& grid, Columns columns, const HeaderRows& rows) {
    return HeadingReader(grid, columns, rows).read();
}

std::string on_one_line(std::string_view text) {
    std::string line;
    bool blank = false;
    for (const char c : trimmed(text)) {
        const bool is_space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!is_space) {
            line += blank ? " " : "";
            line += c;
        }
        blank = is_space;
    }
    return line;
}

}  // namespace pledgebook::importers::kiel_workbook_sheets
