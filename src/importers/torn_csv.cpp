#include "importers/torn_csv.hpp"

#include "core/error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pledgebook::importers {

void refuse_torn(const formats::Sheet& sheet) {
    if (!sheet.open_end || sheet.rows.empty()) {
        return;
    }
    const auto& last = sheet.rows.back();
    const auto longest =
        std::max_element(sheet.rows.begin(), sheet.rows.end(),
                         [](const formats::Row& a, const formats::Row& b) { return a.fields < b.fields; });
    if (last.fields < longest->fields) {
        throw Error(fmt::format("the file ends within this row: {} of {} fields, and no line end",
                                last.fields, longest->fields),
                    "It was cut off, as by a download that broke off. Get it again.")
            .at(fmt::format("row {}", last.number));
    }
}

}  // namespace pledgebook::importers
