// Words that look like one that was mistyped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::commands {

// "; did you mean 'total'?", or nothing where no word is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

// "a, b or c"
std::string one_of(const std::vector<std::string>& words);

}  // namespace pledgebook::commands
