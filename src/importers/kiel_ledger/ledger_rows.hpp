// Which rows of a ledger sheet are entries, and which only look like some.
#pragma once

#include "formats/cell.hpp"
#include "importers/column_words.hpp"

#include <cstdint>

namespace pledgebook::importers::kiel_ledger {

enum class RowSort {
    entry,
    blank,
    header_again,  // the header once more, below itself or where a part was pasted
    units,         // under the header: units and no data
};

class RowSorter {
public:
    // Both must outlive the sorter.
    RowSorter(const formats::Sheet& sheet, const Header& header);

    // To be asked row by row from the top, of rows below the header.
    RowSort sort(const formats::Row& row);

private:
    [[nodiscard]] bool is_header(const formats::Row& row) const;
    [[nodiscard]] bool is_units(const formats::Row& row) const;

    const formats::Sheet& m_sheet;
    const Header& m_header;
    bool m_data_began = false;
};

}  // namespace pledgebook::importers::kiel_ledger
