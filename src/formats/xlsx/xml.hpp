// XML as a stream of elements with their namespaces, by expat: no document types (so no entities), a
// limited depth, and errors with line and column. Strict and transitional namespaces look the same.
#pragma once

#include "formats/workbook.hpp"

#include <optional>
#include <string_view>

namespace pledgebook::formats::xlsx {

enum class Space {
    none,           // attributes without a prefix
    main,           // spreadsheetml
    links,          // r:id
    package_links,  // the .rels files
    content_types,
    threaded,  // threaded comments
    xml,       // xml:space
    other,
};

// Valid while XmlHandler::start runs.
class XmlElement {
public:
    XmlElement(Space its_space, std::string_view its_name, const char* const* attributes)
        : space(its_space), name(its_name), m_attributes(attributes) {}

    [[nodiscard]] std::optional<std::string_view> attribute(std::string_view wanted) const;
    [[nodiscard]] std::optional<std::string_view> attribute(Space wanted_space,
                                                            std::string_view wanted) const;
    [[nodiscard]] bool flag(std::string_view wanted) const;  // "1" or "true"

    Space space;
    std::string_view name;  // without prefix

private:
    const char* const* m_attributes;
};

class XmlHandler {
public:
    XmlHandler() = default;
    XmlHandler(const XmlHandler&) = delete;
    XmlHandler& operator=(const XmlHandler&) = delete;
    virtual ~XmlHandler() = default;

    virtual void start(const XmlElement& element) = 0;
    virtual void end(Space space, std::string_view name) = 0;
    virtual void text(std::string_view piece) = 0;  // a text may come in several pieces
};

// Throws Error where the XML is broken, has a document type, or is too deep; and what the handler throws.
void parse_xml(std::string_view bytes, XmlHandler& handler, const WorkbookLimits& limits);

}  // namespace pledgebook::formats::xlsx
