// The help: manual pages as plain text, with the options as the parser knows them.
#pragma once

#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace pledgebook::commands {

// --book and --version, which stand before any command.
void add_main_options(CLI::App& app, std::string& book, bool& version);

// What the program does, and its commands with a line each, in lines of at most so many columns.
std::string overview(int width);

// The manual page of a command and its options, in lines of at most so many columns. Throws Error where there
// is no such command.
std::string manual_of(std::string_view word, int width);

// Markdown as plain text, in lines of at most so many columns.
std::string plain_page(std::string_view markdown, int width);

// "pledgebook 0.1.0"
std::string version_line();

}  // namespace pledgebook::commands
