// One line on the terminal that says how far long work is; gone when the work is done.
#pragma once

#include "commands/command.hpp"

#include <chrono>
#include <functional>
#include <string_view>

namespace pledgebook::commands {

class ProgressLine {
public:
    explicit ProgressLine(const Surroundings& surroundings);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    // To be handed to the work; empty where no progress is to be shown. The line must outlive it.
    std::function<void(std::string_view what, double share)> progress();

private:
    void show(std::string_view what, double share);

    const Surroundings& m_surroundings;
    std::chrono::steady_clock::time_point m_began;
    std::chrono::steady_clock::time_point m_shown;
    bool m_on_screen = false;
};

}  // namespace pledgebook::commands
