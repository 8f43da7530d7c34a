// Books, intakes and readers for the tests of this room.
#pragma once

#include "core/error.hpp"
#include "store/book.hpp"

#include <filesystem>
#include <fstream>
#include <string>

namespace pledgebook::store::testing {

// A folder that is gone when the test is over.
class Folder {
public:
    Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder();
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::filesystem::path book() const { return m_path / "test.book"; }

private:
    std::filesystem::path m_path;
};

// A source whose bytes say what the reader below makes of them: lines of `series`, `label`, `cutoff`,
// `entries N`, `observations N`, `rates N`, each with a blank and a value.
SourceBytes source(const std::string& text, const std::string& name = "test.csv");
SourceBytes release(const std::string& label, unsigned entries = 3);

// Makes an intake of such a source, with every field filled.
Intake read_test(const std::string& importer, const SourceBytes& source);

// An intake in which no field is left as it is by default.
Intake full_intake();

Date today();

// Adds the source as `import` does.
Added add(Book& book, const SourceBytes& source, const Overrides& overrides = {},
          const Progress& progress = {});

std::string read(const std::filesystem::path& file);
void write(const std::filesystem::path& file, const std::string& bytes);

}  // namespace pledgebook::store::testing
