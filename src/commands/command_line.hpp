// From the words of the command line to the work of one command.
#pragma once

#include "commands/command.hpp"

#include <string>
#include <vector>

namespace pledgebook::commands {

// `words` are what follows the program's name. Returns the exit status. Throws Error for words that mean
// nothing, and what the command throws.
int run(const std::vector<std::string>& words, Surroundings surroundings);

}  // namespace pledgebook::commands
