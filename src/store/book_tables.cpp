#include "store/book.hpp"

#include "core/error.hpp"
#include "store/book_state.hpp"
#include "store/content.hpp"

#include <system_error>

namespace pledgebook::store {

namespace fs = std::filesystem;

namespace {

// For statements that a person wrote: no file but the cache itself, no network, no setting, no extension, and
// no more memory than the machine will miss.
duck::Options closed() {
    return {{"access_mode", "READ_ONLY"},
            {"allow_community_extensions", "false"},
            {"autoinstall_known_extensions", "false"},
            {"autoload_known_extensions", "false"},
            {"enable_external_access", "false"},
            {"lock_configuration", "true"},
            {"memory_limit", "1GB"},
            {"threads", "2"}};
}

// A path as a literal of SQL, where no value can be bound.
std::string quoted(const std::string& text) {
    std::string literal = "'";
    for (const char c : text) {
        literal += c;
        if (c == '\'') {
            literal += c;
        }
    }
    return literal + "'";
}

}  // namespace

std::vector<std::pair<std::string, std::string>> Book::table_names() {
    std::vector<std::pair<std::string, std::string>> names;
    for (const auto& each : book_tables()) {
        names.emplace_back(each.name, each.sentence);
    }
    return names;
}

Rows Book::table(std::string_view name) const {
    const auto statement = ordered(name);
    auto connection = m_state->cache->connect();
    return collect(connection.query(statement), false);
}

Rows Book::query(const std::string& sql) const {
    const duck::Database database(m_state->cache->file(), closed());
    duck::Connection connection(database);
    return collect(connection.select_only(sql), true);
}

void Book::write_parquet(std::string_view table, const fs::path& file) const {
    const auto statement = ordered(table);
    if (std::error_code ignored; fs::exists(file, ignored)) {
        throw Error("the file is there already", "Name another, or remove it first.").at(file.string());
    }
    auto connection = m_state->cache->connect();
    try {
        connection.run("COPY (" + statement + ") TO " + quoted(file.string()) +
                       " (FORMAT parquet, COMPRESSION zstd)");
    } catch (Error& error) {
        std::error_code ignored;
        fs::remove(file, ignored);
        throw error.at(file.string());
    }
}

}  // namespace pledgebook::store
