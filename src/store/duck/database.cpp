#include "store/duck/database.hpp"

#include "core/error.hpp"
#include "store/duck/handles.hpp"

namespace pledgebook::store::duck {

std::string engine_version() {
    return duckdb_library_version();
}

std::string cleaned(const char* message) {
    std::string text = message == nullptr ? "no reason was given" : message;
    text = text.substr(0, text.find("\n\nLINE "));
    if (const auto colon = text.find(" Error: "); colon != std::string::npos && colon < 30) {
        text = text.substr(colon + 8);
    }
    for (auto& c : text) {
        c = c == '\n' ? ' ' : c;
    }
    return text;
}

Database::Database(const std::filesystem::path& file, const Options& options)
    : m_state(std::make_unique<State>()) {
    duckdb_config config = nullptr;
    if (duckdb_create_config(&config) != DuckDBSuccess) {
        throw Error("DuckDB could not be set up");
    }
    const std::unique_ptr<duckdb_config, decltype(&duckdb_destroy_config)> owner(&config,
                                                                                 &duckdb_destroy_config);
    for (const auto& [name, value] : options) {
        if (duckdb_set_config(config, name.c_str(), value.c_str()) != DuckDBSuccess) {
            throw Error("DuckDB does not know the setting " + name + "=" + value);
        }
    }
    char* message = nullptr;
    const std::string path = file.string();
    if (duckdb_open_ext(path.empty() ? nullptr : path.c_str(), &m_state->database, config, &message) !=
        DuckDBSuccess) {
        const std::string reason = cleaned(message);
        duckdb_free(message);
        throw Error("the database cannot be opened: " + reason);
    }
}

Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Transaction::Transaction(Connection& connection) : m_connection(connection) {
    m_connection.run("BEGIN");
}

Transaction::~Transaction() {
    if (m_open) {
        try {
            m_connection.run("ROLLBACK");
        } catch (const Error&) {
            // Nothing can be done about it here, and closing the connection rolls back as well.
            m_open = false;
        }
    }
}

void Transaction::commit() {
    m_connection.run("COMMIT");
    m_open = false;
}

}  // namespace pledgebook::store::duck
