// DuckDB by its C interface, in five small classes: Database, Connection, Transaction, Result, Appender.
// No DuckDB type is seen outside the .cpp files of this folder.
#pragma once

#include "core/date.hpp"
#include "core/decimal.hpp"
#include "core/money.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::store::duck {

// What a database is opened with: DuckDB's own configuration words and values.
using Options = std::map<std::string, std::string>;

// The version of the engine: "v1.4.4".
std::string engine_version();

class Database {
public:
    // An empty path is a database in memory. Throws Error where DuckDB refuses.
    Database(const std::filesystem::path& file, const Options& options);
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

private:
    friend class Connection;
    struct State;
    std::unique_ptr<State> m_state;
};

enum class ColumnType { text, integer, decimal, real, date, boolean, other };

// Rows, read one after another and cell by cell from the left.
class Result {
public:
    Result(Result&&) noexcept;
    Result& operator=(Result&&) noexcept;
    ~Result();

    [[nodiscard]] std::size_t columns() const;
    [[nodiscard]] std::string column_name(std::size_t column) const;
    [[nodiscard]] ColumnType column_type(std::size_t column) const;

    // Goes to the next row; false where there is none. Throws Error where DuckDB fails on the way.
    bool next();

    // The next cell of the row. Those that give an optional give nothing for NULL.
    bool skip_null();         // true, and one cell further, where the next cell is NULL
    std::string_view text();  // valid until next()
    std::int64_t integer();
    Decimal decimal();  // of a DECIMAL(18,4)
    Rate rate();        // of a DECIMAL(18,8)
    Date day();
    // Any cell as text: decimals without trailing zeros, dates as 2022-10-03. Nothing for NULL. Throws Error
    // for lists, structs and the like, saying that they can be cast.
    std::optional<std::string> any();

private:
    friend class Connection;
    struct State;
    explicit Result(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

class Connection {
public:
    explicit Connection(const Database& database);
    Connection(Connection&&) noexcept;
    Connection& operator=(Connection&&) noexcept;
    ~Connection();

    // Runs statements that give no rows.
    void run(const std::string& sql);
    // Runs one statement with texts bound to its ?s.
    Result query(const std::string& sql, const std::vector<std::string>& values = {});
    // Runs one statement written by a person: refused unless it is a single SELECT.
    Result select_only(const std::string& sql);

private:
    friend class Appender;
    struct State;
    std::unique_ptr<State> m_state;
};

// Rolls back unless committed.
class Transaction {
public:
    explicit Transaction(Connection& connection);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    void commit();

private:
    Connection& m_connection;
    bool m_open = true;
};

// Adds rows to a table, cell by cell from the left. Exact: numbers go in as they are. Throws Error where a
// text is no UTF-8 or a number does not fit its column.
class Appender {
public:
    Appender(Connection& connection, const std::string& table);
    Appender(Appender&&) noexcept;
    Appender& operator=(Appender&&) noexcept;
    ~Appender();

    Appender& text(std::string_view value);
    Appender& integer(std::int64_t value);
    Appender& decimal(Decimal value);
    Appender& rate(Rate value);
    Appender& day(Date value);
    Appender& null();

    Appender& decimal(const std::optional<Decimal>& value) { return value ? decimal(*value) : null(); }
    Appender& day(const std::optional<Date>& value) { return value ? day(*value) : null(); }

    void end_row();
    // Nothing counts before this.
    void close();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace pledgebook::store::duck
