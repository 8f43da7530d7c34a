#include "tables/rules.hpp"

#include "tables/workings.hpp"

namespace pledgebook::tables {

Value added(Value a, Value b) {
    return a && b ? Value(*a + *b) : (a ? a : b);
}

Value in_percent(Value part, Value whole) {
    return part && whole ? part->scaled(Number::from_integer(100), *whole) : std::nullopt;
}

Rule given() {
    return [](const At& at) { return at.given(); };
}

Rule aid(Kind kind) {
    return [kind](const At& at) -> Value {
        if (!at.sums().split_by_kind(at.measure())) {
            return std::nullopt;
        }
        return at.sums().aid(at.donors(), kind, at.measure());
    };
}

Rule sum_of(std::vector<std::string_view> columns) {
    return [columns = std::move(columns)](const At& at) {
        Value sum;
        for (const auto column : columns) {
            sum = added(sum, at.here(column));
        }
        return sum;
    };
}

Rule all_of(std::vector<std::string_view> columns) {
    return [columns = std::move(columns)](const At& at) -> Value {
        Number sum;
        for (const auto column : columns) {
            const auto value = at.here(column);
            if (!value) {
                return std::nullopt;
            }
            sum += *value;
        }
        return sum;
    };
}

Rule percent_of(std::string_view part, std::string_view whole) {
    return [part, whole](const At& at) { return in_percent(at.here(part), at.here(whole)); };
}

Rule same_row(std::string_view table, std::string_view column) {
    return [table, column](const At& at) { return at.of(table, column); };
}

Rule by_donors(std::string_view table, std::string_view column) {
    return [table, column](const At& at) { return at.over_donors(table, column); };
}

}  // namespace pledgebook::tables
