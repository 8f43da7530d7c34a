// What a Book holds; for the book*.cpp files alone.
#pragma once

#include "store/book.hpp"
#include "store/cache.hpp"
#include "store/journal.hpp"
#include "store/sources.hpp"

#include <span>

namespace pledgebook::store {

struct Book::State {
    std::filesystem::path folder;
    Reader reader;
    unsigned threads = 0;
    Journal journal;
    Sources sources;
    std::optional<Cache> cache;  // always there once a book is open

    State(std::filesystem::path where, Reader by, unsigned on);
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State();

    // Opens the cache, or makes what is missing of it. When it throws, the one that was open still is.
    void open_cache(const Progress& progress);
    // Reads what others have written since.
    void look_again(const Progress& progress);
    // Makes an import count. When it throws, the book is as it was.
    void commit(JournalLine& line, const SourceBytes& source, const Intake& intake, const Progress& progress);
    // Adds an acknowledgement or its withdrawal to the journal, under the lock.
    void note(AcknowledgementLine line);
    // A new cache with all imports of the journal, not yet finished; begun with the old cache where that is
    // of this journal.
    [[nodiscard]] std::unique_ptr<NewCache> filled(NewCache::From from, const Progress& progress) const;
    // Puts a finished cache in its place and opens it. When it throws, the one that was open still is.
    void take(NewCache& made);
    // The journal may be further than the cache that is open; this is as far as what is read goes.
    [[nodiscard]] std::span<const JournalLine> lines_in_cache() const;
    // What was acknowledged is no part of the cache, and leaves it as it is.
    [[nodiscard]] CachePosition position() const { return {journal.lines().size(), journal.import_sum()}; }
    void forget_cache();
};

}  // namespace pledgebook::store
