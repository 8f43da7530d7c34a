// The .rels files: which part (or which address) an r:id stands for.
#pragma once

#include "formats/container.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::formats::xlsx {

struct Relationship {
    std::string id;
    std::string type;    // the last word of the type's address: "worksheet", "comments", "hyperlink"
    std::string target;  // name of a part in the container; of an external one, the address as written
    bool external = false;
};

class Relationships {
public:
    // Those of `part` ("xl/workbook.xml"; "" for the package itself); none where it has no .rels file.
    // Throws Error where a target leads out of the container.
    static Relationships of(const Container& container, std::string_view part, const WorkbookLimits& limits);

    [[nodiscard]] const Relationship* by_id(std::string_view id) const;
    [[nodiscard]] const Relationship* by_type(std::string_view type) const;       // the first one
    [[nodiscard]] const std::vector<Relationship>& all() const { return m_all; }  // by id

private:
    std::vector<Relationship> m_all;
};

// The part that `target` means when it is named in `part`: "xl/workbook.xml" and "worksheets/sheet1.xml"
// or "/xl/worksheets/sheet1.xml" give "xl/worksheets/sheet1.xml". Throws Error where it leads out.
std::string resolve_target(std::string_view part, std::string_view target);

// Reads the part of that name, escaped (%20) or not. Throws Error where it is not there.
std::string read_part(const Container& container, const std::string& name);

}  // namespace pledgebook::formats::xlsx
