// A workbook's formulas, parsed once for each relative form, and which cells rest on which.
#pragma once

#include "formats/cell.hpp"
#include "formulas/formula.hpp"
#include "formulas/grid.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::formulas {

// A formula as many cells may share it.
struct Form {
    Formula formula;
    std::string relative;              // "R[-1]C+1"
    std::vector<std::int32_t> sheets;  // for each token: the sheet its reference names; or one of these
    std::vector<std::uint32_t> reads;  // the tokens whose cells it reads, and does not only point at
    static constexpr std::int32_t own_sheet = -1, no_such_sheet = -2;
};

class Dependencies;

class Spreadsheet {
public:
    static constexpr std::uint32_t no_form = 0xFFFFFFFF;

    // The sheets must outlive the spreadsheet. A formula that cannot be read is no error: its form says so.
    explicit Spreadsheet(const std::vector<formats::Sheet>& sheets);
    Spreadsheet(Spreadsheet&&) noexcept;
    Spreadsheet& operator=(Spreadsheet&&) = delete;
    ~Spreadsheet();

    [[nodiscard]] const Grid& grid() const { return m_grid; }
    // The cell there, for which room is made where the sheet has none.
    std::uint32_t need(Position at);

    // Which form a cell's formula has; no_form where it has none. Equal numbers are equal forms.
    [[nodiscard]] std::uint32_t form_of(std::uint32_t cell) const;
    [[nodiscard]] std::uint32_t form_at(Position at) const;
    [[nodiscard]] const Form& form(std::uint32_t form) const { return m_forms[form]; }
    // The form of a formula (without its equals sign) that is thought into a cell.
    std::uint32_t add_form(std::string_view formula, std::uint32_t row, std::uint32_t column);
    // The formula of that form as it reads in another cell, without its equals sign.
    [[nodiscard]] std::string written_at(std::uint32_t form, Position at) const;

    // The cells that a form reads when it stands there, in its order; those that ROW and COLUMN only
    // point at are left out.
    [[nodiscard]] std::vector<Area> areas(std::uint32_t form, Position at) const;
    // Where one reference of a form points to; nothing where it leaves the sheet or there is no such sheet.
    [[nodiscard]] std::optional<Area> area(const Form& form, std::uint32_t token, Position at) const;

    // For each cell: does it change where one of these does? They themselves do. Formulas that read what
    // cannot be told beforehand (OFFSET) always do. A formula newly thought in is not known of.
    [[nodiscard]] std::vector<bool> dependents(const std::vector<std::uint32_t>& cells) const;

    // What parts a list in the workbook's language, by what its ARRAYTOTEXT gave: `;` where a comma stands in
    // numbers. There the letters of TEXT's dates are other ones too.
    [[nodiscard]] char list_separator() const { return m_list_separator; }

private:
    void find_list_separator();

    Grid m_grid;
    std::deque<Form> m_forms;                                     // never moves
    std::map<std::string, std::uint32_t, std::less<>> m_by_text;  // relative form -> its number
    std::vector<std::uint32_t> m_form_of;                         // by cell
    char m_list_separator = ',';
    mutable std::unique_ptr<Dependencies> m_dependencies;  // made when first asked for
};

}  // namespace pledgebook::formulas
