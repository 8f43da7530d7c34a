// What a release says of itself in prose: its number and the days it covers ("7th release (covering January
// 24 to October 3, 2022)"). The patterns are in data/importers/release_words.tsv.
#pragma once

#include "core/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace pledgebook::importers::kiel_workbook_sheets {

struct ReleaseProse {
    std::optional<int> number;
    std::optional<Date> begins;
    std::optional<Date> cutoff;
};

ReleaseProse read_release_prose(std::string_view text);

}  // namespace pledgebook::importers::kiel_workbook_sheets
