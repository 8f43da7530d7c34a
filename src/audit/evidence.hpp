// What a rule looks at: a release as the book has it, and the sheets of its workbook as they are. Made once
// for all rules; nothing in it changes while they look, so they may look at the same time.
#pragma once

#include "core/place.hpp"
#include "core/release.hpp"
#include "formats/cell.hpp"

#include <initializer_list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pledgebook::audit {

class Reckoning;

class Evidence {
public:
    // `sheets` are those of a workbook in its order, or the files of a CSV source (whose cells are all text
    // and without formulas); none where the source is not at hand.
    explicit Evidence(Intake intake, std::vector<formats::Sheet> sheets = {});
    Evidence(Evidence&&) = default;  // what it looked up lies in vectors, which moving leaves where they are
    Evidence& operator=(Evidence&&) = default;
    Evidence(const Evidence&) = delete;
    Evidence& operator=(const Evidence&) = delete;
    ~Evidence() = default;

    [[nodiscard]] const Intake& intake() const { return m_intake; }
    [[nodiscard]] const std::vector<formats::Sheet>& sheets() const { return m_sheets; }
    // Nothing where there is no such sheet, or nothing in the cell.
    [[nodiscard]] const formats::Sheet* sheet(std::string_view name) const;
    [[nodiscard]] const formats::Cell* cell(const Place& place) const;
    [[nodiscard]] const Figure* figure_at(const Place& place) const;
    [[nodiscard]] const Entry* entry_in(const Place& place) const;  // whatever the column

    // What a sheet is for, the same in all releases: "bilateral", "country_summary"; its name as a slug,
    // without a figure's number, where nobody knows it.
    [[nodiscard]] std::string table_of(std::string_view sheet) const;
    // The words above a column: its header, where the importer knows it, else the nearest text above the
    // place.
    [[nodiscard]] std::string header_of(const Place& place) const;
    // The package, donor or first words of a row.
    [[nodiscard]] std::string row_of(const Place& place) const;
    // "bilateral/DEM1/no-of-units": names a cell by words, for a finding's key.
    [[nodiscard]] std::string key_of(const Place& place) const;

    // For with_reckoning (reckoning.hpp): what the workbook's formulas come to, made when first asked for.
    struct ReckoningSlot {
        std::mutex busy;
        bool looked = false;
        std::shared_ptr<Reckoning> made;  // nothing where there are no formulas
    };
    [[nodiscard]] ReckoningSlot& reckoning() const { return *m_reckoning; }

private:
    using At = std::pair<std::uint32_t, std::uint32_t>;
    struct Known {
        const formats::Sheet* sheet = nullptr;
        std::string table;
        std::uint32_t first_entry = 0;  // the first row of a ledger or a price list
        std::map<std::uint32_t, const Entry*> entries;
        std::map<At, const Figure*> figures;
    };
    [[nodiscard]] const Known* known(std::string_view sheet) const;

    Intake m_intake;
    std::vector<formats::Sheet> m_sheets;
    std::map<std::string, Known, std::less<>> m_known;  // by the sheet's name
    std::shared_ptr<ReckoningSlot> m_reckoning = std::make_shared<ReckoningSlot>();
};

// Lower case, letters and digits, all else as single dashes: "No. of Units" -> "no-of-units".
std::string slug(std::string_view text);
// The parts as a key: empty ones left out, the others parted by '/'.
std::string key(std::initializer_list<std::string_view> parts);

}  // namespace pledgebook::audit
