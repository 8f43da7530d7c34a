// A book on disk: sources by hash, an append-only journal, and a cache that is made from the two.
// The sources and the journal are the truth; an import counts once its journal line is on the disk.
#pragma once

#include "core/audit_finding.hpp"
#include "core/rows.hpp"
#include "store/shelf.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace pledgebook::store {

using Progress = std::function<void(std::string_view what, double share)>;

// The bytes of one import, as they were given.
struct SourceBytes {
    std::string name;  // of the file or folder, without its path
    bool folder = false;
    std::vector<std::pair<std::string, std::string>> files;  // name and bytes, by name
};

// What the one who imports says about a release, over what the source says.
struct Overrides {
    std::string series;  // --as
    std::string label;
    std::optional<Date> cutoff;
    std::optional<Date> published;
};

// Reads a stored source again by the importer of that name. Given by the caller, since the store knows no
// importer; throws Error where the importer is gone or refuses. Called from several threads at once.
using Reader = std::function<Intake(const std::string& importer, const SourceBytes& source)>;

struct Added {
    std::string id;      // "ust-7"
    bool fresh = false;  // false: the same bytes were in the book already, and nothing was done
};

// A source that the book has already.
struct Known {
    std::string id;
    std::size_t put_back = 0;  // files of it that were missing in the book or altered, and are whole again
};

// What `verify` found; no lines in `wrong` is a sound book.
struct Verified {
    std::uint64_t sources = 0;
    std::uint64_t journal_lines = 0;
    std::uint64_t rows = 0;
    std::string content_hash;
    std::vector<std::string> wrong;
    std::vector<std::string> leftovers;  // files of the book that nothing names; harmless
};

using pledgebook::Rows;

class Book final : public Shelf {
public:
    // Opens a book for reading; makes the cache again where it is missing, stale, torn or of another
    // version. `threads` 0 leaves the number to the machine. Throws Error where there is no book.
    static Book open(const std::filesystem::path& folder, Reader reader, const Progress& progress = {},
                     unsigned threads = 0);
    // The same, and makes the book first where the folder is missing or empty.
    static Book open_or_create(const std::filesystem::path& folder, Reader reader,
                               const Progress& progress = {}, unsigned threads = 0);
    // Throws Error where that cannot be looked at.
    static bool exists(const std::filesystem::path& folder);

    Book(Book&&) noexcept;
    Book& operator=(Book&&) noexcept;
    ~Book() override;

    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::vector<Release> releases() const override;
    [[nodiscard]] std::vector<Release> imports() const;  // also rates and macro figures
    [[nodiscard]] Intake load(std::string_view release_id) const override;
    [[nodiscard]] std::vector<DayRate> day_rates() const override;
    [[nodiscard]] std::vector<Macro> macro() const override;

    // Takes a source in: keeps the bytes, gives the release its id, writes the journal, updates the cache.
    // The lock is held meanwhile; another writer is told who holds it. When it returns, the import is safe;
    // when it throws, the book is as it was. `day` is today, as the caller's clock has it, for the journal.
    Added add(const SourceBytes& source, Intake intake, const Overrides& overrides, Date day,
              const Progress& progress = {});
    // The import of these bytes that the book in this folder has already; puts back what is missing of them
    // there. Reads the journal alone, so that a book that lacks a source is mended by importing it again.
    // Throws Error where `overrides` say of them what the journal does not.
    static std::optional<Known> known(const std::filesystem::path& folder, const SourceBytes& source,
                                      const Overrides& overrides = {});

    // The bytes that a release (or any import) was read from. Throws Error where there is none of that id, or
    // where they are missing or altered.
    [[nodiscard]] SourceBytes source(std::string_view id) const;

    // What holds of the series' findings: the last word on each key, those withdrawn left out; by key.
    [[nodiscard]] std::vector<Acknowledgement> acknowledgements(std::string_view series) const;
    // Writes into the journal that a finding was looked at and may stand. When it returns, it is safe.
    void acknowledge(const Acknowledgement& what);
    // Takes that back. Throws Error where nothing of that key is acknowledged in the series.
    void withdraw(const Acknowledgement& what);

    // Makes the cache again from sources and journal. Returns the content hash.
    std::string rebuild(const Progress& progress = {});
    // Proves that sources, journal and cache agree (reads every source again by its importer).
    [[nodiscard]] Verified verify(const Progress& progress = {}) const;
    [[nodiscard]] std::string content_hash() const;

    // Names of the tables that `table` and `query` see, with one sentence each.
    static std::vector<std::pair<std::string, std::string>> table_names();
    [[nodiscard]] Rows table(std::string_view name) const;   // in a fixed order
    [[nodiscard]] Rows query(const std::string& sql) const;  // read-only; no files, no settings, no network
    // Writes a table as Parquet (deterministic). `file` must not exist.
    void write_parquet(std::string_view table, const std::filesystem::path& file) const;

private:
    struct State;
    explicit Book(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace pledgebook::store
