#include "core/error.hpp"
#include "store/duck/handles.hpp"

#include <array>

namespace pledgebook::store::duck {

namespace {

// A prepared statement that is destroyed in any case.
struct Prepared {
    duckdb_prepared_statement statement = nullptr;

    Prepared() = default;
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;
    ~Prepared() { duckdb_destroy_prepare(&statement); }
};

struct Extracted {
    duckdb_extracted_statements statements = nullptr;

    Extracted() = default;
    Extracted(const Extracted&) = delete;
    Extracted& operator=(const Extracted&) = delete;
    ~Extracted() { duckdb_destroy_extracted(&statements); }
};

// The first word of a statement, in capitals, blanks and remarks before it passed over.
std::string first_word(std::string_view sql) {
    while (!sql.empty()) {
        if (sql.starts_with("--")) {
            sql.remove_prefix(std::min(sql.find('\n'), sql.size()));
        } else if (sql.starts_with("/*")) {
            const auto end = sql.find("*/");
            sql.remove_prefix(end == std::string_view::npos ? sql.size() : end + 2);
        } else if (std::string_view(" \t\r\n(").find(sql.front()) != std::string_view::npos) {
            sql.remove_prefix(1);
        } else {
            break;
        }
    }
    std::string word;
    for (const char c : sql) {
        const char upper = (c >= 'a' && c <= 'z') ? static_cast<char>(c - 'a' + 'A') : c;
        if (upper < 'A' || upper > 'Z') {
            break;
        }
        word += upper;
    }
    return word;
}

[[noreturn]] void refuse(const std::string& what) {
    throw Error(what, "Ask with one SELECT (or WITH, FROM, VALUES, DESCRIBE, SHOW, SUMMARIZE).");
}

void check_first_word(const std::string& sql) {
    constexpr std::array allowed{"SELECT",   "WITH", "FROM",      "VALUES",
                                 "DESCRIBE", "SHOW", "SUMMARIZE", "TABLE"};
    const auto word = first_word(sql);
    for (const auto* each : allowed) {
        if (word == each) {
            return;
        }
    }
    refuse(word.empty() ? "there is no statement" : "a book is read, never changed, by sql: " + word);
}

}  // namespace

Connection::Connection(const Database& database) : m_state(std::make_unique<State>()) {
    if (duckdb_connect(database.m_state->database, &m_state->connection) != DuckDBSuccess) {
        throw Error("DuckDB gave no connection");
    }
}

Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

void Connection::run(const std::string& sql) {
    duckdb_result result{};
    const auto state = duckdb_query(m_state->connection, sql.c_str(), &result);
    const std::string reason = state == DuckDBSuccess ? "" : cleaned(duckdb_result_error(&result));
    duckdb_destroy_result(&result);
    if (state != DuckDBSuccess) {
        throw Error("the database refused: " + reason);
    }
}

Result Connection::query(const std::string& sql, const std::vector<std::string>& values) {
    Prepared prepared;
    if (duckdb_prepare(m_state->connection, sql.c_str(), &prepared.statement) != DuckDBSuccess) {
        throw Error("the database refused: " + cleaned(duckdb_prepare_error(prepared.statement)));
    }
    for (std::size_t at = 0; at < values.size(); ++at) {
        duckdb_bind_varchar_length(prepared.statement, at + 1, values[at].data(), values[at].size());
    }
    auto state = std::make_unique<Result::State>();
    if (duckdb_execute_prepared(prepared.statement, &state->result) != DuckDBSuccess) {
        throw Error("the database refused: " + cleaned(duckdb_result_error(&state->result)));
    }
    state->describe();
    return Result(std::move(state));
}

Result Connection::select_only(const std::string& sql) {
    check_first_word(sql);
    Extracted extracted;
    const auto count = duckdb_extract_statements(m_state->connection, sql.c_str(), &extracted.statements);
    if (count == 0) {
        const char* reason = duckdb_extract_statements_error(extracted.statements);
        refuse(reason == nullptr ? "there is no statement"
                                 : "the question is not understood: " + cleaned(reason));
    }
    if (count > 1) {
        refuse("there are " + std::to_string(count) + " statements");
    }
    Prepared prepared;
    if (duckdb_prepare_extracted_statement(m_state->connection, extracted.statements, 0,
                                           &prepared.statement) != DuckDBSuccess) {
        throw Error("the question is not understood: " + cleaned(duckdb_prepare_error(prepared.statement)),
                    "`sql \"SHOW TABLES\"` lists the tables, `sql \"DESCRIBE entries\"` the columns of one.");
    }
    if (duckdb_prepared_statement_type(prepared.statement) != DUCKDB_STATEMENT_TYPE_SELECT) {
        refuse("a book is read, never changed, by sql");
    }
    if (duckdb_nparams(prepared.statement) > 0) {
        refuse("the statement has a ? or $ with nothing to put in its place");
    }
    auto state = std::make_unique<Result::State>();
    if (duckdb_execute_prepared_streaming(prepared.statement, &state->result) != DuckDBSuccess) {
        throw Error("the question failed: " + cleaned(duckdb_result_error(&state->result)));
    }
    state->describe();
    return Result(std::move(state));
}

}  // namespace pledgebook::store::duck
