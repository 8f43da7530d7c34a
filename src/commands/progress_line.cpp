#include "commands/progress_line.hpp"

#include "render/screen_text.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <ostream>

namespace pledgebook::commands {

namespace {

// Shorter work is done before anybody wonders.
constexpr std::chrono::seconds patience{1};
constexpr std::chrono::milliseconds between{100};

}  // namespace

ProgressLine::ProgressLine(const Surroundings& surroundings)
    : m_surroundings(surroundings), m_began(std::chrono::steady_clock::now()), m_shown(m_began) {}

ProgressLine::~ProgressLine() {
    if (m_on_screen) {
        m_surroundings.notes << "\r\x1b[K" << std::flush;
    }
}

std::function<void(std::string_view, double)> ProgressLine::progress() {
    if (!m_surroundings.show_progress) {
        return {};
    }
    return [this](std::string_view what, double share) { show(what, share); };
}

void ProgressLine::show(std::string_view what, double share) {
    const auto now = std::chrono::steady_clock::now();
    if (now - m_began < patience || now - m_shown < between) {
        return;
    }
    m_shown = now;
    m_on_screen = true;
    std::string line = render::harmless(what);
    if (share >= 0) {
        line = fmt::format("{:3.0f} %  {}", 100 * std::min(share, 1.0), line);
    }
    m_surroundings.notes << "\r\x1b[K" << render::shortened(line, m_surroundings.look.width - 1)
                         << std::flush;
}

}  // namespace pledgebook::commands
