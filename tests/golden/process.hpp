// Runs a program in a folder, with a clean environment and a limit of time, and collects what it did.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "test_file.hpp"

namespace golden {

struct Program {
    std::filesystem::path path;
    int seconds = 60;  // then it is ended by a signal
};

// The program sees PATH, HOME (the folder), LC_ALL=C, TZ=UTC and the sanitizers' options, and nothing else.
// A program that a signal ended has the status 128 + the signal's number, as in a shell.
Outcome run_process(const Program& program, const std::vector<std::string>& arguments,
                    const std::filesystem::path& folder, const std::string& input);

}  // namespace golden
