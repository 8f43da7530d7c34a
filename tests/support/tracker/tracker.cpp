#include "support/tracker/tracker.hpp"

#include "support/tracker/sheets.hpp"
#include "support/workbook_writer.hpp"

#include <fmt/format.h>

namespace pledgebook::test_support {

Tracker make_tracker(std::string_view shape, unsigned rows, std::uint32_t seed) {
    Tracker made;
    made.shape = tracker_shape(shape);
    made.ledger = make_ledger(made.shape, rows == 0 ? made.shape.rows : rows, seed);
    TestWorkbook skeleton;
    skeleton.number_formats = {"#,##0.00"};
    for (const auto& sheet : made.shape.sheets) {
        skeleton.sheets.push_back({sheet.name});
    }
    auto parts = workbook_parts(skeleton);
    StringTable strings;
    std::size_t number = 0;
    for (const auto& sheet : made.shape.sheets) {
        ++number;
        auto [xml, relationships] = tracker_sheet_xml({made.shape, made.ledger, strings}, sheet);
        part(parts, fmt::format("xl/worksheets/sheet{}.xml", number)).bytes = std::move(xml);
        part(parts, fmt::format("xl/worksheets/_rels/sheet{}.xml.rels", number)).bytes =
            std::move(relationships);
    }
    part(parts, "xl/sharedStrings.xml").bytes = strings.xml();
    made.bytes = write_zip(parts, {.level = 1});
    return made;
}

}  // namespace pledgebook::test_support
