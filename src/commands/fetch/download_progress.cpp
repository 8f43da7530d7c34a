#include "commands/fetch/download_progress.hpp"

#include "render/screen_text.hpp"

#include <ostream>

namespace pledgebook::commands {

std::function<void(std::string_view, double)> DownloadProgress::progress() {
    if (!m_plain) {
        return m_line.progress();
    }
    return [this](std::string_view what, double share) { note(what, share); };
}

// A line for each tenth; of what has no known end, for each thing that is begun.
void DownloadProgress::note(std::string_view what, double share) {
    const auto sort = std::string(what.substr(0, what.find(',')));
    const int tenth = share < 0 ? -1 : static_cast<int>(share * 10);
    if (sort == m_last && tenth <= m_tenth) {
        return;
    }
    m_last = sort;
    m_tenth = tenth;
    m_surroundings.notes << render::harmless(what) << "\n" << std::flush;
}

}  // namespace pledgebook::commands
