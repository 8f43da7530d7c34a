// verify: proof that sources, journal and cache of a book agree.
#include "commands/command.hpp"
#include "commands/progress_line.hpp"
#include "commands/shelf_choice.hpp"
#include "render/rows.hpp"
#include "render/scope.hpp"
#include "render/screen_text.hpp"

#include <CLI/CLI.hpp>

#include <fmt/format.h>
#include <ostream>

namespace pledgebook::commands {

namespace {

int verify(unsigned threads, const Surroundings& surroundings) {
    const auto book = open_book(surroundings, threads);
    ProgressLine line(surroundings);
    const auto found = book.verify(line.progress());
    surroundings.out << fmt::format(
        "{}, {}, {}\ncontent {}\n", render::counted(found.sources, "source file", "source files"),
        render::counted(found.journal_lines, "line in the journal", "lines in the journal"),
        render::counted(found.rows, "row", "rows"), found.content_hash);
    for (const auto& wrong : found.wrong) {
        surroundings.out << "wrong: " << render::harmless(wrong) << "\n";
    }
    for (const auto& leftover : found.leftovers) {
        surroundings.out << "left over: " << render::harmless(leftover) << "\n";
    }
    surroundings.out << (found.wrong.empty() ? "the book is sound\n" : "the book is not sound\n");
    return found.wrong.empty() ? fine : differs;
}

Work set_up(CLI::App& app) {
    const auto threads = std::make_shared<unsigned>(0);
    app.add_option("--threads", *threads, "how many at most; else as the machine has")
        ->type_name("N")
        ->check(CLI::Range(1, 256));
    return [threads](const Surroundings& surroundings) { return verify(*threads, surroundings); };
}

}  // namespace

Command verify_command() {
    return {"prove that sources, journal and cache agree", set_up};
}

}  // namespace pledgebook::commands
