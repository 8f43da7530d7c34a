// An importer turns one source into entries, observations, rates or macro figures. It knows formats and
// the words of the field; it knows no database and opens no file.
#pragma once

#include "core/release.hpp"
#include "formats/sniff.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::importers {

struct SourceFile {
    std::string name;   // without its path
    std::string bytes;  // whole
};

// One thing to import: a file, or a folder with the files directly in it (sorted by name).
struct Source {
    std::string name;  // of the file or the folder, without its path
    bool folder = false;
    std::vector<SourceFile> files;
};

// Told about while work goes on: what is being done, and how far it is (0 to 1; below 0 where unknown).
using Progress = std::function<void(std::string_view what, double share)>;

struct Importer {
    std::string_view name;  // "kiel_workbook": the folder it lives in, and what the journal records
    std::string_view what;  // "a workbook of the Ukraine Support Tracker"
    // True where the content (never the name) is this importer's. Must not throw on any content.
    bool (*recognises)(const Source& source);
    // Throws Error where the content cannot be taken in at all. What is odd becomes a Finding.
    Intake (*take_in)(const Source& source, const Progress& progress);
};

// All importers, in the order in which they are asked. Made from the list of words in CMakeLists.txt.
const std::vector<Importer>& all_importers();

// The importer that recognises the source. Throws Error where none does, saying what the file is and what
// can be imported.
const Importer& recognise(const Source& source);

// The importer of that name (as a journal records it). Throws Error where there is none.
const Importer& importer_named(std::string_view name);

}  // namespace pledgebook::importers
