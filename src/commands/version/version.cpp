// version: which program this is.
#include "commands/command.hpp"
#include "commands/manual.hpp"

#include <ostream>

namespace pledgebook::commands {

namespace {

Work set_up(CLI::App& /*app*/) {
    return [](const Surroundings& surroundings) {
        surroundings.out << version_line();
        return static_cast<int>(fine);
    };
}

}  // namespace

Command version_command() {
    return {"the program's version", set_up};
}

}  // namespace pledgebook::commands
