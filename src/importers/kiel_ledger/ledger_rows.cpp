#include "importers/kiel_ledger/ledger_rows.hpp"

#include "core/kinds.hpp"
#include "core/reference.hpp"
#include "importers/quantity.hpp"

#include <algorithm>
#include <array>

namespace pledgebook::importers::kiel_ledger {

namespace {

constexpr std::array<std::string_view, 3> naming_fields{"donor", "announced", "kind"};

bool holds_something(const formats::Row& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [](const formats::Cell& cell) {
        return cell.has_value() && !trimmed(cell.text).empty();
    });
}

std::string_view text_in(const formats::Row& row, std::uint32_t column) {
    for (const auto& cell : row.cells) {
        if (cell.column == column) {
            return trimmed(cell.text);
        }
    }
    return {};
}

}  // namespace

RowSorter::RowSorter(const formats::Sheet& sheet, const Header& header) : m_sheet(sheet), m_header(header) {}

RowSort RowSorter::sort(const formats::Row& row) {
    if (!holds_something(row)) {
        return RowSort::blank;
    }
    if (is_header(row)) {
        return RowSort::header_again;
    }
    if (!m_data_began && is_units(row)) {
        return RowSort::units;
    }
    m_data_began = true;
    return RowSort::entry;
}

bool RowSorter::is_header(const formats::Row& row) const {
    return std::all_of(naming_fields.begin(), naming_fields.end(), [&](std::string_view field) {
        const auto column = m_header.column(field);
        const auto text = text_in(row, column);
        const auto header = text_at(m_sheet, m_header.row, column);
        return !text.empty() && (text == header || header_key(text) == header_key(header));
    });
}

// Neither a number nor a day, nobody who gives, no kind of aid, but a unit that is known.
bool RowSorter::is_units(const formats::Row& row) const {
    bool unit = false;
    for (const auto& cell : row.cells) {
        if (cell.type == formats::CellType::number || read_number(cell.text)) {
            return false;
        }
        unit = unit || read_unit(cell.text).has_value();
    }
    const auto code = Reference::builtin().code_of(text_in(row, m_header.column("donor")));
    return unit && !code && !parse_kind(folded(text_in(row, m_header.column("kind"))));
}

}  // namespace pledgebook::importers::kiel_ledger
