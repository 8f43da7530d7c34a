#include "store/disk.hpp"

#include "core/error.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstring>
#include <utility>

namespace pledgebook::store {

namespace {

constexpr std::string_view mark = ".new-";

std::string advice_for(int number) {
    switch (number) {
        case ENOSPC:
        case EDQUOT:
            return "The disk is full: make room and try again. Nothing was lost.";
        case EACCES:
        case EPERM:
            return "The permissions do not allow it: look at those of the file and of its folder.";
        case EROFS:
            return "The file system is read-only.";
        default:
            return {};
    }
}

}  // namespace

void fail_by_system(const std::string& what, const std::filesystem::path& file, int number) {
    throw Error(what + ": " + std::strerror(number), advice_for(number)).at(file.string());
}

Descriptor::Descriptor(const std::filesystem::path& file, int flags)
    : m_number(::open(file.c_str(), flags | O_CLOEXEC, 0666)) {
    if (m_number < 0) {
        fail_by_system("cannot be opened", file, errno);
    }
}

Descriptor::Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    std::swap(m_number, other.m_number);
    return *this;
}

Descriptor::~Descriptor() {
    if (m_number >= 0) {
        ::close(m_number);
    }
}

std::string read_file(const std::filesystem::path& file) {
    const Descriptor descriptor(file, O_RDONLY);
    struct stat facts {};
    if (::fstat(descriptor.get(), &facts) != 0) {
        fail_by_system("cannot be read", file, errno);
    }
    std::string bytes;
    bytes.resize(static_cast<std::size_t>(facts.st_size) + 1);
    std::size_t size = 0;
    while (true) {
        const auto got = ::read(descriptor.get(), bytes.data() + size, bytes.size() - size);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            fail_by_system("cannot be read", file, errno);
        }
        if (got == 0) {
            break;
        }
        size += static_cast<std::size_t>(got);
        if (size == bytes.size()) {
            bytes.resize(bytes.size() * 2);
        }
    }
    bytes.resize(size);
    return bytes;
}

void write_all(const Descriptor& file, std::string_view bytes, const std::filesystem::path& name) {
    while (!bytes.empty()) {
        const auto written = ::write(file.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            fail_by_system("cannot be written", name, errno);
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void sync(const Descriptor& file, const std::filesystem::path& name) {
    if (::fsync(file.get()) != 0) {
        fail_by_system("cannot be brought to the disk", name, errno);
    }
}

void sync_folder(const std::filesystem::path& folder) {
    const Descriptor descriptor(folder, O_RDONLY | O_DIRECTORY);
    sync(descriptor, folder);
}

void write_durably(const std::filesystem::path& file, std::string_view bytes) {
    const auto temporary = beside(file);
    try {
        const Descriptor descriptor(temporary, O_WRONLY | O_CREAT | O_EXCL);
        write_all(descriptor, bytes, file);
        sync(descriptor, file);
        if (::rename(temporary.c_str(), file.c_str()) != 0) {
            fail_by_system("cannot be put in its place", file, errno);
        }
    } catch (const Error&) {
        ::unlink(temporary.c_str());
        throw;
    }
    sync_folder(file.parent_path());
}

std::string host_name() {
    std::string name(256, '\0');
    if (::gethostname(name.data(), name.size() - 1) != 0) {
        return "unknown";
    }
    name.resize(std::strlen(name.c_str()));
    for (auto& c : name) {
        // Dashes part the pieces of a temporary name.
        c = (c == '-' || c == '/') ? '_' : c;
    }
    return name.empty() ? "unknown" : name;
}

std::filesystem::path beside(const std::filesystem::path& file) {
    static std::atomic<unsigned> number{0};
    return file.string() + std::string(mark) + host_name() + "-" + std::to_string(::getpid()) + "-" +
           std::to_string(++number);
}

bool is_beside(const std::filesystem::path& file) {
    return file.filename().string().find(mark) != std::string::npos;
}

bool is_leftover(const std::filesystem::path& file) {
    const auto name = file.filename().string();
    const auto at = name.rfind(mark);
    if (at == std::string::npos) {
        return false;
    }
    std::string_view rest = std::string_view(name).substr(at + mark.size());
    const auto host_end = rest.find('-');
    if (host_end == std::string_view::npos || rest.substr(0, host_end) != host_name()) {
        return false;
    }
    rest.remove_prefix(host_end + 1);
    pid_t process = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), process);
    if (error != std::errc{} || process <= 0) {
        return false;
    }
    return ::kill(process, 0) != 0 && errno == ESRCH;
}

}  // namespace pledgebook::store
