// The house's own rules for any file of the project: its length, its name, its first line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layers.hpp"

namespace layers {

// `path` is relative to the repository.
std::vector<Complaint> check_house(const std::string& path, std::string_view text);

}  // namespace layers
