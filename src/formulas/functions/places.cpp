// Where a reference points to: ROW, COLUMN, OFFSET.
#include "formulas/evaluator.hpp"

#include <array>
#include <cmath>

namespace pledgebook::formulas {

namespace {

using Operands = std::vector<Operand>;

Operand row_of(Evaluator& evaluator, const Operands& arguments) {
    if (arguments.empty()) {
        return Value::of(static_cast<double>(evaluator.at().row));
    }
    const auto* area = std::get_if<Area>(&arguments[0]);
    return area == nullptr ? Value::unknown() : Value::of(static_cast<double>(area->first_row));
}

Operand column_of(Evaluator& evaluator, const Operands& arguments) {
    if (arguments.empty()) {
        return Value::of(static_cast<double>(evaluator.at().column));
    }
    const auto* area = std::get_if<Area>(&arguments[0]);
    return area == nullptr ? Value::unknown() : Value::of(static_cast<double>(area->first_column));
}

Operand rows_of(Evaluator& evaluator, const Operands& arguments) {
    const auto* area = std::get_if<Area>(&arguments[0]);
    return Value::of(
        static_cast<double>(area != nullptr ? area->rows() : evaluator.array(arguments[0])->rows));
}

Operand columns_of(Evaluator& evaluator, const Operands& arguments) {
    const auto* area = std::get_if<Area>(&arguments[0]);
    return Value::of(
        static_cast<double>(area != nullptr ? area->columns() : evaluator.array(arguments[0])->columns));
}

// OFFSET(from, rows, columns, height, width); one that grows upwards is not followed.
Operand offset(Evaluator& evaluator, const Operands& arguments) {
    const auto* from = std::get_if<Area>(&arguments[0]);
    if (from == nullptr) {
        return Value::unknown();
    }
    std::array<double, 4> numbers{0, 0, static_cast<double>(from->rows()),
                                  static_cast<double>(from->columns())};
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const auto value = evaluator.single(arguments[i]);
        const auto number = as_number(value);
        if (number.is_error()) {
            return number;
        }
        if (!value.is(Value::Type::empty)) {
            numbers.at(i - 1) = std::trunc(number.number);
        }
    }
    const auto [down, across, height, width] = numbers;
    if (height < 0 || width < 0) {
        return Value::unknown();
    }
    const double row = from->first_row + down;
    const double column = from->first_column + across;
    if (height < 1 || width < 1 || row < 1 || column < 1 || row + height - 1 > last_row_of_sheet ||
        column + width - 1 > last_column_of_sheet) {
        return Value::of(ErrorCode::ref);
    }
    return Area{from->sheet, static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column),
                static_cast<std::uint32_t>(row + height - 1), static_cast<std::uint32_t>(column + width - 1)};
}

constexpr std::array<Function, 5> functions{{
    {.name = "ROW", .least = 0, .most = 1, .whole = row_of},
    {.name = "COLUMN", .least = 0, .most = 1, .whole = column_of},
    {.name = "ROWS", .least = 1, .most = 1, .whole = rows_of},
    {.name = "COLUMNS", .least = 1, .most = 1, .whole = columns_of},
    {.name = "OFFSET", .least = 3, .most = 5, .whole = offset},
}};

}  // namespace

std::span<const Function> place_functions() {
    return functions;
}

}  // namespace pledgebook::formulas
