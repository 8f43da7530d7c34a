// The states behind the classes of database.hpp; for the .cpp files of this folder alone.
#pragma once

#include "store/duck/database.hpp"

#include <duckdb.h>

namespace pledgebook::store::duck {

struct Database::State {
    duckdb_database database = nullptr;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { duckdb_close(&database); }
};

struct Connection::State {
    duckdb_connection connection = nullptr;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { duckdb_disconnect(&connection); }
};

struct Result::State {
    struct Column {
        std::string name;
        duckdb_type type = DUCKDB_TYPE_INVALID;
        std::uint8_t scale = 0;                      // of a decimal
        duckdb_type internal = DUCKDB_TYPE_INVALID;  // of a decimal
        void* data = nullptr;                        // of the chunk at hand
        std::uint64_t* validity = nullptr;
    };

    duckdb_result result{};
    duckdb_data_chunk chunk = nullptr;
    std::vector<Column> columns;
    idx_t row = 0;
    idx_t rows = 0;  // of the chunk at hand
    std::size_t column = 0;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        duckdb_destroy_data_chunk(&chunk);
        duckdb_destroy_result(&result);
    }
    void describe();
};

// DuckDB's message without the name of its class of error and without the picture of the statement.
std::string cleaned(const char* message);

}  // namespace pledgebook::store::duck
