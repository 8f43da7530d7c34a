#include "importers/kiel_ledger/ledger_columns.hpp"

#include "importers/cell_tally.hpp"
#include "importers/column_fates.hpp"

#include <fmt/format.h>

namespace pledgebook::importers::kiel_ledger {

void count_ledger_cells(const formats::Sheet& sheet, const Header& header, Intake& intake) {
    ColumnFates fates(sheet, header, "importers/kiel_ledger_aside.tsv", intake.findings);
    tally(intake.cells, sheet, [&](const formats::Row& row, const formats::Cell& cell) {
        if (row.number < header.row) {
            return fates.named("above the table");
        }
        if (cell.type == formats::CellType::error) {
            intake.findings.push_back({"error_cell",
                                       Finding::Weight::wrong,
                                       fmt::format("the cell holds the error {}", cell.text),
                                       {sheet.name, row.number, cell.column},
                                       {}});
        }
        return fates.reason(cell.column);
    });
}

}  // namespace pledgebook::importers::kiel_ledger
