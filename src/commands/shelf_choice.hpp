// Which shelf a command works on: the book that is named, or the built-in figures. The one place that joins
// the importers to the store.
#pragma once

#include "commands/command.hpp"
#include "importers/importer.hpp"
#include "store/book.hpp"

#include <memory>
#include <string>

namespace pledgebook::commands {

// The shelf for reading. Throws Error where a book is named that is not there.
std::unique_ptr<store::Shelf> open_shelf(const Surroundings& surroundings);

// The folder of the book. Throws Error where none is named.
const std::filesystem::path& named_book(const Surroundings& surroundings);
// A book for what the built-in figures cannot do. Throws Error where none is named or there.
store::Book open_book(const Surroundings& surroundings, unsigned threads = 0);
// The same, and makes the book where there is none yet.
store::Book open_or_create_book(const Surroundings& surroundings, unsigned threads = 0);

// A stored source as the importers take it.
importers::Source source_of(const store::SourceBytes& bytes);

}  // namespace pledgebook::commands
