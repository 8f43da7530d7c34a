#include "core/error.hpp"
#include "store/duck/handles.hpp"

namespace pledgebook::store::duck {

namespace {

template <typename T>
T at(const void* data, idx_t row) {
    return static_cast<const T*>(data)[row];
}

ColumnType sort_of(duckdb_type type) {
    switch (type) {
        case DUCKDB_TYPE_BOOLEAN:
            return ColumnType::boolean;
        case DUCKDB_TYPE_TINYINT:
        case DUCKDB_TYPE_SMALLINT:
        case DUCKDB_TYPE_INTEGER:
        case DUCKDB_TYPE_BIGINT:
        case DUCKDB_TYPE_UTINYINT:
        case DUCKDB_TYPE_USMALLINT:
        case DUCKDB_TYPE_UINTEGER:
        case DUCKDB_TYPE_UBIGINT:
        case DUCKDB_TYPE_HUGEINT:
            return ColumnType::integer;
        case DUCKDB_TYPE_FLOAT:
        case DUCKDB_TYPE_DOUBLE:
            return ColumnType::real;
        case DUCKDB_TYPE_DECIMAL:
            return ColumnType::decimal;
        case DUCKDB_TYPE_DATE:
            return ColumnType::date;
        case DUCKDB_TYPE_VARCHAR:
            return ColumnType::text;
        default:
            return ColumnType::other;
    }
}

}  // namespace

void Result::State::describe() {
    const auto count = duckdb_column_count(&result);
    for (idx_t at_column = 0; at_column < count; ++at_column) {
        Column described;
        described.name = duckdb_column_name(&result, at_column);
        described.type = duckdb_column_type(&result, at_column);
        if (described.type == DUCKDB_TYPE_DECIMAL) {
            auto logical = duckdb_column_logical_type(&result, at_column);
            described.scale = duckdb_decimal_scale(logical);
            described.internal = duckdb_decimal_internal_type(logical);
            duckdb_destroy_logical_type(&logical);
        }
        columns.push_back(std::move(described));
    }
}

Result::Result(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Result::Result(Result&&) noexcept = default;
Result& Result::operator=(Result&&) noexcept = default;
Result::~Result() = default;

std::size_t Result::columns() const {
    return m_state->columns.size();
}

std::string Result::column_name(std::size_t column) const {
    return m_state->columns.at(column).name;
}

ColumnType Result::column_type(std::size_t column) const {
    return sort_of(m_state->columns.at(column).type);
}

bool Result::next() {
    auto& state = *m_state;
    state.column = 0;
    if (state.chunk != nullptr && ++state.row < state.rows) {
        return true;
    }
    duckdb_destroy_data_chunk(&state.chunk);
    state.row = 0;
    do {
        duckdb_destroy_data_chunk(&state.chunk);
        state.chunk = duckdb_fetch_chunk(state.result);
        if (state.chunk == nullptr) {
            if (const char* reason = duckdb_result_error(&state.result);
                reason != nullptr && *reason != '\0') {
                throw Error("the question failed: " + cleaned(reason));
            }
            return false;
        }
        state.rows = duckdb_data_chunk_get_size(state.chunk);
    } while (state.rows == 0);
    for (std::size_t each = 0; each < state.columns.size(); ++each) {
        auto* const vector = duckdb_data_chunk_get_vector(state.chunk, each);
        state.columns[each].data = duckdb_vector_get_data(vector);
        state.columns[each].validity = duckdb_vector_get_validity(vector);
    }
    return true;
}

bool Result::skip_null() {
    const auto& column = m_state->columns.at(m_state->column);
    if (column.validity != nullptr && !duckdb_validity_row_is_valid(column.validity, m_state->row)) {
        ++m_state->column;
        return true;
    }
    return false;
}

std::string_view Result::text() {
    auto& column = m_state->columns.at(m_state->column++);
    auto* const string = static_cast<duckdb_string_t*>(column.data) + m_state->row;
    return {duckdb_string_t_data(string), duckdb_string_t_length(*string)};
}

std::int64_t Result::integer() {
    const auto& column = m_state->columns.at(m_state->column++);
    return at<std::int64_t>(column.data, m_state->row);
}

Decimal Result::decimal() {
    return Decimal::from_units(integer());
}

Rate Result::rate() {
    const auto rate = Rate::from_units(integer());
    if (!rate) {
        throw Error("the cache holds a rate that is not above zero", "Run `pledgebook rebuild`.");
    }
    return *rate;
}

Date Result::day() {
    const auto& column = m_state->columns.at(m_state->column++);
    return Date::from_days(at<std::int32_t>(column.data, m_state->row));
}

}  // namespace pledgebook::store::duck
