// For this room's tests: the published files in ../shared/data, where they are.
#pragma once

#include "importers/importer.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace pledgebook::importers::shared_data {

inline std::filesystem::path path(const std::string& name) {
    return std::filesystem::path(PLEDGEBOOK_SHARED_DATA) / name;
}

inline SourceFile read_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {file.filename().string(), {std::istreambuf_iterator<char>(stream), {}}};
}

// One file as a source, or a folder with all its files; nothing where it is not there.
inline std::optional<Source> source(const std::string& name) {
    const auto where = path(name);
    if (!std::filesystem::exists(where)) {
        return std::nullopt;
    }
    Source made{where.filename().string(), std::filesystem::is_directory(where), {}};
    if (!made.folder) {
        made.files.push_back(read_file(where));
        return made;
    }
    for (const auto& file : std::filesystem::directory_iterator(where)) {
        made.files.push_back(read_file(file.path()));
    }
    std::sort(made.files.begin(), made.files.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.name < b.name; });
    return made;
}

}  // namespace pledgebook::importers::shared_data
