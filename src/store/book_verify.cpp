#include "core/error.hpp"
#include "store/book.hpp"
#include "store/book_state.hpp"
#include "store/content.hpp"
#include "store/disk.hpp"
#include "store/intake_rows.hpp"
#include "store/reread.hpp"

#include <algorithm>
#include <set>

namespace pledgebook::store {

namespace {

// An Error as one line of a report.
std::string line_of(const Error& error) {
    const std::string text = error.what();
    return text.substr(0, text.find('\n'));
}

void verify_journal(const std::filesystem::path& folder, Verified& found) {
    try {
        const Journal journal(folder);
        found.journal_lines = journal.count();
        if (journal.torn()) {
            found.leftovers.push_back("the end of journal.jsonl: a line that was never finished");
        }
    } catch (const Error& error) {
        found.wrong.push_back(line_of(error));
    }
}

void verify_sources(const Sources& sources, const Journal& journal, Verified& found) {
    std::set<std::string> named;
    for (const auto& line : journal.lines()) {
        for (const auto& file : line.files) {
            if (!named.insert(file.sha256).second) {
                continue;
            }
            ++found.sources;
            try {
                (void)sources.get(file.sha256);
            } catch (const Error& error) {
                found.wrong.push_back(line_of(error) + " (" + file.name + " of " + line.id + ")");
            }
        }
    }
    auto listing = sources.list();
    for (const auto& hash : listing.hashes) {
        if (!named.contains(hash)) {
            found.leftovers.push_back("sources/" + hash.substr(0, 2) + "/" + hash);
        }
    }
    found.leftovers.insert(found.leftovers.end(), listing.others.begin(), listing.others.end());
}

void find_leftovers(const std::filesystem::path& folder, Verified& found) {
    std::vector<std::string> names;
    for (const auto& each : std::filesystem::directory_iterator(folder)) {
        if (is_leftover(each.path())) {
            names.push_back(each.path().filename().string());
        }
    }
    std::sort(names.begin(), names.end());
    found.leftovers.insert(found.leftovers.end(), names.begin(), names.end());
}

}  // namespace

Verified Book::verify(const Progress& progress) const {
    const auto& state = *m_state;
    Verified found;
    verify_journal(state.folder, found);
    verify_sources(state.sources, state.journal, found);
    find_leftovers(state.folder, found);

    auto connection = state.cache->connect();
    found.rows = count_rows(connection);
    found.content_hash = store::content_hash(connection);
    if (!found.wrong.empty()) {
        return found;
    }
    const auto again = empty_in_memory();
    duck::Connection into(again);
    try {
        reread(
            state.sources, state.journal.lines(), state.reader, state.threads, progress,
            [&](const JournalLine& line, const Intake& intake) { write_intake(into, intake, line.number); });
    } catch (const Error& error) {
        found.wrong.push_back(line_of(error));
        return found;
    }
    if (const auto hash = store::content_hash(into); hash != found.content_hash) {
        found.wrong.push_back("the cache does not hold what the sources give: it has content hash " +
                              found.content_hash + ", they have " + hash);
    }
    return found;
}

}  // namespace pledgebook::store
