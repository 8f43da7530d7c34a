#include "importers/cell_tally.hpp"

namespace pledgebook::importers {

void tally(CellCount& count, const formats::Sheet& sheet, const Judgement& judge) {
    for (const auto& row : sheet.rows) {
        for (const auto& cell : row.cells) {
            if (!cell.has_value()) {
                continue;
            }
            ++count.in;
            const auto reason = judge(row, cell);
            if (reason.empty()) {
                ++count.used;
            } else {
                ++count.set_aside[reason];
            }
        }
    }
}

void set_aside(CellCount& count, const formats::Sheet& sheet, const std::string& reason) {
    tally(count, sheet, [&reason](const formats::Row&, const formats::Cell&) { return reason; });
}

}  // namespace pledgebook::importers
