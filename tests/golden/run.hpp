// Runs a golden file's commands in a fresh folder and holds what they did against what is written.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "process.hpp"
#include "test_file.hpp"

namespace golden {

struct Places {
    std::filesystem::path sources;  // $sources in a golden file: the repository
    std::filesystem::path shared;   // $shared: the published files, where there are any
};

// One outcome per test, in order, with the folders' names replaced by $sources and $shared. Throws
// std::runtime_error where a set-up command fails.
std::vector<Outcome> run_tests(const TestFile& file, const Program& program, const Places& places);

// What differs, as lines to read, with - for what is written and + for what came; empty where all is as
// written.
std::string difference(const Test& test, const Outcome& actual);

}  // namespace golden
