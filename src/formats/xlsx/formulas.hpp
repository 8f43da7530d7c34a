// The formulas of one sheet that stand for more than one cell: shared ones and arrays.
#pragma once

#include "formats/cell.hpp"
#include "formats/workbook.hpp"
#include "formats/xlsx/references.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace pledgebook::formats::xlsx {

class Formulas {
public:
    // `bytes` is the sheet's part, looked through once more where a cell shares a formula that comes later.
    Formulas(std::string_view bytes, const WorkbookLimits& limits) : m_bytes(bytes), m_limits(limits) {}

    void define_shared(std::uint32_t group, CellName at, std::string formula);
    // The formula of that group as it reads at `at`. Throws Error where no cell defines it.
    std::string shared(std::uint32_t group, CellName at);

    // Every cell of an array shows the same formula. Arrays do not overlap; a later one hides an earlier.
    void define_array(const Range& range, std::string formula);
    const std::string* array_at(CellName at);

private:
    struct Shared {
        CellName at;
        std::string formula;
    };
    struct Array {
        Range range;
        std::string formula;
    };

    std::string_view m_bytes;
    const WorkbookLimits& m_limits;
    std::map<std::uint32_t, Shared> m_shared;
    std::map<std::uint32_t, Array> m_arrays;  // by first column; those that are still to be met
    bool m_searched = false;
};

}  // namespace pledgebook::formats::xlsx
