// Files that survive a crash: written beside their place, fsynced, renamed over, and the folder fsynced too.
// Every failure is an Error that names the file and the system's reason.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace pledgebook::store {

// A file descriptor that is closed in any case.
class Descriptor {
public:
    Descriptor() = default;
    // `flags` as of open(2); O_CLOEXEC is added. Throws Error.
    Descriptor(const std::filesystem::path& file, int flags);
    Descriptor(Descriptor&& other) noexcept;
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor();

    [[nodiscard]] int get() const { return m_number; }

private:
    int m_number = -1;
};

// "<what>: <the system's reason for errno>", with advice where the reason has one (disk full, permission).
[[noreturn]] void fail_by_system(const std::string& what, const std::filesystem::path& file, int number);

std::string read_file(const std::filesystem::path& file);
void write_all(const Descriptor& file, std::string_view bytes, const std::filesystem::path& name);
void sync(const Descriptor& file, const std::filesystem::path& name);
void sync_folder(const std::filesystem::path& folder);

// Whole or not at all, also after a power cut.
void write_durably(const std::filesystem::path& file, std::string_view bytes);

// A name beside `file` that no other process and no other call of this one uses, and that tells, once its
// process is gone, that it is a leftover: "<file>.new-<host>-<pid>-<number>".
std::filesystem::path beside(const std::filesystem::path& file);
// True where a name was made by `beside` on this host by a process that is no more.
bool is_leftover(const std::filesystem::path& file);
// True where a name was made by `beside`.
bool is_beside(const std::filesystem::path& file);

std::string host_name();

}  // namespace pledgebook::store
