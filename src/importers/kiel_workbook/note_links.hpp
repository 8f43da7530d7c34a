// What a text of a release speaks of: the packages whose IDs stand in it ("FIM3-FIM5: Following …") and the
// donors that it names.
#pragma once

#include "core/release.hpp"

namespace pledgebook::importers::kiel_workbook_sheets {

// Fills in packages and donors of each note. A package is an ID of the release's ledger, or one like those: a
// correction may speak of an ID that is there no more. Of a range all that the ledger has are meant, and both
// ends.
void link_notes(Intake& intake);

}  // namespace pledgebook::importers::kiel_workbook_sheets
