#include "importers/kiel_workbook/release_witnesses.hpp"

#include "importers/cell_tally.hpp"
#include "importers/column_words.hpp"
#include "importers/kiel_ledger/cutoff.hpp"

#include <fmt/format.h>

#include <functional>

namespace pledgebook::importers::kiel_workbook_sheets {

namespace {

void read_texts(const formats::Sheet& sheet, Intake& intake, const std::function<void(Witness)>& text) {
    tally(intake.cells, sheet, [&](const formats::Row& row, const formats::Cell& cell) {
        const auto words = trimmed(cell.text);
        if (words.empty()) {
            return fmt::format("sheet '{}': cells that hold only blanks", sheet.name);
        }
        const Place place{sheet.name, row.number, cell.column};
        intake.notes.push_back({std::string(words), place});
        text({read_release_prose(words), std::string(words), place});
        return std::string{};
    });
}

std::string said(const Witness& witness) {
    return fmt::format("{} says '{}'", to_string(witness.place), witness.text);
}

}  // namespace

void ReleaseWitnesses::read_readme(const formats::Sheet& sheet, Intake& intake) {
    read_texts(sheet, intake, [this](Witness witness) {
        const bool better =
            witness.prose.number && (!m_readme || (!m_readme->prose.cutoff && witness.prose.cutoff));
        if (better) {
            m_readme = std::move(witness);
        }
    });
}

// The change log goes back release by release; the highest number is the one of this workbook.
void ReleaseWitnesses::read_updates(const formats::Sheet& sheet, Intake& intake) {
    read_texts(sheet, intake, [this](Witness witness) {
        const bool heading = witness.prose.number && witness.prose.cutoff;
        if (heading && (!m_updates || *witness.prose.number > *m_updates->prose.number)) {
            m_updates = std::move(witness);
        }
    });
}

void ReleaseWitnesses::name_release(Intake& intake) const {
    auto& release = intake.release;
    const auto& best = m_readme ? m_readme : m_updates;
    if (best) {
        release.label = std::to_string(*best->prose.number);
        release.begins = best->prose.begins;
        release.cutoff = best->prose.cutoff;
        release.title = best->text;
    } else {
        intake.findings.push_back({"release_unnamed",
                                   Finding::Weight::odd,
                                   "the workbook does not say which release it is; give it with --label",
                                   {},
                                   {}});
    }
    if (m_readme && m_updates) {
        const auto& log = m_updates->prose;
        if (log.number != m_readme->prose.number || (release.cutoff && log.cutoff != release.cutoff)) {
            intake.findings.push_back(
                {"release_witnesses_differ",
                 Finding::Weight::wrong,
                 fmt::format("{}, but {}; the first is taken (--label and --cutoff override it)",
                             said(*m_readme), said(*m_updates)),
                 m_readme->place,
                 {}});
        }
        if (!release.cutoff) {
            release.cutoff = log.cutoff;
        }
    }
    if (!release.cutoff) {
        kiel_ledger::derive_cutoff(intake);
    }
}

}  // namespace pledgebook::importers::kiel_workbook_sheets
