// Finds libraries that leak out of their room through its headers.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "layers.hpp"

namespace layers {

// `sources` are the texts of all .cpp and .hpp files by their path relative to src/. One complaint for each
// file that reaches a confined library from another room, with the shortest way there.
std::vector<Complaint> find_leaks(const Rules& rules, const std::map<std::string, std::string>& sources);

}  // namespace layers
