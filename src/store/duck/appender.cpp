#include "core/error.hpp"
#include "store/duck/handles.hpp"

#include <cstdint>
#include <cstring>

namespace pledgebook::store::duck {

namespace {

constexpr std::int64_t widest = 999'999'999'999'999'999;  // DECIMAL(18)

// The length of the UTF-8 character that begins here, 0 where none does (overlong forms, surrogates and
// what lies beyond U+10FFFF are none).
std::size_t character_length(std::string_view text) {
    const auto byte = [&](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    const auto follows = [&](std::size_t at) { return (byte(at) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    if (first < 0x80U) {
        return 1;
    }
    if (first >= 0xC2U && first <= 0xDFU) {
        return follows(1) ? 2 : 0;
    }
    if ((first & 0xF0U) == 0xE0U) {
        const bool good = !(first == 0xE0U && byte(1) < 0xA0U) && !(first == 0xEDU && byte(1) > 0x9FU);
        return good && follows(1) && follows(2) ? 3 : 0;
    }
    if (first >= 0xF0U && first <= 0xF4U) {
        const bool good = !(first == 0xF0U && byte(1) < 0x90U) && !(first == 0xF4U && byte(1) > 0x8FU);
        return good && follows(1) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        std::uint64_t eight = 0;
        if (text.size() >= sizeof eight) {  // mostly plain letters, which need no closer look
            std::memcpy(&eight, text.data(), sizeof eight);
            if ((eight & 0x8080808080808080U) == 0) {
                text.remove_prefix(sizeof eight);
                continue;
            }
        }
        const auto length = character_length(text);
        if (length == 0) {
            return false;
        }
        text.remove_prefix(length);
    }
    return true;
}

}  // namespace

struct Appender::State {
    std::string table;
    duckdb_appender appender = nullptr;
    std::vector<duckdb_logical_type> types;
    duckdb_data_chunk chunk = nullptr;
    std::vector<duckdb_vector> vectors;
    std::vector<void*> data;
    idx_t row = 0;
    std::size_t column = 0;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        duckdb_destroy_data_chunk(&chunk);
        for (auto& type : types) {
            duckdb_destroy_logical_type(&type);
        }
        duckdb_appender_destroy(&appender);
    }

    void sure(duckdb_state state) const {
        if (state != DuckDBSuccess) {
            throw Error("the database refused rows: " + cleaned(duckdb_appender_error(appender))).at(table);
        }
    }
    void start_chunk() {
        duckdb_data_chunk_reset(chunk);
        row = 0;
        for (std::size_t at = 0; at < types.size(); ++at) {
            vectors[at] = duckdb_data_chunk_get_vector(chunk, at);
            data[at] = duckdb_vector_get_data(vectors[at]);
            duckdb_vector_ensure_validity_writable(vectors[at]);
        }
    }
    void flush_chunk() {
        duckdb_data_chunk_set_size(chunk, row);
        sure(duckdb_append_data_chunk(appender, chunk));
        start_chunk();
    }
    void* next() {
        if (column >= data.size()) {
            throw Error("a row has more cells than the table has columns").at(table);
        }
        return data[column];
    }
};

Appender::Appender(Connection& connection, const std::string& table) : m_state(std::make_unique<State>()) {
    auto& state = *m_state;
    state.table = table;
    state.sure(
        duckdb_appender_create(connection.m_state->connection, nullptr, table.c_str(), &state.appender));
    const auto count = duckdb_appender_column_count(state.appender);
    for (idx_t at = 0; at < count; ++at) {
        state.types.push_back(duckdb_appender_column_type(state.appender, at));
    }
    state.chunk = duckdb_create_data_chunk(state.types.data(), count);
    state.vectors.resize(count);
    state.data.resize(count);
    state.start_chunk();
}

Appender::Appender(Appender&&) noexcept = default;
Appender& Appender::operator=(Appender&&) noexcept = default;
Appender::~Appender() = default;

Appender& Appender::text(std::string_view value) {
    m_state->next();
    if (!is_utf8(value)) {
        throw Error("a text is no UTF-8: '" + std::string(value.substr(0, 40)) + "'").at(m_state->table);
    }
    duckdb_vector_assign_string_element_len(m_state->vectors[m_state->column++], m_state->row, value.data(),
                                            value.size());
    return *this;
}

Appender& Appender::integer(std::int64_t value) {
    static_cast<std::int64_t*>(m_state->next())[m_state->row] = value;
    ++m_state->column;
    return *this;
}

Appender& Appender::decimal(Decimal value) {
    if (value.units() > widest || value.units() < -widest) {
        throw Error("the amount " + to_string(value) + " is larger than a book can hold (100 trillion)")
            .at(m_state->table);
    }
    return integer(value.units());
}

Appender& Appender::rate(Rate value) {
    if (value.units() > widest) {
        throw Error("the rate " + to_string(value) + " is larger than a book can hold").at(m_state->table);
    }
    return integer(value.units());
}

Appender& Appender::day(Date value) {
    static_cast<std::int32_t*>(m_state->next())[m_state->row] = value.days_since_1970();
    ++m_state->column;
    return *this;
}

Appender& Appender::null() {
    m_state->next();
    duckdb_validity_set_row_invalid(duckdb_vector_get_validity(m_state->vectors[m_state->column++]),
                                    m_state->row);
    return *this;
}

void Appender::end_row() {
    if (m_state->column != m_state->types.size()) {
        throw Error("a row has fewer cells than the table has columns").at(m_state->table);
    }
    m_state->column = 0;
    if (++m_state->row == duckdb_vector_size()) {
        m_state->flush_chunk();
    }
}

void Appender::close() {
    if (m_state->row > 0) {
        m_state->flush_chunk();
    }
    m_state->sure(duckdb_appender_close(m_state->appender));
}

}  // namespace pledgebook::store::duck
