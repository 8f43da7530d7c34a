// The imported files, byte for byte, each named by its SHA-256: sources/ab/ab12…
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::store {

class Sources {
public:
    explicit Sources(const std::filesystem::path& book) : m_folder(book / "sources") {}

    [[nodiscard]] std::filesystem::path path_of(const std::string& hash) const;

    // Keeps the bytes, safe on the disk when it returns; true where they were not there before.
    bool put(const std::string& hash, std::string_view bytes) const;
    // True where the file is there and is what its name says.
    [[nodiscard]] bool holds(const std::string& hash) const;
    // Throws Error, with its place, where the file is missing or is not what its name says.
    [[nodiscard]] std::string get(const std::string& hash) const;
    void remove(const std::string& hash) const;

    // Everything that lies there: hashes, and other names with their folder.
    struct Listing {
        std::vector<std::string> hashes;  // sorted
        std::vector<std::string> others;  // sorted; half-written files among them
    };
    [[nodiscard]] Listing list() const;
    // Removes what dead processes left half-written.
    void clean() const;

private:
    std::filesystem::path m_folder;
};

}  // namespace pledgebook::store
