// How far a download is: the line on a terminal, or, where that is asked for, plain lines for a log.
#pragma once

#include "commands/command.hpp"
#include "commands/progress_line.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace pledgebook::commands {

class DownloadProgress {
public:
    // `asked`: also where the notes are no terminal.
    DownloadProgress(bool asked, const Surroundings& surroundings)
        : m_line(surroundings), m_surroundings(surroundings), m_plain(asked && !surroundings.show_progress) {}

    // Empty where no progress is to be shown. This must outlive it.
    std::function<void(std::string_view what, double share)> progress();

private:
    void note(std::string_view what, double share);

    ProgressLine m_line;
    const Surroundings& m_surroundings;
    bool m_plain;
    int m_tenth = -1;
    std::string m_last;
};

}  // namespace pledgebook::commands
