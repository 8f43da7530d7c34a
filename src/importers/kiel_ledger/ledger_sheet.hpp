// The rows of one of the tracker's ledger sheets become entries, one a row. Used for the workbook's three
// ledger sheets and for a main sheet that was saved as CSV.
#pragma once

#include "core/release.hpp"
#include "formats/cell.hpp"
#include "importers/column_words.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace pledgebook::importers::kiel_ledger {

// The header of a ledger sheet, found by its words (data/importers/kiel_ledger.tsv); nothing where the sheet
// is no ledger. A column without a header directly before "Type of item" is the item column (release 7).
std::optional<Header> ledger_header(const formats::Sheet& sheet);

struct LedgerSort {
    Channel channel = Channel::bilateral;
    bool numbers_are_text = false;  // in a CSV file, where every cell is text
};

// The table whose figures are the cells of columns that are kept as they are: "main_data" of the main sheet,
// "commercial_data", "multilateral_data".
std::string kept_table(Channel channel);
bool is_kept_table(std::string_view table);

// Adds entries, figures of what is kept, findings and the count of the sheet's cells. Place names the sheet
// as `sheet.name`.
void read_ledger(const formats::Sheet& sheet, const Header& header, LedgerSort sort, Intake& intake);

}  // namespace pledgebook::importers::kiel_ledger
