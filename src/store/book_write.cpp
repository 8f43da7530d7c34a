#include "store/book.hpp"

#include "core/error.hpp"
#include "store/book_state.hpp"
#include "store/content.hpp"
#include "store/disk.hpp"
#include "store/lock.hpp"
#include "store/reread.hpp"

#include <algorithm>
#include <system_error>

namespace pledgebook::store {

namespace fs = std::filesystem;

namespace {

void tell(const Progress& progress, std::string_view what, double share) {
    if (progress) {
        progress(what, share);
    }
}

// Ids are typed in commands, stand in addresses and name files, so their parts are plain words.
void check_word(const std::string& word, const char* what) {
    const bool plain = std::all_of(word.begin(), word.end(), [](unsigned char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
               c == '-' || c == '_';
    });
    if (!plain) {
        throw Error(
            std::string(what) + " '" + word + "' has other signs than letters, digits, '.', '-' and '_'",
            std::string("Give another with --") + (std::string_view(what) == "the label" ? "label" : "as") +
                ".");
    }
}

std::string id_of(const JournalLine& line, const std::vector<JournalLine>& before) {
    if (line.series.empty()) {
        throw Error("the source does not say what it is a release of",
                    "Name its series with --as, for example --as ust.");
    }
    check_word(line.series, "the series");
    check_word(line.label, "the label");
    if (line.label.empty() && !line.cutoff) {
        throw Error("the source says neither which release it is nor how far it goes",
                    "Name the release with --label, or its last day with --cutoff.");
    }
    const std::string base =
        line.series + "-" + (line.label.empty() ? "until-" + to_string(*line.cutoff) : line.label);
    const auto taken = [&](const std::string& id) {
        return std::any_of(before.begin(), before.end(),
                           [&](const JournalLine& each) { return each.id == id; });
    };
    std::string id = base;
    for (int number = 1; taken(id); ++number) {
        id = base + "." + std::to_string(number);
    }
    return id;
}

void describe(JournalLine& line, const Release& release, const Overrides& overrides) {
    line.series = overrides.series.empty() ? release.series : overrides.series;
    line.label = overrides.label.empty() ? release.label : overrides.label;
    line.cutoff = overrides.cutoff ? overrides.cutoff : release.cutoff;
    line.published = overrides.published ? overrides.published : release.published;
    line.importer = release.importer;
    if (overrides.cutoff && release.begins && *overrides.cutoff < *release.begins) {
        throw Error("the cut-off " + to_string(*overrides.cutoff) + " lies before the first day covered, " +
                        to_string(*release.begins),
                    "Give another with --cutoff.");
    }
    if (overrides.published && line.cutoff && *overrides.published < *line.cutoff) {
        throw Error("the day of publication " + to_string(*overrides.published) +
                        " lies before the cut-off, " + to_string(*line.cutoff),
                    "Give another with --published, or the cut-off with --cutoff.");
    }
}

// The same bytes cannot be told apart later, so they cannot be in the book under two names.
void check_same(const JournalLine& there, const Overrides& asked) {
    const bool same = (asked.series.empty() || asked.series == there.series) &&
                      (asked.label.empty() || asked.label == there.label) &&
                      (!asked.cutoff || asked.cutoff == there.cutoff) &&
                      (!asked.published || asked.published == there.published);
    if (!same) {
        throw Error(
            "these bytes are in the book already as " + there.id + ", with another series, label or date",
            "Use " + there.id + ", or import into a new book with what you want to say of it.");
    }
}

void remove_leftovers(const fs::path& folder, const Sources& sources) {
    sources.clean();
    for (const auto& each : fs::directory_iterator(folder)) {
        if (is_leftover(each.path())) {
            std::error_code ignored;
            fs::remove(each.path(), ignored);
        }
    }
}

// The sources of one import as they are stored; taken out again unless kept.
class Storing {
public:
    explicit Storing(const Sources& sources) : m_sources(sources) {}
    Storing(const Storing&) = delete;
    Storing& operator=(const Storing&) = delete;
    ~Storing() {
        for (const auto& hash : m_fresh) {
            m_sources.remove(hash);
        }
    }
    void put(const std::string& hash, std::string_view bytes) {
        if (m_sources.put(hash, bytes)) {
            m_fresh.push_back(hash);
        }
    }
    void keep() { m_fresh.clear(); }

private:
    const Sources& m_sources;
    std::vector<std::string> m_fresh;
};

}  // namespace

Added Book::add(const SourceBytes& source, Intake intake, const Overrides& overrides, Date day,
                const Progress& progress) {
    auto& state = *m_state;
    if (source.files.empty()) {
        throw Error("there is nothing to import").at(source.name);
    }
    JournalLine line;
    line.sha256 = hash_of(source, line.files);
    line.name = source.name;
    line.folder = source.folder;
    line.day = day;

    const Lock lock(state.folder, "an import");
    state.look_again(progress);
    if (const auto* there = state.journal.line_of(line.sha256)) {
        check_same(*there, overrides);
        return {there->id, false};
    }
    remove_leftovers(state.folder, state.sources);
    describe(line, intake.release, overrides);
    line.id = id_of(line, state.journal.lines());
    complete(intake, line);
    state.commit(line, source, intake, progress);
    return {line.id, true};
}

std::optional<Known> Book::known(const fs::path& folder, const SourceBytes& source,
                                 const Overrides& overrides) {
    std::vector<JournalFile> files;
    const auto hash = hash_of(source, files);
    const Journal journal(folder);
    const auto* there = journal.line_of(hash);
    if (there == nullptr) {
        return std::nullopt;
    }
    check_same(*there, overrides);
    const Sources sources(folder);
    Known known{there->id, 0};
    std::optional<Lock> lock;
    for (std::size_t at = 0; at < files.size(); ++at) {
        if (!sources.holds(files[at].sha256)) {
            if (!lock) {
                lock.emplace(folder, "an import");
            }
            known.put_back += sources.put(files[at].sha256, source.files[at].second) ? 1 : 0;
        }
    }
    return known;
}

// First the sources, then the new cache beside the old one: what cannot be stored is refused before it
// counts. The journal line makes it count; the renaming makes it seen.
void Book::State::commit(JournalLine& line, const SourceBytes& source, const Intake& intake,
                         const Progress& progress) {
    const auto text = journal.prepare(line);
    tell(progress, "storing the source", 0.0);
    Storing storing(sources);
    for (std::size_t at = 0; at < source.files.size(); ++at) {
        storing.put(line.files[at].sha256, source.files[at].second);
    }
    tell(progress, "filling the cache", 0.2);
    const auto made = filled(NewCache::From::old, progress);
    made->add(intake, line.number);
    made->finish({journal.lines().size() + 1, line.sum});
    tell(progress, "writing the journal", 0.8);
    storing.keep();
    journal.append(line, text);
    tell(progress, "putting the cache in its place", 0.9);
    try {
        take(*made);
    } catch (const Error&) {
        // The import counts all the same; the cache is made again when the book is next opened.
        tell(progress, "the cache could not be put in its place", 0.9);
    }
    tell(progress, "done", 1.0);
}

std::string Book::rebuild(const Progress& progress) {
    auto& state = *m_state;
    const Lock lock(state.folder, "a rebuild");
    state.journal = Journal(state.folder);
    remove_leftovers(state.folder, state.sources);
    const auto made = state.filled(NewCache::From::nothing, progress);
    made->finish(state.position());
    state.take(*made);
    tell(progress, "done", 1.0);
    return content_hash();
}

std::string Book::content_hash() const {
    auto connection = m_state->cache->connect();
    return store::content_hash(connection);
}

}  // namespace pledgebook::store
