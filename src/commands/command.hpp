// What a subcommand is: how it adds its options, which opens nothing, and the work that is done after all
// options are read.
#pragma once

#include "core/date.hpp"
#include "render/look.hpp"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace pledgebook::commands {

// All that a command may know of the world around it. main.cpp fills it in.
struct Surroundings {
    std::istream& in;
    std::ostream& out;                          // the result
    std::ostream& notes;                        // what is said beside it
    std::optional<std::filesystem::path> book;  // --book or PLEDGEBOOK; nothing: the built-in figures
    render::Look look;                          // of `out`
    bool show_progress = false;                 // `notes` is a terminal
    Date today;
};

enum Status { fine = 0, differs = 1, failed = 2 };

using Work = std::function<int(const Surroundings&)>;

struct Command {
    std::string_view what;          // one line for the list of commands
    Work (*set_up)(CLI::App& app);  // adds the options; the work reads what they were set to
};

struct Listed {
    std::string_view word;
    Command command;
    std::string_view manual;  // the manual page, Markdown
};

// Made from the list of words in CMakeLists.txt, in its order.
const std::vector<Listed>& all_commands();

}  // namespace pledgebook::commands
