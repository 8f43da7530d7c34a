// Looks at the world around the program, runs the command, and turns an error into words and a status.
#include "commands/command_line.hpp"
#include "core/error.hpp"
#include "render/screen_text.hpp"

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iostream>

namespace {

using pledgebook::commands::Surroundings;

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

int width_of_terminal() {
    winsize size{};
    constexpr int least = 40;
    constexpr int most = 200;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return std::min(std::max<int>(size.ws_col, least), most);
    }
    return pledgebook::render::Look{}.width;
}

pledgebook::Date today() {
    const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return pledgebook::Date::from_days(static_cast<int>(now.time_since_epoch().count()));
}

Surroundings surroundings() {
    Surroundings around{std::cin, std::cout, std::cerr, {}, {}, false, today()};
    if (const auto book = environment("PLEDGEBOOK"); !book.empty()) {
        around.book = book;
    }
    if (isatty(STDOUT_FILENO) != 0) {
        around.look.width = width_of_terminal();
        around.look.colours = environment("NO_COLOR").empty() && environment("TERM") != "dumb";
    }
    around.show_progress = isatty(STDERR_FILENO) != 0;
    return around;
}

// Words from arguments and files may hold what steers a terminal, and may be of any length.
int fail(const std::string& what) {
    constexpr int longest = 2000;
    std::cout.flush();
    std::cerr << "pledgebook: " << pledgebook::render::harmless_lines(what, longest) << std::flush;
    return pledgebook::commands::failed;
}

// True where standard output is a pipe that nobody reads any more.
bool reader_is_gone() {
    pollfd out{STDOUT_FILENO, POLLOUT, 0};
    return poll(&out, 1, 0) == 1 && (out.revents & POLLERR) != 0;
}

// What was printed must have arrived. A reader who went away needs no words about it.
int arrived(int status) {
    errno = 0;
    std::cout.flush();
    if (std::cout) {
        return status;
    }
    const std::string reason = errno == 0 ? "" : ": " + std::string(std::strerror(errno));
    return reader_is_gone() ? static_cast<int>(pledgebook::commands::failed)
                            : fail("the result could not be written" + reason);
}

}  // namespace

int main(int count, char** words) {
    std::signal(SIGPIPE, SIG_IGN);
    try {
        return arrived(pledgebook::commands::run({words + 1, words + count}, surroundings()));
    } catch (const pledgebook::Error& error) {
        return fail(error.what());
    } catch (const std::bad_alloc&) {
        return fail("there is not enough memory");
    } catch (const std::exception& error) {
        return fail(error.what());
    }
}
