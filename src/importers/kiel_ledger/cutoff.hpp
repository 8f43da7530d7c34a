// The last day of a ledger that does not name it.
#pragma once

#include "core/release.hpp"

namespace pledgebook::importers::kiel_ledger {

// Sets the release's cut-off to the last day on which entries were announced, leaving out stray days: those
// that no other day precedes within a fortnight (a year mistyped, a plan for later) and that hold no more
// than one in fifty entries. A finding says that the cut-off was derived, and from where. Does nothing where
// there are no days.
void derive_cutoff(Intake& intake);

}  // namespace pledgebook::importers::kiel_ledger
