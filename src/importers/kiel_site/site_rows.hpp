// Rows of the site feed's tables become observations, macro figures and figures.
#pragma once

#include "core/release.hpp"
#include "importers/kiel_site/site_tables.hpp"

namespace pledgebook::importers::site {

// Adds what the table's rows hold, each column by its use. Zeros are read but give no observation.
void read_table(const Table& table, Intake& intake);

// Takes rows out of the table that are the same as one above them, in every cell.
void set_repeated_aside(Table& table, Intake& intake);

// Sets the release from the table release_info, and its first day from the first month observed; a month far
// from all others is a finding and sets none.
void name_release(const Table& release_info, Intake& intake);

// Totals against their parts, and months against the sums of their donors: findings where they differ by
// more than rounding to a thousand euros can do.
void check_sums(const Table& data_explorer, const Table* total_allocations, Intake& intake);

}  // namespace pledgebook::importers::site
