#include "store/lock.hpp"

#include "core/error.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <ctime>

namespace pledgebook::store {

namespace {

// When the holder wrote its name, by the file system: no clock is read here.
std::string since(const Descriptor& file) {
    struct stat facts {};
    std::tm parts{};
    if (::fstat(file.get(), &facts) != 0 || ::gmtime_r(&facts.st_mtime, &parts) == nullptr) {
        return {};
    }
    std::array<char, 32> text{};
    const auto size = std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S UTC", &parts);
    return " since " + std::string(text.data(), size);
}

}  // namespace

Lock::Lock(const std::filesystem::path& book, std::string_view doing)
    : m_file(book / "lock", O_RDWR | O_CREAT) {
    while (::flock(m_file.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EINTR) {
            continue;
        }
        if (errno != EWOULDBLOCK) {
            fail_by_system("cannot be locked", book / "lock", errno);
        }
        auto holder = read_file(book / "lock");
        holder = holder.substr(0, holder.find('\n'));
        throw Error("another is writing this book: " + (holder.empty() ? "a process just begun" : holder) +
                        since(m_file),
                    "Wait until it is done, or end it, and try again. Reading goes on meanwhile.")
            .at(book.string());
    }
    const std::string text =
        std::string(doing) + " by process " + std::to_string(::getpid()) + " on " + host_name() + "\n";
    if (::ftruncate(m_file.get(), 0) != 0) {
        fail_by_system("cannot be written", book / "lock", errno);
    }
    write_all(m_file, text, book / "lock");
}

Lock::~Lock() {
    // A failure leaves a stale name, which nobody minds.
    (void)!::ftruncate(m_file.get(), 0);
}

}  // namespace pledgebook::store
