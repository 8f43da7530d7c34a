// Stored sources, read again by their importers: on several threads, given out in the order of the journal.
#pragma once

#include "store/book.hpp"
#include "store/journal.hpp"
#include "store/sources.hpp"

#include <functional>
#include <span>

namespace pledgebook::store {

// The hash under which a source is known as a whole: of a file that of its bytes, of a folder that of the
// list of its files' names and hashes. Fills `files` too.
std::string hash_of(const SourceBytes& source, std::vector<JournalFile>& files);

// The bytes of an import. Throws Error where one is missing or altered.
SourceBytes stored_source(const Sources& sources, const JournalLine& line);

// What the journal says of an import goes over what the importer says.
void complete(Intake& intake, const JournalLine& line);

using Take = std::function<void(const JournalLine& line, Intake intake)>;

// `take` and `progress` are called on the caller's thread. `threads` 0 leaves the number to the machine.
void reread(const Sources& sources, std::span<const JournalLine> lines, const Reader& reader,
            unsigned threads, const Progress& progress, const Take& take);

}  // namespace pledgebook::store
