// The right to write a book: one process at a time. The kernel's lock is what counts; the file's content
// only names the holder, and what a dead process left in it is no obstacle.
#pragma once

#include "store/disk.hpp"

#include <filesystem>
#include <string_view>

namespace pledgebook::store {

class Lock {
public:
    // `doing` is told to those who come too late: "an import". Throws Error, naming the holder, where another
    // has it (also another Book of this process).
    Lock(const std::filesystem::path& book, std::string_view doing);
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
    ~Lock();

private:
    Descriptor m_file;
};

}  // namespace pledgebook::store
