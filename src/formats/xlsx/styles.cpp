#include "formats/xlsx/styles.hpp"

#include "formats/xlsx/number_format.hpp"
#include "formats/xlsx/xml.hpp"

#include <charconv>
#include <cstdint>
#include <map>

namespace pledgebook::formats::xlsx {

namespace {

std::uint32_t number_of(std::optional<std::string_view> text) {
    std::uint32_t value = 0;
    if (text) {
        std::from_chars(text->data(), text->data() + text->size(), value);
    }
    return value;
}

class StylesHandler : public XmlHandler {
public:
    void start(const XmlElement& element) override {
        if (element.space != Space::main) {
            return;
        }
        if (element.name == "numFmt" && !m_in_differences) {
            custom[number_of(element.attribute("numFmtId"))] =
                shows_date(element.attribute("formatCode").value_or(""));
        } else if (element.name == "cellXfs") {
            m_in_cells = true;
        } else if (element.name == "dxfs") {
            m_in_differences = true;  // its formats have numbers of their own
        } else if (element.name == "xf" && m_in_cells) {
            formats.push_back(number_of(element.attribute("numFmtId")));
        }
    }
    void end(Space space, std::string_view name) override {
        m_in_cells = m_in_cells && !(space == Space::main && name == "cellXfs");
        m_in_differences = m_in_differences && !(space == Space::main && name == "dxfs");
    }
    void text(std::string_view) override {}

    std::map<std::uint32_t, bool> custom;
    std::vector<std::uint32_t> formats;

private:
    bool m_in_cells = false;
    bool m_in_differences = false;
};

}  // namespace

Styles Styles::parse(std::string_view bytes, const WorkbookLimits& limits) {
    StylesHandler handler;
    parse_xml(bytes, handler, limits);
    Styles result;
    for (const auto format : handler.formats) {
        const auto custom = handler.custom.find(format);
        result.m_dates.push_back(custom != handler.custom.end() ? custom->second
                                                                : builtin_shows_date(format));
    }
    return result;
}

}  // namespace pledgebook::formats::xlsx
