// The files in a zip container, expanded whole into memory, with the limits of a careful reader.
#pragma once

#include "formats/workbook.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::formats {

struct ZipFile {
    std::string name;
    std::string bytes;
};

// All files of a small container (rates, data packages). Throws Error as Workbook::open does.
std::vector<ZipFile> read_zip(std::string_view bytes, const WorkbookLimits& limits = {});

}  // namespace pledgebook::formats
