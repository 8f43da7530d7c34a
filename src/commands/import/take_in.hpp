// One source into the book: what import does with each file it is given, and fetch with what it downloaded.
#pragma once

#include "commands/command.hpp"
#include "render/import_report.hpp"
#include "store/book.hpp"

#include <optional>
#include <string>

namespace pledgebook::commands {

// How it is taken in.
struct Manner {
    store::Overrides overrides;
    bool dry_run = false;  // everything but keeping it; needs no book
    unsigned threads = 0;  // 0: as many as the machine has
};

// The book that is added to: opened, or made, when there is something to put in. So a slip in a file's name
// leaves nothing behind, and what is in the book already is found even where the book lacks a source.
class Shelving {
public:
    // Throws Error where no book is named and one is needed. `surroundings` must outlive it.
    Shelving(Manner manner, const Surroundings& surroundings);

    // Recognises the bytes, reads them and adds them to the book. Bytes that are in the book already change
    // nothing, but bring back what the book has lost of them. Throws Error, and leaves the book as it was.
    render::ImportReport take_in(const store::SourceBytes& bytes);

private:
    [[nodiscard]] std::optional<store::Known> find(const store::SourceBytes& bytes) const;
    store::Book& book();

    Manner m_manner;
    const Surroundings& m_surroundings;
    std::optional<std::filesystem::path> m_folder;
    std::optional<store::Book> m_book;
};

struct ReportLook {
    std::string format = "text";  // or json
    bool all_findings = false;    // else the first 20
    bool spelled_out = false;     // of which sheet the cells set aside are
};

// Throws Error for a format that a report has not. `what` is "an import".
void check_format(const ReportLook& look, const std::string& what);
void print_report(const render::ImportReport& report, const ReportLook& look,
                  const Surroundings& surroundings);

}  // namespace pledgebook::commands
