// Which columns of a ledger sheet are read, and why the others are set aside.
#pragma once

#include "core/release.hpp"
#include "formats/cell.hpp"
#include "importers/column_words.hpp"

namespace pledgebook::importers::kiel_ledger {

// Counts the sheet's cells by what becomes of their column (data/importers/kiel_ledger_aside.tsv). A column
// that nobody knows is set aside by its name, and a finding tells of it; so does one for each error cell.
void count_ledger_cells(const formats::Sheet& sheet, const Header& header, Intake& intake);

}  // namespace pledgebook::importers::kiel_ledger
