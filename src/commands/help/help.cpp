// help: the list of commands, or the manual page of one.
#include "commands/command.hpp"
#include "commands/manual.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace pledgebook::commands {

namespace {

Work set_up(CLI::App& app) {
    const auto word = std::make_shared<std::string>();
    app.add_option("COMMAND", *word, "the command whose manual page is wanted")->type_name("");
    return [word](const Surroundings& surroundings) {
        surroundings.out << (word->empty() ? overview(surroundings.look.width)
                                           : manual_of(*word, surroundings.look.width));
        return static_cast<int>(fine);
    };
}

}  // namespace

Command help_command() {
    return {"the commands, or the manual page of one", set_up};
}

}  // namespace pledgebook::commands
