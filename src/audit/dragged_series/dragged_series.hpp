// Cells of a package that count up from row to row, as where a value was dragged down.
#pragma once

#include "audit/ledger_sheet.hpp"

#include <string>
#include <vector>

namespace pledgebook::audit {

struct DraggedRun {
    std::string field;                  // "announced"
    std::vector<const Entry*> entries;  // from the row that was dragged; the others count up from it
};

std::vector<DraggedRun> dragged_runs(const LedgerSheet& ledger, const Release& release);

}  // namespace pledgebook::audit
