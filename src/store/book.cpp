#include "store/book.hpp"

#include "core/error.hpp"
#include "store/book_state.hpp"
#include "store/disk.hpp"
#include "store/intake_rows.hpp"
#include "store/reread.hpp"

#include <map>
#include <system_error>
#include <tuple>

namespace pledgebook::store {

namespace fs = std::filesystem;

namespace {

// Neither a file nor a book that has lost its journal.
void must_be_free(const fs::path& folder) {
    std::error_code ignored;
    if (fs::exists(folder, ignored) && !fs::is_directory(folder, ignored)) {
        throw Error("this is a file; a book is a folder", "Name a new or an empty folder.")
            .at(folder.string());
    }
    if (!Sources(folder).list().hashes.empty()) {
        throw Error("the book has lost its journal.jsonl, which says what its sources are",
                    "Put it back from a backup, or import the files in sources/ into a new book.")
            .at(folder.string());
    }
}

// What a process leaves that was ended while it made a book is no obstacle.
void must_be_empty(const fs::path& folder) {
    std::error_code none_there;
    for (const auto& each : fs::directory_iterator(folder, none_there)) {
        const auto name = each.path().filename();
        if (!is_beside(name) && (name != "sources" || !fs::is_empty(each.path()))) {
            throw Error("the folder is no book and not empty: it holds " + name.string(),
                        "Name a new or an empty folder.")
                .at(folder.string());
        }
    }
}

}  // namespace

Book::State::State(fs::path where, Reader by, unsigned on)
    : folder(std::move(where)), reader(std::move(by)), threads(on), journal(folder), sources(folder) {}

Book::State::~State() {
    forget_cache();
}

// A cache outside the book was made for this Book alone.
void Book::State::forget_cache() {
    if (cache && cache->file() != Cache::path_in(folder)) {
        const auto file = cache->file();
        cache.reset();
        std::error_code ignored;
        fs::remove(file, ignored);
        fs::remove(file.parent_path(), ignored);  // only where it is empty
    }
    cache.reset();
}

void Book::State::open_cache(const Progress& progress) {
    if (auto opened = Cache::open(Cache::path_in(folder)); opened && opened->position() == position()) {
        forget_cache();
        cache = std::move(opened);
        return;
    }
    const auto made = filled(NewCache::From::old, progress);
    made->finish(position());
    take(*made);
}

void Book::State::look_again(const Progress& progress) {
    journal = Journal(folder);
    if (cache->position() != position()) {
        open_cache(progress);
    }
}

std::span<const JournalLine> Book::State::lines_in_cache() const {
    return std::span(journal.lines()).first(cache->position().lines);
}

std::unique_ptr<NewCache> Book::State::filled(NewCache::From from, const Progress& progress) const {
    const auto& lines = journal.lines();
    auto made = std::make_unique<NewCache>(folder, from);
    const auto& begins = made->begins_after();
    const bool of_this_journal =
        begins.lines == 0 || (begins.lines <= lines.size() && lines[begins.lines - 1].sum == begins.sum);
    if (!of_this_journal) {
        made = std::make_unique<NewCache>(folder, NewCache::From::nothing);
    }
    reread(sources, std::span(lines).subspan(made->begins_after().lines), reader, threads, progress,
           [&](const JournalLine& line, const Intake& intake) { made->add(intake, line.number); });
    return made;
}

void Book::State::take(NewCache& made) {
    const auto file = made.publish();
    auto opened = Cache::open(file);
    if (!opened || opened->position() != position()) {
        throw Error("the cache that was just made cannot be read",
                    "Look whether another program writes there.")
            .at(file.string());
    }
    forget_cache();
    cache = std::move(opened);
}

Book::Book(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Book::Book(Book&&) noexcept = default;
Book& Book::operator=(Book&&) noexcept = default;
Book::~Book() = default;

bool Book::exists(const fs::path& folder) {
    std::error_code failed;
    const auto type = fs::status(Journal::path_in(folder), failed).type();
    if (type == fs::file_type::none && failed != std::errc::not_a_directory) {
        fail_by_system("cannot be looked at", folder, failed.value());
    }
    return type == fs::file_type::regular;
}

Book Book::open(const fs::path& folder, Reader reader, const Progress& progress, unsigned threads) {
    if (!exists(folder)) {
        must_be_free(folder);
        throw Error("there is no book in " + folder.string(),
                    "make one with pledgebook --book " + folder.string() + " import FILE");
    }
    auto state = std::make_unique<State>(folder, std::move(reader), threads);
    state->open_cache(progress);
    return Book(std::move(state));
}

Book Book::open_or_create(const fs::path& folder, Reader reader, const Progress& progress, unsigned threads) {
    if (!exists(folder)) {
        must_be_free(folder);
        must_be_empty(folder);
        std::error_code failed;
        fs::create_directories(folder / "sources", failed);
        if (failed) {
            fail_by_system("cannot be made", folder, failed.value());
        }
        Journal::create(folder);
    }
    return open(folder, std::move(reader), progress, threads);
}

std::string Book::name() const {
    const auto path = m_state->folder.lexically_normal();
    return (path.has_filename() ? path.filename() : path.parent_path().filename()).string();
}

std::vector<Release> Book::releases() const {
    auto connection = m_state->cache->connect();
    return read_releases(connection, true);
}

std::vector<Release> Book::imports() const {
    auto connection = m_state->cache->connect();
    return read_releases(connection, false);
}

Intake Book::load(std::string_view release_id) const {
    std::string ids;
    for (const auto& line : m_state->lines_in_cache()) {
        if (line.id == release_id) {
            auto connection = m_state->cache->connect();
            return read_intake(connection, line.id);
        }
        ids += (ids.empty() ? "" : ", ") + line.id;
    }
    throw Error("there is no release '" + std::string(release_id) + "' in " + name(),
                ids.empty() ? "The book is empty: import something." : "It holds " + ids + ".");
}

std::vector<DayRate> Book::day_rates() const {
    std::map<std::pair<Currency, Date>, Rate> rates;
    for (const auto& rate : BuiltIn().day_rates()) {
        rates.insert_or_assign({rate.currency, rate.day}, rate.rate);
    }
    auto connection = m_state->cache->connect();
    for (const auto& rate : read_day_rates(connection)) {
        rates.insert_or_assign({rate.currency, rate.day}, rate.rate);
    }
    std::vector<DayRate> all;
    all.reserve(rates.size());
    for (const auto& [key, rate] : rates) {
        all.push_back({key.first, key.second, rate});
    }
    return all;
}

std::vector<Macro> Book::macro() const {
    std::map<std::tuple<Macro::What, std::string, int>, Macro> figures;
    const auto put = [&](const Macro& each) {
        figures.insert_or_assign({each.what, each.donor, each.year}, each);
    };
    for (const auto& each : BuiltIn().macro()) {
        put(each);
    }
    auto connection = m_state->cache->connect();
    for (const auto& each : read_macro(connection)) {
        put(each);
    }
    std::vector<Macro> all;
    all.reserve(figures.size());
    for (auto& [key, each] : figures) {
        all.push_back(std::move(each));
    }
    return all;
}

}  // namespace pledgebook::store
