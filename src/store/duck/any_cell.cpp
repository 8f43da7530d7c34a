// Any cell of a result as text.
#include "core/error.hpp"
#include "store/duck/handles.hpp"

#include <fmt/format.h>
#include <array>

namespace pledgebook::store::duck {

namespace {

__extension__ using Wide = __int128;

template <typename T>
T at(const void* data, idx_t row) {
    return static_cast<const T*>(data)[row];
}

Wide wide(duckdb_hugeint value) {
    // Shifting a negative number left is what multiplying says without doubt.
    return static_cast<Wide>(value.upper) * (static_cast<Wide>(1) << 64) + static_cast<Wide>(value.lower);
}

// The whole number behind a decimal, which DuckDB keeps in as few bytes as its width needs.
Wide units_of(const void* data, idx_t row, duckdb_type internal) {
    switch (internal) {
        case DUCKDB_TYPE_SMALLINT:
            return at<std::int16_t>(data, row);
        case DUCKDB_TYPE_INTEGER:
            return at<std::int32_t>(data, row);
        case DUCKDB_TYPE_BIGINT:
            return at<std::int64_t>(data, row);
        default:
            return wide(at<duckdb_hugeint>(data, row));
    }
}

std::string decimal_text(Wide units, std::uint8_t scale) {
    const bool negative = units < 0;
    std::string digits = fmt::format("{}", negative ? -units : units);
    if (digits.size() <= scale) {
        digits.insert(0, scale + 1U - digits.size(), '0');
    }
    std::string whole = digits.substr(0, digits.size() - scale);
    std::string fraction = digits.substr(digits.size() - scale);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return (negative ? "-" : "") + whole + (fraction.empty() ? "" : "." + fraction);
}

std::string day_text(duckdb_date day) {
    if (!duckdb_is_finite_date(day)) {
        return day.days > 0 ? "infinity" : "-infinity";
    }
    const auto parts = duckdb_from_date(day);
    return fmt::format("{:04}-{:02}-{:02}", parts.year, parts.month, parts.day);
}

std::string moment_text(duckdb_timestamp moment) {
    if (!duckdb_is_finite_timestamp(moment)) {
        return moment.micros > 0 ? "infinity" : "-infinity";
    }
    const auto parts = duckdb_from_timestamp(moment);
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}.{:06}", parts.date.year, parts.date.month,
                       parts.date.day, parts.time.hour, parts.time.min, parts.time.sec, parts.time.micros);
}

std::optional<std::string> number_text(const void* data, idx_t row, duckdb_type type) {
    switch (type) {
        case DUCKDB_TYPE_TINYINT:
            return fmt::format("{}", static_cast<int>(at<std::int8_t>(data, row)));
        case DUCKDB_TYPE_SMALLINT:
            return fmt::format("{}", at<std::int16_t>(data, row));
        case DUCKDB_TYPE_INTEGER:
            return fmt::format("{}", at<std::int32_t>(data, row));
        case DUCKDB_TYPE_BIGINT:
            return fmt::format("{}", at<std::int64_t>(data, row));
        case DUCKDB_TYPE_UTINYINT:
            return fmt::format("{}", static_cast<unsigned>(at<std::uint8_t>(data, row)));
        case DUCKDB_TYPE_USMALLINT:
            return fmt::format("{}", at<std::uint16_t>(data, row));
        case DUCKDB_TYPE_UINTEGER:
            return fmt::format("{}", at<std::uint32_t>(data, row));
        case DUCKDB_TYPE_UBIGINT:
            return fmt::format("{}", at<std::uint64_t>(data, row));
        case DUCKDB_TYPE_HUGEINT:
            return fmt::format("{}", wide(at<duckdb_hugeint>(data, row)));
        case DUCKDB_TYPE_FLOAT:
            return fmt::format("{}", at<float>(data, row));
        case DUCKDB_TYPE_DOUBLE:
            return fmt::format("{}", at<double>(data, row));
        default:
            return std::nullopt;
    }
}

}  // namespace

std::optional<std::string> Result::any() {
    if (skip_null()) {
        return std::nullopt;
    }
    const auto row = m_state->row;
    const auto& column = m_state->columns.at(m_state->column);
    if (column.type == DUCKDB_TYPE_VARCHAR) {
        return std::string(text());
    }
    ++m_state->column;
    if (auto number = number_text(column.data, row, column.type)) {
        return number;
    }
    switch (column.type) {
        case DUCKDB_TYPE_BOOLEAN:
            return at<bool>(column.data, row) ? "true" : "false";
        case DUCKDB_TYPE_DECIMAL:
            return decimal_text(units_of(column.data, row, column.internal), column.scale);
        case DUCKDB_TYPE_DATE:
            return day_text(at<duckdb_date>(column.data, row));
        case DUCKDB_TYPE_TIMESTAMP:
        case DUCKDB_TYPE_TIMESTAMP_TZ:
            return moment_text(at<duckdb_timestamp>(column.data, row));
        case DUCKDB_TYPE_SQLNULL:
            return std::nullopt;
        default:
            throw Error("the column '" + column.name + "' is of a type that is no plain value",
                        "Cast it: " + column.name + "::VARCHAR.");
    }
}

}  // namespace pledgebook::store::duck
