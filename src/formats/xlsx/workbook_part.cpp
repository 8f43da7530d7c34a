#include "formats/xlsx/workbook_part.hpp"

#include "core/error.hpp"
#include "formats/xlsx/strings.hpp"
#include "formats/xlsx/xml.hpp"

#include <fmt/format.h>
#include <set>

namespace pledgebook::formats::xlsx {

namespace {

constexpr const char* save_again = "Open it in a spreadsheet program and save it as .xlsx.";

class WorkbookHandler : public XmlHandler {
public:
    void start(const XmlElement& element) override {
        if (element.space != Space::main) {
            return;
        }
        is_workbook = is_workbook || element.name == "workbook";
        if (element.name == "workbookPr") {
            from_1904 = element.flag("date1904");
        } else if (element.name == "sheet") {
            SheetInfo info;
            info.name = unescape_text(element.attribute("name").value_or(""));
            const auto state = element.attribute("state").value_or("visible");
            info.visibility = state == "hidden"       ? SheetInfo::Visibility::hidden
                              : state == "veryHidden" ? SheetInfo::Visibility::very_hidden
                                                      : SheetInfo::Visibility::visible;
            sheets.push_back(
                {std::move(info), std::string(element.attribute(Space::links, "id").value_or(""))});
        }
    }
    void end(Space, std::string_view) override {}
    void text(std::string_view) override {}

    bool is_workbook = false;
    bool from_1904 = false;
    std::vector<WorkbookPart::SheetPart> sheets;  // `part` is still the relationship's id
};

// What a container without a workbook is, by the parts it has.
std::string describe_other(const Container& container) {
    if (container.find("word/document.xml")) {
        return "a Word document";
    }
    if (container.find("ppt/presentation.xml")) {
        return "a PowerPoint presentation";
    }
    if (container.find("xl/workbook.bin")) {
        return "a binary Excel workbook (.xlsb)";
    }
    if (container.find("content.xml") && container.find("mimetype")) {
        return "an OpenDocument file (.ods or the like)";
    }
    if (container.find("Index/Document.iwa")) {
        return "an Apple Numbers or Pages document";
    }
    return "a zip file without a workbook in it";
}

void resolve_sheets(WorkbookPart& workbook) {
    std::set<std::string> parts;
    for (auto& sheet : workbook.sheets) {
        const auto* link = workbook.links.by_id(sheet.part);
        if (link == nullptr || link->external) {
            throw Error("the workbook does not say where this sheet is",
                        "Download the file again, or open it in a spreadsheet program and save it as .xlsx.")
                .at(fmt::format("sheet '{}'", sheet.info.name));
        }
        sheet.part = link->target;
        if (!parts.insert(sheet.part).second) {
            throw Error(fmt::format("two sheets are the same part '{}'", sheet.part),
                        "Do not trust this file; get it again from its publisher.");
        }
        sheet.info.kind = link->type == "worksheet"    ? SheetInfo::Kind::cells
                          : link->type == "chartsheet" ? SheetInfo::Kind::chart
                                                       : SheetInfo::Kind::other;
    }
}

}  // namespace

WorkbookPart find_workbook(const Container& container, const WorkbookLimits& limits) {
    WorkbookPart result;
    const auto package = Relationships::of(container, "", limits);
    const auto* main = package.by_type("officeDocument");
    if (main == nullptr || main->external) {
        throw Error(fmt::format("the file is {}", describe_other(container)), save_again);
    }
    result.name = main->target;
    const auto bytes = read_part(container, result.name);
    if (result.name.ends_with(".bin")) {
        throw Error("the file is a binary Excel workbook (.xlsb)", save_again);
    }
    WorkbookHandler handler;
    try {
        parse_xml(bytes, handler, limits);
    } catch (Error& error) {
        error.at(result.name);
        throw;
    }
    if (!handler.is_workbook) {
        throw Error(fmt::format("the file is {}", describe_other(container)), save_again);
    }
    if (handler.sheets.empty()) {
        throw Error("the workbook has no sheet", save_again);
    }
    result.links = Relationships::of(container, result.name, limits);
    result.from_1904 = handler.from_1904;
    result.sheets = std::move(handler.sheets);
    resolve_sheets(result);
    return result;
}

}  // namespace pledgebook::formats::xlsx
