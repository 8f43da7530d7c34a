// Functions that give tables: FILTER, SORTBY, SORT, UNIQUE, TRANSPOSE.
#include "formulas/evaluator.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

namespace pledgebook::formulas {

namespace {

using Operands = std::vector<Operand>;
using Table = std::shared_ptr<const Array>;

Operand rows_of(const Array& table, const std::vector<std::uint32_t>& rows) {
    auto made = std::make_shared<Array>();
    made->rows = static_cast<std::uint32_t>(rows.size());
    made->columns = table.columns;
    for (const auto row : rows) {
        for (std::uint32_t column = 0; column < table.columns; ++column) {
            made->cells.push_back(table.at(row, column));
        }
    }
    return Table(std::move(made));
}

Operand columns_of(const Array& table, const std::vector<std::uint32_t>& columns) {
    auto made = std::make_shared<Array>();
    made->rows = table.rows;
    made->columns = static_cast<std::uint32_t>(columns.size());
    for (std::uint32_t row = 0; row < table.rows; ++row) {
        for (const auto column : columns) {
            made->cells.push_back(table.at(row, column));
        }
    }
    return Table(std::move(made));
}

Operand filter(Evaluator& evaluator, const Operands& arguments) {
    const auto table = evaluator.array(arguments[0]);
    const auto keep = evaluator.array(arguments[1]);
    const bool by_row = keep->columns == 1 && keep->rows == table->rows;
    if (!by_row && !(keep->rows == 1 && keep->columns == table->columns)) {
        return Value::unknown();  // #VALUE!, or columns cut at different ends
    }
    std::vector<std::uint32_t> kept;
    for (std::uint32_t i = 0; i < keep->cells.size(); ++i) {
        const auto truth = as_truth(keep->cells[i]);
        if (truth.is_error()) {
            return truth;
        }
        if (truth.number != 0) {
            kept.push_back(i);
        }
    }
    if (kept.empty()) {
        return arguments.size() > 2 ? arguments[2] : Operand(Value::of(ErrorCode::calc));
    }
    return by_row ? rows_of(*table, kept) : columns_of(*table, kept);
}

// Numbers, texts, booleans, errors, and empty cells last whichever way it goes.
bool before(const Value& a, const Value& b, bool descending) {
    const auto rank = [](const Value& value) {
        return value.is(Value::Type::empty) ? 2 : value.is_error() ? 1 : 0;
    };
    if (rank(a) == 2 || rank(b) == 2) {
        return rank(a) < rank(b);
    }
    if (rank(a) != rank(b)) {
        return descending ? rank(a) > rank(b) : rank(a) < rank(b);
    }
    if (rank(a) == 1) {
        return false;
    }
    const int order = compare(a, b);
    return descending ? order > 0 : order < 0;
}

struct Key {
    Table table;
    std::uint32_t column = 0;
    bool descending = false;
};

// The rows in their order; rows that are equal stay in theirs.
std::vector<std::uint32_t> sorted_rows(std::uint32_t rows, const std::vector<Key>& keys) {
    std::vector<std::uint32_t> order(rows);
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        for (const auto& key : keys) {
            const auto& left = key.table->at(a, key.column);
            const auto& right = key.table->at(b, key.column);
            if (before(left, right, key.descending)) {
                return true;
            }
            if (before(right, left, key.descending)) {
                return false;
            }
        }
        return false;
    });
    return order;
}

std::optional<bool> descending_in(Evaluator& evaluator, const Operands& arguments, std::size_t index) {
    if (arguments.size() <= index) {
        return false;
    }
    const auto value = evaluator.single(arguments[index]);
    const auto number = as_number(value);
    if (number.is_error() || (number.number != 1 && number.number != -1 && !value.is(Value::Type::empty))) {
        return std::nullopt;
    }
    return number.number == -1;
}

bool holds_unknown(const Array& table) {
    return std::any_of(table.cells.begin(), table.cells.end(),
                       [](const auto& each) { return each.is_unknown(); });
}

Operand sort_by(Evaluator& evaluator, const Operands& arguments) {
    const auto table = evaluator.array(arguments[0]);
    std::vector<Key> keys;
    for (std::size_t i = 1; i < arguments.size(); i += 2) {
        const auto key = evaluator.array(arguments[i]);
        const auto descending = descending_in(evaluator, arguments, i + 1);
        if (!descending || key->columns != 1 || key->rows != table->rows || holds_unknown(*key)) {
            return Value::unknown();
        }
        keys.push_back({key, 0, *descending});
    }
    return rows_of(*table, sorted_rows(table->rows, keys));
}

Operand sort(Evaluator& evaluator, const Operands& arguments) {
    const auto table = evaluator.array(arguments[0]);
    const auto column = arguments.size() > 1 ? as_number(evaluator.single(arguments[1])) : Value::of(1.0);
    const auto descending = descending_in(evaluator, arguments, 2);
    if (!descending || column.is_error() || column.number < 1 || column.number > table->columns ||
        holds_unknown(*table)) {
        return Value::unknown();
    }
    const auto index = static_cast<std::uint32_t>(column.number) - 1;
    return rows_of(*table, sorted_rows(table->rows, {{table, index, *descending}}));
}

Operand unique(Evaluator& evaluator, const Operands& arguments) {
    const auto table = evaluator.array(arguments[0]);
    std::set<std::string> seen;
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < table->rows; ++row) {
        std::string key;
        for (std::uint32_t column = 0; column < table->columns; ++column) {
            if (table->at(row, column).is_unknown()) {
                return Value::unknown();
            }
            key += strict_key(table->at(row, column)) + '\n';
        }
        if (seen.insert(key).second) {
            rows.push_back(row);
        }
    }
    return rows_of(*table, rows);
}

Operand transpose(Evaluator& evaluator, const Operands& arguments) {
    const auto table = evaluator.array(arguments[0]);
    auto made = std::make_shared<Array>();
    made->rows = table->columns;
    made->columns = table->rows;
    for (std::uint32_t row = 0; row < made->rows; ++row) {
        for (std::uint32_t column = 0; column < made->columns; ++column) {
            made->cells.push_back(table->at(column, row));
        }
    }
    return Table(std::move(made));
}

constexpr std::array<Function, 5> functions{{
    {.name = "FILTER", .least = 2, .most = 3, .whole = filter, .tables = true, .dynamic = true},
    {.name = "SORTBY", .least = 2, .most = -1, .whole = sort_by, .tables = true, .dynamic = true},
    {.name = "SORT", .least = 1, .most = 3, .whole = sort, .tables = true, .dynamic = true},
    {.name = "UNIQUE", .least = 1, .most = 1, .whole = unique, .tables = true, .dynamic = true},
    {.name = "TRANSPOSE", .least = 1, .most = 1, .whole = transpose, .tables = true, .dynamic = true},
}};

}  // namespace

std::span<const Function> table_functions() {
    return functions;
}

}  // namespace pledgebook::formulas
