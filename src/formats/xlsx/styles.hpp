// Of all the styles of a workbook, the one thing that says what a cell is: whether its format is a date.
#pragma once

#include "formats/workbook.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace pledgebook::formats::xlsx {

class Styles {
public:
    static Styles parse(std::string_view bytes, const WorkbookLimits& limits);

    // For the style number `s` of a cell; false where there is no such style.
    [[nodiscard]] bool is_date(std::size_t style) const { return style < m_dates.size() && m_dates[style]; }

private:
    std::vector<bool> m_dates;
};

}  // namespace pledgebook::formats::xlsx
