// Which release a workbook is: what its ReadMe says, held against the newest heading of its change log.
#pragma once

#include "core/release.hpp"
#include "formats/cell.hpp"
#include "importers/kiel_workbook/release_prose.hpp"

#include <optional>

namespace pledgebook::importers::kiel_workbook_sheets {

struct Witness {
    ReleaseProse prose;
    std::string text;
    Place place;
};

class ReleaseWitnesses {
public:
    // Keeps the texts of the sheet as notes, counts its cells, and remembers what it says of the release.
    void read_readme(const formats::Sheet& sheet, Intake& intake);
    void read_updates(const formats::Sheet& sheet, Intake& intake);

    // Fills in label, title, first and last day. A contradiction or a gap becomes a finding.
    void name_release(Intake& intake) const;

private:
    std::optional<Witness> m_readme;
    std::optional<Witness> m_updates;
};

}  // namespace pledgebook::importers::kiel_workbook_sheets
