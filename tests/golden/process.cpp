#include "process.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

#include "fresh_folder.hpp"

namespace golden {

namespace {

namespace fs = std::filesystem;

// The three streams of a run, as files outside of the folder the program runs in.
struct Streams {
    FreshFolder folder;

    fs::path input() const { return folder.path() / "input"; }
    fs::path output() const { return folder.path() / "output"; }
    fs::path error() const { return folder.path() / "error"; }
};

std::string read(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> clean_environment(const fs::path& folder) {
    std::vector<std::string> environment = {"HOME=" + folder.string(), "LC_ALL=C", "TZ=UTC"};
    for (const char* name : {"PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TMPDIR"}) {
        if (const char* value = std::getenv(name)) {
            environment.push_back(std::string(name) + "=" + value);
        }
    }
    return environment;
}

std::vector<char*> pointers_to(std::vector<std::string>& strings) {
    std::vector<char*> pointers;
    for (auto& string : strings) {
        pointers.push_back(string.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

bool redirect(const fs::path& file, int flags, int stream) {
    const int opened = ::open(file.c_str(), flags, 0600);
    return opened >= 0 && ::dup2(opened, stream) >= 0;
}

// In the child, between fork and exec: never returns. 127, as in a shell, where the program cannot start.
[[noreturn]] void become(const Program& program, char** arguments, char** environment, const fs::path& folder,
                         const Streams& streams) {
    const int make = O_WRONLY | O_CREAT | O_TRUNC;
    if (redirect(streams.input(), O_RDONLY, STDIN_FILENO) &&
        redirect(streams.output(), make, STDOUT_FILENO) && redirect(streams.error(), make, STDERR_FILENO) &&
        ::chdir(folder.c_str()) == 0) {
        ::alarm(static_cast<unsigned>(program.seconds));  // stays set over exec, and ends the program
        ::execve(program.path.c_str(), arguments, environment);
    }
    ::_exit(127);
}

}  // namespace

Outcome run_process(const Program& program, const std::vector<std::string>& arguments, const fs::path& folder,
                    const std::string& input) {
    const Streams streams;
    std::ofstream(streams.input(), std::ios::binary) << input;
    std::vector<std::string> words = {program.path.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    auto environment = clean_environment(folder);
    const auto word_pointers = pointers_to(words);
    const auto environment_pointers = pointers_to(environment);

    const pid_t child = ::fork();
    if (child < 0) {
        throw std::system_error(errno, std::generic_category(), "fork");
    }
    if (child == 0) {
        become(program, const_cast<char**>(word_pointers.data()),
               const_cast<char**>(environment_pointers.data()), folder, streams);
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) {
            throw std::system_error(errno, std::generic_category(), "waitpid");
        }
    }
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {read(streams.output()), read(streams.error()), code};
}

}  // namespace golden
