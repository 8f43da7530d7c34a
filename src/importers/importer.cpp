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

}  // namespace

const Importer& recognise(const Source& source) {
    for (const auto& importer : all_importers()) {
        if (importer.recognises(source)) {
            return importer;
        }
    }
    if (source.folder) {
        throw Error(
            source.files.empty() ? "the folder is empty" : "no source is known that looks like this folder",
            what_can_be_imported());
    }
    if (source.files.empty()) {
        throw Error("there is nothing to import", what_can_be_imported());
    }
    const auto& file = source.files.front();
    const auto type = formats::sniff(file.bytes);
    if (type == formats::FileType::workbook) {
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
