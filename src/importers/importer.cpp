#include "importers/importer.hpp"

#include "core/error.hpp"
#include "formats/workbook.hpp"

#include <fmt/format.h>

namespace pledgebook::importers {

namespace {

std::string what_can_be_imported() {
    std::string list;
    for (const auto& importer : all_importers()) {
        list += list.empty() ? "" : "; ";
        list += importer.what;
    }
    return "What can be imported: " + list + ".";
}

// A workbook that cannot be read at all is nobody's; its own error says more than "not recognised".
void read_for_its_error(const SourceFile& file) {
    const auto workbook = formats::Workbook::open(file.bytes);
    for (std::size_t sheet = 0; sheet < workbook.sheets().size(); ++sheet) {
        workbook.read(sheet, [](formats::Row&&) {});
    }
}

// What people hold who mean to have a workbook; the reader of workbooks says of each what to do.
bool may_be_a_release(formats::FileType type) {
    using formats::FileType;
    return type == FileType::workbook || type == FileType::open_document || type == FileType::legacy_excel ||
           type == FileType::encrypted || type == FileType::html;
}

// A file of the folder that can be imported alone: its name, or nothing.
std::string_view importable_alone(const Source& folder) {
    for (const auto& file : folder.files) {
        const Source alone{file.name, false, {file}};
        for (const auto& importer : all_importers()) {
            if (importer.recognises(alone)) {
                return file.name;
            }
        }
    }
    return {};
}

}  // namespace

const Importer& recognise(const Source& source) {
    for (const auto& importer : all_importers()) {
        if (importer.recognises(source)) {
            return importer;
        }
    }
    if (source.folder) {
        if (const auto file = importable_alone(source); !file.empty()) {
            throw Error("no source is known that looks like this folder",
                        fmt::format("'{}' in it is one: name the file itself.", file));
        }
        throw Error(
            source.files.empty() ? "the folder is empty" : "no source is known that looks like this folder",
            what_can_be_imported());
    }
    if (source.files.empty()) {
        throw Error("there is nothing to import", what_can_be_imported());
    }
    const auto& file = source.files.front();
    const auto type = formats::sniff(file.bytes);
    if (may_be_a_release(type)) {
        read_for_its_error(file);
    }
    throw Error(fmt::format("it is {}, and no source is known that looks like it", formats::describe(type)),
                what_can_be_imported());
}

const Importer& importer_named(std::string_view name) {
    std::string names;
    for (const auto& importer : all_importers()) {
        if (importer.name == name) {
            return importer;
        }
        names += names.empty() ? "" : ", ";
        names += importer.name;
    }
    throw Error(fmt::format("there is no importer '{}'", name), "There are: " + names + ".");
}

}  // namespace pledgebook::importers
