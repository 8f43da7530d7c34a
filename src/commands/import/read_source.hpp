// A file or folder to import, read whole.
#pragma once

#include "store/book.hpp"

#include <filesystem>
#include <iosfwd>

namespace pledgebook::commands {

// Of a folder the files directly in it, by name; hidden ones are left out. Throws Error where something
// cannot be read or is larger than any source is.
store::SourceBytes read_source(const std::filesystem::path& path);

// What comes on the standard input, as one file called "-".
store::SourceBytes piped_source(std::istream& in);

// One file, whole.
std::string read_file(const std::filesystem::path& path);

}  // namespace pledgebook::commands
