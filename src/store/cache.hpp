// The cache of a book: a DuckDB file made from sources and journal. It is never changed in place: a new one
// is made beside it and renamed over, so that readers of the old one go on undisturbed.
#pragma once

#include "core/release.hpp"
#include "store/duck/database.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace pledgebook::store {

// How far a cache goes: the number of journal lines it was made from, and the sum of the last of them.
struct CachePosition {
    std::uint64_t lines = 0;
    std::string sum;

    bool operator==(const CachePosition&) const = default;
};

// A cache that is open for reading.
class Cache {
public:
    // Nothing where there is no file, or it is torn, altered or of another version.
    static std::optional<Cache> open(const std::filesystem::path& file);
    static std::filesystem::path path_in(const std::filesystem::path& book);

    [[nodiscard]] const CachePosition& position() const { return m_position; }
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    // Each caller its own, so that several threads can read.
    [[nodiscard]] duck::Connection connect() const { return duck::Connection(m_database); }

    Cache(Cache&&) noexcept = default;
    Cache& operator=(Cache&&) noexcept = default;
    ~Cache() = default;

private:
    Cache(std::filesystem::path file, duck::Database database, CachePosition position);

    std::filesystem::path m_file;
    duck::Database m_database;
    CachePosition m_position;
};

// A cache in the making. Removed again unless it is published or kept.
class NewCache {
public:
    enum class From { nothing, old };

    // Begins with no rows, or with those of the book's cache where it is sound. Made in the book where it can
    // be written, else in the system's folder for temporary files.
    NewCache(const std::filesystem::path& book, From from);
    NewCache(const NewCache&) = delete;
    NewCache& operator=(const NewCache&) = delete;
    ~NewCache();

    // What it began with.
    [[nodiscard]] const CachePosition& begins_after() const { return m_begins_after; }

    void add(const Intake& intake, std::uint64_t number);
    // Writes where it stands and closes the file.
    void finish(const CachePosition& position);
    // Puts it in the place of the book's cache, which is then this one; where that cannot be, keeps it in the
    // temporary place. Gives the path where it is.
    std::filesystem::path publish();

private:
    bool begin_with_old();
    void begin_with_nothing();
    void remove_database();
    void remove_files();

    std::filesystem::path m_target;
    std::filesystem::path m_file;
    bool m_in_book = true;
    bool m_remove = true;
    CachePosition m_begins_after;
    std::optional<duck::Database> m_database;
    std::optional<duck::Connection> m_connection;
};

// The same tables in memory, for comparing.
duck::Database empty_in_memory();

}  // namespace pledgebook::store
