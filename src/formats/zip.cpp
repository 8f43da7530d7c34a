#include "formats/zip.hpp"

#include "core/error.hpp"
#include "formats/container.hpp"
#include "formats/sniff.hpp"

#include <fmt/format.h>

namespace pledgebook::formats {

std::vector<ZipFile> read_zip(std::string_view bytes, const WorkbookLimits& limits) {
    const auto type = sniff(bytes);
    if (type != FileType::zip && type != FileType::workbook) {
        throw Error(fmt::format("the file is no zip file but {}", describe(type)), "Download it again.");
    }
    const Container container(bytes, limits);
    std::vector<ZipFile> files;
    for (std::size_t index = 0; index < container.names().size(); ++index) {
        const auto& name = container.names()[index];
        if (!name.ends_with('/')) {
            files.push_back({name, container.read(index)});
        }
    }
    return files;
}

}  // namespace pledgebook::formats
