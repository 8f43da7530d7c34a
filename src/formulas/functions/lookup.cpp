// VLOOKUP, MATCH, XLOOKUP: an exact lookup asks an index of the column; the others look along it.
#include "formulas/evaluator.hpp"

#include <array>
#include <cmath>

namespace pledgebook::formulas {

namespace {

using Operands = std::vector<Operand>;

constexpr std::uint32_t nowhere = 0xFFFFFFFF;

enum class Way { exact, at_most, at_least };

// What is looked along: a column or a row of cells, or of a table.
struct Line {
    std::optional<Area> area;
    std::shared_ptr<const Array> table;
    bool down = true;

    [[nodiscard]] std::uint32_t length() const { return static_cast<std::uint32_t>(table->cells.size()); }
};

Line line_of(Evaluator& evaluator, const Operand& operand) {
    Line line;
    if (const auto* area = std::get_if<Area>(&operand)) {
        line.area = *area;
        line.down = area->columns() == 1;
    } else {
        line.table = evaluator.array(operand);
        line.down = line.table->columns == 1;
    }
    return line;
}

// Counted from 0.
std::uint32_t find_exactly(Evaluator& evaluator, Line& line, const Value& wanted, bool wildcards) {
    const bool pattern = wildcards && wanted.is(Value::Type::text) && has_wildcards(wanted.text);
    if (line.area && line.down && !pattern) {
        const auto& rows = evaluator.calculation().rows_with(*line.area, strict_key(wanted));
        return rows.empty() ? nowhere : rows.front();
    }
    if (!line.table) {
        line.table = evaluator.array(*line.area);
    }
    for (std::uint32_t i = 0; i < line.length(); ++i) {
        const auto& value = line.table->cells[i];
        const bool fits = pattern ? value.is(Value::Type::text) && fits_pattern(value.text, wanted.text)
                                  : strict_key(value) == strict_key(wanted);
        if (fits) {
            return i;
        }
    }
    return nowhere;
}

// The last that is not beyond the wanted one, in a line that is in order; values of another type are
// passed over. Goes along the line: a lookup in a line that is not in order gives no answer here, where a
// spreadsheet gives one that depends on how it halves.
std::uint32_t find_ordered(Evaluator& evaluator, Line& line, const Value& wanted, bool ascending,
                           bool& sorted) {
    if (!line.table) {
        line.table = evaluator.array(*line.area);
    }
    const Value* before = nullptr;
    std::uint32_t found = nowhere;
    for (std::uint32_t i = 0; i < line.length(); ++i) {
        const auto& value = line.table->cells[i];
        if (value.type != wanted.type || value.is_error()) {
            continue;
        }
        const int step = before == nullptr ? 0 : compare(*before, value);
        sorted = sorted && (ascending ? step <= 0 : step >= 0);
        before = &value;
        const int order = compare(value, wanted);
        if (ascending ? order <= 0 : order >= 0) {
            found = i;
        }
    }
    return found;
}

// Where the wanted value stands, or an error.
std::variant<std::uint32_t, Value> find(Evaluator& evaluator, const Operand& where, Value wanted, Way way,
                                        bool wildcards) {
    if (wanted.is_error()) {
        return wanted;
    }
    if (wanted.is(Value::Type::empty)) {
        wanted = Value::of(0.0);
    }
    auto line = line_of(evaluator, where);
    if (line.area && evaluator.calculation().holds_unknown(*line.area)) {
        return Value::unknown();
    }
    bool sorted = true;
    const auto found = way == Way::exact ? find_exactly(evaluator, line, wanted, wildcards)
                                         : find_ordered(evaluator, line, wanted, way == Way::at_most, sorted);
    if (!sorted) {
        return Value::unknown();
    }
    if (found == nowhere) {
        return Value::of(ErrorCode::na);
    }
    return found;
}

// The cell of an area or a table, both from 0; #REF! outside.
Operand cell_of(Evaluator& evaluator, const Operand& operand, double row, double column) {
    if (row < 0 || column < 0) {
        return Value::of(ErrorCode::value);
    }
    if (const auto* area = std::get_if<Area>(&operand)) {
        if (row >= area->rows() || column >= area->columns()) {
            return Value::of(ErrorCode::ref);
        }
        const auto r = area->first_row + static_cast<std::uint32_t>(row);
        const auto c = area->first_column + static_cast<std::uint32_t>(column);
        return Area{area->sheet, r, c, r, c};
    }
    const auto table = evaluator.array(operand);
    if (row >= table->rows || column >= table->columns) {
        return Value::of(ErrorCode::ref);
    }
    return table->at(static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column));
}

// The first column (or row) of what a lookup looks in.
Operand edge(Evaluator& evaluator, const Operand& operand, bool column) {
    if (const auto* area = std::get_if<Area>(&operand)) {
        auto first = *area;
        (column ? first.last_column : first.last_row) = column ? area->first_column : area->first_row;
        return first;
    }
    const auto table = evaluator.array(operand);
    auto made = std::make_shared<Array>();
    made->rows = column ? table->rows : 1;
    made->columns = column ? 1 : table->columns;
    for (std::uint32_t i = 0; i < made->rows * made->columns; ++i) {
        made->cells.push_back(column ? table->at(i, 0) : table->at(0, i));
    }
    return std::shared_ptr<const Array>(std::move(made));
}

template <bool vertical>
Operand lookup_in_table(Evaluator& evaluator, const Operands& arguments) {
    const auto offset = as_number(evaluator.single(arguments[2]));
    const auto near = arguments.size() > 3 ? as_truth(evaluator.single(arguments[3])) : Value::of(true);
    if (offset.is_error() || near.is_error()) {
        return offset.is_error() ? offset : near;
    }
    const auto found =
        find(evaluator, edge(evaluator, arguments[1], vertical), evaluator.single(arguments[0]),
             near.number != 0 ? Way::at_most : Way::exact, true);
    if (const auto* error = std::get_if<Value>(&found)) {
        return *error;
    }
    const double along = std::get<std::uint32_t>(found);
    const double across = std::trunc(offset.number) - 1;
    auto cell = cell_of(evaluator, arguments[1], vertical ? along : across, vertical ? across : along);
    return evaluator.single(cell);
}

Operand match(Evaluator& evaluator, const Operands& arguments) {
    const auto sort = arguments.size() > 2 ? as_number(evaluator.single(arguments[2])) : Value::of(1.0);
    if (sort.is_error()) {
        return sort;
    }
    const auto way = sort.number == 0 ? Way::exact : sort.number > 0 ? Way::at_most : Way::at_least;
    const auto found = find(evaluator, arguments[1], evaluator.single(arguments[0]), way, true);
    const auto* at = std::get_if<std::uint32_t>(&found);
    return at == nullptr ? std::get<Value>(found) : Value::of(static_cast<double>(*at) + 1);
}

// XLOOKUP(what, where, from, if none) without its other ways of looking.
Operand xlookup(Evaluator& evaluator, const Operands& arguments) {
    const auto found = find(evaluator, arguments[1], evaluator.single(arguments[0]), Way::exact, false);
    if (const auto* error = std::get_if<Value>(&found)) {
        const bool other = error->code == ErrorCode::na && arguments.size() > 3;
        return other ? arguments[3] : Operand(*error);
    }
    const bool down = line_of(evaluator, arguments[1]).down;
    const double at = std::get<std::uint32_t>(found);
    return cell_of(evaluator, arguments[2], down ? at : 0, down ? 0 : at);
}

Operand lookup(Evaluator& evaluator, const Operands& arguments) {
    const auto found = find(evaluator, arguments[1], evaluator.single(arguments[0]), Way::at_most, false);
    if (const auto* error = std::get_if<Value>(&found)) {
        return *error;
    }
    const auto& from = arguments.size() > 2 ? arguments[2] : arguments[1];
    const bool down = line_of(evaluator, from).down;
    const double at = std::get<std::uint32_t>(found);
    return cell_of(evaluator, from, down ? at : 0, down ? 0 : at);
}

// INDEX(table, row, column); a whole row or column (0) only of cells.
Operand index(Evaluator& evaluator, const Operands& arguments) {
    const auto row = as_number(evaluator.single(arguments[1]));
    const auto column = arguments.size() > 2 ? as_number(evaluator.single(arguments[2])) : Value();
    if (row.is_error() || column.is_error()) {
        return row.is_error() ? row : column;
    }
    if (row.number > last_row_of_sheet || column.number > last_column_of_sheet) {
        return Value::of(ErrorCode::ref);
    }
    const auto* area = std::get_if<Area>(&arguments[0]);
    const bool one_row = area != nullptr ? area->rows() == 1 : evaluator.array(arguments[0])->rows == 1;
    if (column.is(Value::Type::empty) && one_row) {  // INDEX(A1:C1,2) counts along
        return cell_of(evaluator, arguments[0], 0, std::trunc(row.number) - 1);
    }
    const bool wide = area != nullptr && area->columns() > 1;  // INDEX(A1:C3,2) is the whole row
    const double across = column.is(Value::Type::empty) ? (wide ? 0 : 1) : std::trunc(column.number);
    if (area != nullptr && row.number >= 0 && across >= 0 && (row.number < 1 || across < 1)) {
        auto part = *area;
        if (row.number >= 1) {
            part.first_row = part.last_row = area->first_row + static_cast<std::uint32_t>(row.number) - 1;
        }
        if (across >= 1) {
            part.first_column = part.last_column =
                area->first_column + static_cast<std::uint32_t>(across) - 1;
        }
        return part.last_row <= area->last_row && part.last_column <= area->last_column
                   ? Operand(part)
                   : Operand(Value::of(ErrorCode::ref));
    }
    return cell_of(evaluator, arguments[0], std::trunc(row.number) - 1, across - 1);
}

constexpr std::array<Function, 6> functions{{
    {.name = "VLOOKUP", .least = 3, .most = 4, .whole = lookup_in_table<true>},
    {.name = "HLOOKUP", .least = 3, .most = 4, .whole = lookup_in_table<false>},
    {.name = "MATCH", .least = 2, .most = 3, .whole = match},
    {.name = "XLOOKUP", .least = 3, .most = 4, .whole = xlookup},
    {.name = "LOOKUP", .least = 2, .most = 3, .whole = lookup},
    {.name = "INDEX", .least = 2, .most = 3, .whole = index},
}};

}  // namespace

std::span<const Function> lookup_functions() {
    return functions;
}

}  // namespace pledgebook::formulas
