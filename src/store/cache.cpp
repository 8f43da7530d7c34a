#include "store/cache.hpp"

#include "core/error.hpp"
#include "store/disk.hpp"
#include "store/intake_rows.hpp"
#include "store/schema/schema.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>

namespace pledgebook::store {

namespace fs = std::filesystem;

namespace {

// No extension is ever loaded, nothing is fetched; two threads are plenty for books of this size.
duck::Options options(bool read_only) {
    return {{"access_mode", read_only ? "READ_ONLY" : "READ_WRITE"},
            {"autoinstall_known_extensions", "false"},
            {"autoload_known_extensions", "false"},
            {"threads", "1"},
            {"force_compression", "uncompressed"},
            {"wal_autocheckpoint", "1KB"}};
}

std::string version() {
    return std::string(schema::version) + " " + duck::engine_version();
}

std::string fingerprint(duck::Connection& connection) {
    auto rows = connection.query(std::string(schema::fingerprint));
    rows.next();
    return std::string(rows.text());
}

void make_tables(duck::Connection& connection) {
    connection.run(std::string(schema::tables));
    connection.run(std::string(schema::views));
}

// A folder for temporary files that nobody else can write into.
fs::path private_folder() {
    std::string name = std::string(P_tmpdir) + "/pledgebook-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) {
        fail_by_system("cannot be made", name, errno);
    }
    return name;
}

// How far a cache goes, where it is of this version and its rows are what it says they are.
std::optional<CachePosition> check(duck::Connection& connection) {
    auto state = connection.query("FROM cache_state");
    if (!state.next() || state.text() != version()) {
        return std::nullopt;
    }
    CachePosition position;
    position.lines = static_cast<std::uint64_t>(state.integer());
    position.sum = state.text();
    return state.text() == fingerprint(connection) ? std::optional(position) : std::nullopt;
}

bool can_make(const fs::path& file) {
    const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (made < 0) {
        return false;
    }
    ::close(made);
    ::unlink(file.c_str());
    return true;
}

}  // namespace

fs::path Cache::path_in(const fs::path& book) {
    return book / "cache.duckdb";
}

Cache::Cache(fs::path file, duck::Database database, CachePosition position)
    : m_file(std::move(file)), m_database(std::move(database)), m_position(std::move(position)) {}

std::optional<Cache> Cache::open(const fs::path& file) {
    if (std::error_code ignored; !fs::exists(file, ignored)) {
        return std::nullopt;
    }
    try {
        duck::Database database(file, options(true));
        duck::Connection connection(database);
        auto position = check(connection);
        if (!position) {
            return std::nullopt;
        }
        return Cache(file, std::move(database), std::move(*position));
    } catch (const Error&) {
        // Whatever is wrong with a cache, the cure is the same: it is made again.
        return std::nullopt;
    }
}

NewCache::NewCache(const fs::path& book, From from)
    : m_target(Cache::path_in(book)), m_file(beside(m_target)) {
    if (!can_make(m_file)) {
        m_file = private_folder() / m_target.filename();
        m_in_book = false;
    }
    try {
        if (from == From::nothing || !begin_with_old()) {
            begin_with_nothing();
        }
    } catch (const Error&) {
        remove_files();
        throw;
    }
}

NewCache::~NewCache() {
    if (m_remove) {
        remove_files();
    }
}

// The path may have come to mean another cache since the caller looked, so the copy is looked at, not the
// file.
bool NewCache::begin_with_old() {
    std::error_code failed;
    if (fs::copy_file(m_target, m_file, failed); failed) {
        return false;
    }
    try {
        m_database.emplace(m_file, options(false));
        m_connection.emplace(*m_database);
        if (const auto position = check(*m_connection)) {
            m_begins_after = *position;
            m_connection->run("BEGIN");
            return true;
        }
    } catch (const Error&) {
        // Torn: it is made from nothing.
        m_begins_after = {};
    }
    remove_database();
    return false;
}

void NewCache::begin_with_nothing() {
    m_database.emplace(m_file, options(false));
    m_connection.emplace(*m_database);
    m_connection->run("BEGIN");
    make_tables(*m_connection);
}

void NewCache::remove_database() {
    m_connection.reset();
    m_database.reset();
    ::unlink(m_file.c_str());
    ::unlink((m_file.string() + ".wal").c_str());
}

void NewCache::remove_files() {
    remove_database();
    if (!m_in_book) {
        ::rmdir(m_file.parent_path().c_str());
    }
}

void NewCache::add(const Intake& intake, std::uint64_t number) {
    write_intake(*m_connection, intake, number);
}

void NewCache::finish(const CachePosition& position) {
    m_connection->run("DELETE FROM cache_state");
    duck::Appender row(*m_connection, "cache_state");
    row.text(version()).integer(static_cast<std::int64_t>(position.lines)).text(position.sum);
    row.text(fingerprint(*m_connection)).end_row();
    row.close();
    m_connection->run("COMMIT");
    m_connection->run("CHECKPOINT");
    m_connection.reset();
    m_database.reset();
}

fs::path NewCache::publish() {
    m_remove = false;
    if (m_in_book && ::rename(m_file.c_str(), m_target.c_str()) == 0) {
        return m_target;
    }
    return m_file;
}

duck::Database empty_in_memory() {
    duck::Database database({}, options(false));
    duck::Connection connection(database);
    make_tables(connection);
    return database;
}

}  // namespace pledgebook::store
