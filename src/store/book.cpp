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

const JournalLine* Book::State::line_of(const std::string& sha256) const {
    for (const auto& line : journal.lines()) {
        if (line.sha256 == sha256) {
            return &line;
        }
    }
    return nullptr;
}

Book::Book(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Book::Book(Book&&) noexcept = default;
Book& Book::operator=(Book&&) noexcept = default;
Book::~Book() = default;

bool Book::exists(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_regular_file(Journal::path_in(folder), ignored);
}

Book Book::open(const fs::path& folder, Reader reader, const Progress& progress, unsigned threads) {
    std::error_code failed;
    if (fs::status(Journal::path_in(folder), failed).type() == fs::file_type::none) {
        fail_by_system("cannot be looked at", folder, failed.value());
    }
    if (!exists(folder)) {
        throw Error("there is no book", "`pledgebook --book " + folder.string() + " import FILE` makes one.")
            .at(folder.string());
    }
    auto state = std::make_unique<State>(folder, std::move(reader), threads);
    state->open_cache(progress);
    return Book(std::move(state));
}

Book Book::open_or_create(const fs::path& folder, Reader reader, const Progress& progress, unsigned threads) {
    if (!exists(folder)) {
        std::error_code failed;
        fs::create_directories(folder / "sources", failed);
        if (failed) {
            fail_by_system("cannot be made", folder, failed.value());
        }
        for (const auto& each : fs::directory_iterator(folder)) {
            const auto name = each.path().filename();
            if (name != "sources" && !is_beside(name) && name != "journal.jsonl") {
                throw Error("the folder is no book and not empty: it holds " + name.string(),
                            "Name a new or an empty folder.")
                    .at(folder.string());
            }
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

std::optional<std::string> Book::find(const SourceBytes& source) const {
    std::vector<JournalFile> files;
    const auto* line = m_state->line_of(hash_of(source, files));
    return line == nullptr ? std::nullopt : std::optional(line->id);
}

}  // namespace pledgebook::store
