// What is odd in the entries of a ledger, found while it is taken in. (The deeper search is the room audit.)
#pragma once

#include "core/release.hpp"
#include "formats/cell.hpp"
#include "importers/column_words.hpp"
#include "importers/kiel_ledger/entry_row.hpp"

#include <span>

namespace pledgebook::importers::kiel_ledger {

// Donors and kinds that nobody knows: one finding for each spelling, with the euros behind it.
void check_names(std::span<const Entry> entries, const formats::Sheet& sheet, const Header& header,
                 std::vector<Finding>& findings);

// Packages without a first row or with several.
void check_packages(std::span<const Entry> entries, const FirstRows& first_rows,
                    std::vector<Finding>& findings);

// Months that are coded otherwise than the date says: one finding for all.
void check_months(std::span<const Entry> entries, std::vector<Finding>& findings);

// Dates and coded months outside of the release's days, and days that only fit when month and day are
// swapped. To be called when the release's first and last day are known.
void check_dates(Intake& intake);

// Currencies of values that the release's own rates do not have.
void check_currencies(Intake& intake);

}  // namespace pledgebook::importers::kiel_ledger
