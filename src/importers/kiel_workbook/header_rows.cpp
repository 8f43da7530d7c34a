#include "importers/kiel_workbook/header_rows.hpp"

#include "core/reference.hpp"
#include "importers/column_words.hpp"
#include "importers/kiel_workbook/unit_words.hpp"
#include "importers/quantity.hpp"

#include <algorithm>
#include <set>

namespace pledgebook::importers::kiel_workbook_sheets {

namespace {

constexpr std::size_t lines_beneath = 3;     // where a header's first number is looked for
constexpr std::size_t lines_above = 3;       // of words over the header proper
constexpr std::size_t fewest_counted = 3;    // columns with a number each, 1, 2, 3 …
constexpr std::size_t longest_heading = 60;  // of words over the header proper; longer ones are notes
constexpr auto first_year = Decimal::from_units(19'900'000);
constexpr auto last_year = Decimal::from_units(21'000'000);

// Numbers that name columns: months or years one after the other, days, or one year alone.
bool name_columns(const std::vector<Spot>& numbers) {
    if (numbers.empty()) {
        return true;
    }
    if (std::all_of(numbers.begin(), numbers.end(), [](const Spot& spot) { return spot.cell->date; })) {
        return true;
    }
    std::optional<Decimal> last;
    for (const auto& spot : numbers) {
        const auto value = read_number(spot.cell->text);
        const bool follows = value && (!last || *value == *last + Decimal::from_integer(1));
        if (!follows || *value < Decimal::from_integer(1) || value->units() % 10000 != 0) {
            return false;
        }
        last = value;
    }
    return numbers.size() > 1 || (*last >= first_year && *last <= last_year);
}

// Days and years can name columns by themselves; other numbers only beside words that do.
bool are_times(const std::vector<Spot>& numbers) {
    return !numbers.empty() && std::all_of(numbers.begin(), numbers.end(), [](const Spot& spot) {
        const auto value = read_number(spot.cell->text);
        return spot.cell->date || (value && *value >= first_year && *value <= last_year);
    });
}

class Finder {
public:
    Finder(const CellGrid& grid, Columns columns) : m_lines(grid.lines()), m_columns(columns) {}

    std::vector<HeaderRows> find() const {
        std::vector<HeaderRows> all;
        for (std::size_t at = 0; at < m_lines.size(); ++at) {
            if (!is_header(at, !all.empty())) {
                continue;
            }
            const auto from = all.empty() ? 0 : all.back().bottom + 1;
            HeaderRows rows{top_of(at, from), at, m_lines.size()};
            while (rows.bottom + 1 < m_lines.size() && adjacent(rows.bottom) &&
                   (is_header(rows.bottom + 1, true) || numbers_columns(rows.bottom + 1))) {
                ++rows.bottom;
            }
            at = rows.bottom;
            if (!all.empty()) {
                all.back().end = rows.top;
            }
            all.push_back(rows);
        }
        return all;
    }

private:
    struct Texts {
        std::vector<Spot> words;
        std::vector<Spot> numbers;
        bool marks = false;
    };

    [[nodiscard]] Texts texts(std::size_t at) const {
        Texts made;
        for (const auto& spot : m_lines[at].between(m_columns.first, m_columns.last)) {
            made.marks = made.marks || spot.sort == Sort::mark;
            if (spot.sort != Sort::mark) {
                (spot.sort == Sort::words ? made.words : made.numbers).push_back(spot);
            }
        }
        return made;
    }

    [[nodiscard]] bool adjacent(std::size_t at) const { return m_lines[at + 1].row == m_lines[at].row + 1; }

    // The first cell beneath, within a few lines, is a number or stands for one.
    [[nodiscard]] bool over_value(std::size_t at, std::uint32_t column) const {
        const auto end = std::min(m_lines.size(), at + 1 + lines_beneath);
        for (auto line = at + 1; line < end; ++line) {
            if (const auto* spot = m_lines[line].at(column)) {
                return spot->sort != Sort::words;
            }
        }
        return false;
    }

    [[nodiscard]] bool is_header(std::size_t at, bool later) const {
        const auto row = texts(at);
        if (row.words.empty() || row.marks || !name_columns(row.numbers)) {
            return false;
        }
        std::size_t over = 0;
        std::size_t units = 0;
        std::set<std::string_view> different;
        for (const auto& spot : row.words) {
            over += over_value(at, spot.cell->column) ? 1 : 0;
            units += is_unit(spot.cell->text) ? 1 : 0;
            different.insert(trimmed(spot.cell->text));
        }
        over += !later && are_times(row.numbers) ? 1 : 0;
        if (over == 0 || is_donor(row.words.front())) {
            return false;
        }
        if (row.words.size() + row.numbers.size() == 1) {
            return !later && heads_one_column(at, *row.words.front().cell);
        }
        const bool apart = at == 0 || !adjacent(at - 1);
        const bool told_apart = 3 * different.size() >= 2 * row.words.size();
        return !later || apart || 2 * units > row.words.size() || told_apart;
    }

    // "Country | 1 | 2 | 3 …" right below the months that are so numbered.
    [[nodiscard]] bool numbers_columns(std::size_t at) const {
        const auto row = texts(at);
        const bool counts = row.numbers.size() >= fewest_counted && !row.marks && name_columns(row.numbers) &&
                            read_number(row.numbers.front().cell->text) == Decimal::from_integer(1);
        return counts && (row.words.empty() || !is_donor(row.words.front())) &&
               std::all_of(row.numbers.begin(), row.numbers.end(), [&](const Spot& spot) {
                   const auto* above = m_lines[at - 1].at(spot.cell->column);
                   return above != nullptr && above->sort == Sort::words;
               });
    }

    // "Total" alone over numbers that have their words to the left, in a column without a header.
    [[nodiscard]] bool heads_one_column(std::size_t at, const formats::Cell& cell) const {
        if (at + 1 >= m_lines.size() || cell.column == m_columns.first) {
            return false;
        }
        const auto* left = m_lines[at + 1].at(m_columns.first);
        const auto* beneath = m_lines[at + 1].at(cell.column);
        return left != nullptr && left->sort == Sort::words && beneath != nullptr &&
               beneath->sort != Sort::words;
    }

    [[nodiscard]] bool is_donor(const Spot& spot) const {
        const bool first = spot.cell->column == m_columns.first;
        const auto code = first ? Reference::builtin().code_of(trimmed(spot.cell->text)) : std::nullopt;
        return code && Reference::builtin().donor(*code) != nullptr;
    }

    // Rows right above that hold words over some of the columns belong to the header. A title over the first
    // column does not.
    [[nodiscard]] std::size_t top_of(std::size_t bottom, std::size_t from) const {
        auto top = bottom;
        while (top > from && bottom - top < lines_above && adjacent(top - 1)) {
            const auto above = texts(top - 1);
            const bool heads = std::any_of(above.words.begin(), above.words.end(), [&](const Spot& spot) {
                return spot.cell->column > m_columns.first && is_heading(*spot.cell);
            });
            if (!heads || above.marks || !name_columns(above.numbers)) {
                break;
            }
            --top;
        }
        return top;
    }

    [[nodiscard]] static bool is_heading(const formats::Cell& cell) {
        return cell.text.size() <= longest_heading && cell.text.find("://") == std::string::npos;
    }

    const std::vector<Line>& m_lines;
    Columns m_columns;
};

}  // namespace

std::vector<HeaderRows> find_header_rows(const CellGrid& grid, Columns columns) {
    return Finder(grid, columns).find();
}

}  // namespace pledgebook::importers::kiel_workbook_sheets
