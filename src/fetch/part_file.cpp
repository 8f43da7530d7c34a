#include "fetch/part_file.hpp"

#include "core/error.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <map>
#include <utility>

namespace pledgebook::fetch {

namespace {

[[noreturn]] void fail(const std::string& what, const std::filesystem::path& file, int number) {
    std::string advice = "look at the permissions of the file and of its folder";
    if (number == ENOSPC || number == EDQUOT) {
        advice = "the disk is full: make room and try again; it goes on from where it stopped";
    } else if (number == ENOENT) {
        advice = "make its folder first";
    }
    throw Error(what + ": " + std::strerror(number), advice).at(file.string());
}

void write_all(int descriptor, std::string_view bytes, const std::filesystem::path& name) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            fail("cannot be written", name, errno);
        }
        bytes.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
}

// The whole of an open file from its beginning.
std::string read_all(int descriptor, const std::filesystem::path& name) {
    std::string bytes;
    std::array<char, 1U << 16U> block{};
    while (true) {
        const auto got = ::pread(descriptor, block.data(), block.size(), static_cast<off_t>(bytes.size()));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            fail("cannot be read", name, errno);
        }
        if (got == 0) {
            return bytes;
        }
        bytes.append(block.data(), static_cast<std::size_t>(got));
    }
}

std::optional<std::uint64_t> number_of(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

// A line each: what, a tab, its value.
std::string written(const Origin& origin) {
    return "address\t" + origin.address + "\ntag\t" + origin.tag + "\nmodified\t" + origin.modified +
           "\nsize\t" + (origin.size ? std::to_string(*origin.size) : "") + "\nend\t\n";
}

}  // namespace

PartFile::PartFile(std::filesystem::path file) : m_path(std::move(file)) {
    while (!open_and_lock()) {
        ::close(m_descriptor);
    }
    try {
        read_origin();
    } catch (...) {
        ::close(m_descriptor);
        throw;
    }
}

// False where the process that had the file before has just removed it: then there is a new one to make.
bool PartFile::open_and_lock() {
    m_descriptor = ::open(m_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (m_descriptor < 0) {
        fail("cannot be opened", m_path, errno);
    }
    struct stat facts {};
    const bool locked = ::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0;
    const bool known = ::fstat(m_descriptor, &facts) == 0 && S_ISREG(facts.st_mode);
    if (!locked || !known) {
        ::close(m_descriptor);
        throw Error(locked ? "this is no file that can be written" : "another fetch is writing it",
                    locked ? "remove it, or name another place" : "wait until it is done")
            .at(m_path.string());
    }
    m_size = static_cast<std::uint64_t>(facts.st_size);
    return facts.st_nlink > 0;
}

PartFile::~PartFile() {
    if (m_size == 0 && !m_gone) {
        ::unlink(origin_path().c_str());
        ::unlink(m_path.c_str());
    }
    ::close(m_descriptor);
}

// An origin that is not there or not whole leaves an origin without a state: nothing can go on from it.
void PartFile::read_origin() {
    const int descriptor = ::open(origin_path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) {
        return;
    }
    const auto text = read_all(descriptor, origin_path());
    ::close(descriptor);
    std::map<std::string, std::string, std::less<>> values;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = std::string_view(text).substr(at, end - at);
        if (const auto tab = line.find('\t'); tab != std::string_view::npos) {
            values.emplace(line.substr(0, tab), line.substr(tab + 1));
        }
        at = end + 1;
    }
    if (values.contains("end")) {
        m_origin = {values["address"], values["tag"], values["modified"], number_of(values["size"])};
    }
}

void PartFile::start(Origin origin) {
    if (::ftruncate(m_descriptor, 0) != 0) {
        fail("cannot be emptied", m_path, errno);
    }
    m_size = 0;
    m_origin = std::move(origin);
    const auto name = origin_path();
    const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (descriptor < 0) {
        fail("cannot be opened", name, errno);
    }
    try {
        write_all(descriptor, written(m_origin), name);
    } catch (...) {
        ::close(descriptor);
        throw;
    }
    ::close(descriptor);
}

void PartFile::add(std::string_view bytes) {
    if (::lseek(m_descriptor, static_cast<off_t>(m_size), SEEK_SET) < 0) {
        fail("cannot be written", m_path, errno);
    }
    write_all(m_descriptor, bytes, m_path);
    m_size += bytes.size();
}

std::string PartFile::bytes() const {
    return read_all(m_descriptor, m_path);
}

void PartFile::keep_as(const std::filesystem::path& file) {
    // A link is not made over what is there, as a renaming would be; where there are no links, it is renamed.
    if (::fsync(m_descriptor) != 0) {
        fail("cannot be brought to the disk", m_path, errno);
    }
    if (::link(m_path.c_str(), file.c_str()) == 0) {
        remove();
        return;
    }
    if (errno == EEXIST) {
        throw Error("there is such a file already", "name another, or remove it").at(file.string());
    }
    if (::rename(m_path.c_str(), file.c_str()) != 0) {
        fail("cannot be put in its place", file, errno);
    }
    remove();
}

void PartFile::remove() {
    ::unlink(origin_path().c_str());
    ::unlink(m_path.c_str());
    m_gone = true;
}

}  // namespace pledgebook::fetch
