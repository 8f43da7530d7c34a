// A zip container held in memory: its directory, checked against the limits, and its files expanded whole.
// Sizes are declared by the container and are lies until the data has been expanded to just that size.
#pragma once

#include "formats/workbook.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::formats {

class Container {
public:
    // `bytes` must outlive the container. Throws Error: no zip, cut off, a name that climbs out or stands
    // there twice, a limit exceeded.
    Container(std::string_view bytes, const WorkbookLimits& limits);
    Container(Container&&) noexcept;
    Container& operator=(Container&&) noexcept;
    ~Container();

    // In the order of the directory; names of folders end in a slash.
    [[nodiscard]] const std::vector<std::string>& names() const;

    // Where the file of that name is; ASCII letters in any case, as OPC has it.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;

    // The file expanded, its length and CRC checked. May be called from several threads at once. Throws Error
    // with the file's name in its path.
    [[nodiscard]] std::string read(std::size_t index) const;

private:
    struct Directory;
    std::unique_ptr<Directory> m_directory;
};

}  // namespace pledgebook::formats
