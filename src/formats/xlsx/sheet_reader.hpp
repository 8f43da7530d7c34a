// One worksheet part as rows of cells, and what the part says beside them: merged ranges, hidden columns,
// and which cells are linked.
#pragma once

#include "formats/cell.hpp"
#include "formats/workbook.hpp"
#include "formats/xlsx/strings.hpp"
#include "formats/xlsx/styles.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::formats::xlsx {

// What a sheet needs of its workbook.
struct SheetContext {
    const SharedStrings& strings;
    const Styles& styles;
    const WorkbookLimits& limits;
    bool from_1904 = false;
};

struct SheetLink {
    Range range;
    std::string id;        // relationship with the address; may be empty
    std::string location;  // place inside of the target; may be empty
};

struct SheetRemainder {
    std::vector<Range> merged;
    std::vector<std::uint32_t> hidden_columns;  // from 1, ascending
    std::vector<SheetLink> links;
    std::string comment_shapes;  // relationship of the shapes that comments are drawn in; empty without any
};

// Hands over each row that holds a value or a formula, in the part's order, and returns the rest. Throws
// Error with the cell in its path.
SheetRemainder read_sheet(std::string_view bytes, const SheetContext& context,
                          const std::function<void(Row&&)>& row);

}  // namespace pledgebook::formats::xlsx
