#include "formats/xlsx/relationships.hpp"

#include "core/error.hpp"
#include "formats/xlsx/xml.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>

namespace pledgebook::formats::xlsx {

namespace {

class RelationshipHandler : public XmlHandler {
public:
    explicit RelationshipHandler(std::string_view part) : m_part(part) {}

    void start(const XmlElement& element) override {
        if (element.space != Space::package_links || element.name != "Relationship") {
            return;
        }
        Relationship each;
        each.id = element.attribute("Id").value_or("");
        const auto type = element.attribute("Type").value_or("");
        each.type = type.substr(type.rfind('/') + 1);
        each.external = element.attribute("TargetMode").value_or("Internal") == "External";
        const auto target = element.attribute("Target").value_or("");
        // A link to a place in the workbook itself ("#Sheet1!A1") is no part.
        each.external = each.external || target.starts_with('#') || each.type == "hyperlink";
        each.target = each.external ? std::string(target) : resolve_target(m_part, target);
        found.push_back(std::move(each));
    }
    void end(Space, std::string_view) override {}
    void text(std::string_view) override {}

    std::vector<Relationship> found;

private:
    std::string_view m_part;
};

std::string rels_of(std::string_view part) {
    const auto slash = part.rfind('/');
    const auto folder = slash == std::string_view::npos ? std::string_view{} : part.substr(0, slash + 1);
    return fmt::format("{}_rels/{}.rels", folder, part.substr(folder.size()));
}

std::string unescape(std::string_view name) {
    std::string result;
    for (std::size_t at = 0; at < name.size(); ++at) {
        unsigned code = 0;
        if (name[at] == '%' && at + 2 < name.size() &&
            std::from_chars(name.data() + at + 1, name.data() + at + 3, code, 16).ptr ==
                name.data() + at + 3) {
            result += static_cast<char>(code);
            at += 2;
        } else {
            result += name[at];
        }
    }
    return result;
}

std::optional<std::size_t> find_part(const Container& container, const std::string& name) {
    const auto index = container.find(name);
    return index ? index : container.find(unescape(name));
}

}  // namespace

Relationships Relationships::of(const Container& container, std::string_view part,
                                const WorkbookLimits& limits) {
    Relationships result;
    const auto name = rels_of(part);
    const auto index = find_part(container, name);
    if (!index) {
        return result;
    }
    RelationshipHandler handler(part);
    const auto bytes = container.read(*index);
    try {
        parse_xml(bytes, handler, limits);
    } catch (Error& error) {
        error.at(name);
        throw;
    }
    result.m_all = std::move(handler.found);
    std::stable_sort(result.m_all.begin(), result.m_all.end(),
                     [](const auto& a, const auto& b) { return a.id < b.id; });
    return result;
}

const Relationship* Relationships::by_id(std::string_view id) const {
    const auto found = std::lower_bound(m_all.begin(), m_all.end(), id,
                                        [](const auto& each, auto wanted) { return each.id < wanted; });
    return found != m_all.end() && found->id == id ? &*found : nullptr;
}

const Relationship* Relationships::by_type(std::string_view type) const {
    const auto found =
        std::find_if(m_all.begin(), m_all.end(), [&](const auto& each) { return each.type == type; });
    return found == m_all.end() ? nullptr : &*found;
}

std::string resolve_target(std::string_view part, std::string_view target) {
    std::vector<std::string_view> path;
    const auto walk = [&](std::string_view rest) {
        while (!rest.empty()) {
            const auto slash = rest.find('/');
            const auto step = rest.substr(0, slash);
            rest = slash == std::string_view::npos ? std::string_view{} : rest.substr(slash + 1);
            if (step.empty() || step == ".") {
                continue;
            }
            if (step != "..") {
                path.push_back(step);
            } else if (path.empty()) {
                throw Error(fmt::format("'{}' in '{}' leads out of the container", target, part),
                            "Do not trust this file; get it again from its publisher.");
            } else {
                path.pop_back();
            }
        }
    };
    const auto slash = part.rfind('/');
    if (!target.starts_with('/') && slash != std::string_view::npos) {
        walk(part.substr(0, slash));
    }
    walk(target.substr(0, target.find('#')));
    return fmt::format("{}", fmt::join(path, "/"));
}

std::string read_part(const Container& container, const std::string& name) {
    const auto index = find_part(container, name);
    if (!index) {
        throw Error(fmt::format("the workbook names the part '{}', but it is not there", name),
                    "Download the file again, or open it in a spreadsheet program and save it as .xlsx.");
    }
    return container.read(*index);
}

}  // namespace pledgebook::formats::xlsx
