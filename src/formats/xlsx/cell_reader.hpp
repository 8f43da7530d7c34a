// One <c> element as a cell: its value by its type, and its formula.
#pragma once

#include "formats/cell.hpp"
#include "formats/xlsx/formulas.hpp"
#include "formats/xlsx/sheet_reader.hpp"
#include "formats/xlsx/strings.hpp"
#include "formats/xlsx/xml.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pledgebook::formats::xlsx {

class CellReader {
public:
    CellReader(const SheetContext& context, Formulas& formulas) : m_context(context), m_formulas(formulas) {}

    void begin(const XmlElement& element, CellName at);
    // Elements and text inside of the cell.
    void start(const XmlElement& element);
    void end(std::string_view name);
    void text(std::string_view piece);
    // The cell; nothing where it holds neither a value nor a formula. Throws Error where it makes no sense.
    std::optional<Cell> finish();

private:
    enum class Sort { number, shared, string, inline_string, boolean, error, day };
    enum class Inside { nothing, value, formula };

    void read_value(Cell& cell) const;
    void read_number(Cell& cell, std::string_view value) const;
    void read_day(Cell& cell, std::string_view value) const;
    [[nodiscard]] std::string_view shared_string(std::string_view value) const;
    std::string read_formula();
    std::string table_formula() const;

    const SheetContext& m_context;
    Formulas& m_formulas;
    CellName m_at;
    Sort m_sort = Sort::number;
    Inside m_inside = Inside::nothing;
    std::size_t m_style = 0;
    std::string m_value;
    std::string m_formula;
    RichText m_inline;
    bool m_has_formula = false;
    // of the <f> element
    std::string m_formula_sort;
    std::optional<std::uint32_t> m_group;
    std::optional<Range> m_range;
    std::string m_first_input, m_second_input;
    bool m_two_inputs = false, m_row_input = false;
};

}  // namespace pledgebook::formats::xlsx
