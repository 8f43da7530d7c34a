// The part that holds a workbook together: its sheets in order, and from which year it counts days.
#pragma once

#include "formats/container.hpp"
#include "formats/xlsx/relationships.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::formats::xlsx {

struct WorkbookPart {
    struct SheetPart {
        SheetInfo info;
        std::string part;  // name in the container
    };

    std::string name;  // of this part itself
    Relationships links;
    std::vector<SheetPart> sheets;
    bool from_1904 = false;
};

// Throws Error where the container holds no .xlsx workbook, saying what it holds instead.
WorkbookPart find_workbook(const Container& container, const WorkbookLimits& limits);

}  // namespace pledgebook::formats::xlsx
