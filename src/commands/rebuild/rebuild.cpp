// rebuild: the book's cache made again from its sources and its journal.
#include "commands/command.hpp"
#include "commands/progress_line.hpp"
#include "commands/shelf_choice.hpp"

#include <CLI/CLI.hpp>

#include <ostream>

namespace pledgebook::commands {

namespace {

int rebuild(unsigned threads, const Surroundings& surroundings) {
    auto book = open_book(surroundings, threads);
    ProgressLine line(surroundings);
    const auto hash = book.rebuild(line.progress());
    surroundings.out << "rebuilt " << book.name() << "\ncontent " << hash << "\n";
    return fine;
}

Work set_up(CLI::App& app) {
    const auto threads = std::make_shared<unsigned>(0);
    app.add_option("--threads", *threads, "how many at most; else as the machine has")
        ->type_name("N")
        ->check(CLI::Range(1, 256));
    return [threads](const Surroundings& surroundings) { return rebuild(*threads, surroundings); };
}

}  // namespace

Command rebuild_command() {
    return {"make the book's cache again from sources and journal", set_up};
}

}  // namespace pledgebook::commands
