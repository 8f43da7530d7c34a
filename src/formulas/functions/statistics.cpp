// Functions over many numbers: SUM, MAX, LARGE, RANK.
#include "formulas/evaluator.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace pledgebook::formulas {

namespace {

using Operands = std::vector<Operand>;

struct Numbers {
    std::vector<double> all;
    Value error;  // the first met

    void take_error(const Value& value) {
        if (!error.is_error() || (value.is_unknown() && !error.is_unknown())) {
            error = value;
        }
    }
};

// Of cells and tables only what is a number; of values written in the formula also what reads as one.
Numbers numbers_in(Evaluator& evaluator, const Operand* first, const Operand* last) {
    Numbers numbers;
    for (; first != last; ++first) {
        evaluator.each(*first, [&](const Value& value, bool from_cell) {
            const auto number = from_cell && !value.is_error() && !value.is(Value::Type::number) ? Value()
                                : from_cell                                                      ? value
                                            : as_number(value);
            if (number.is_error()) {
                numbers.take_error(number);
            } else if (number.is(Value::Type::number)) {
                numbers.all.push_back(number.number);
            }
        });
    }
    return numbers;
}

template <Value (*function)(std::vector<double>&)>
Operand over(Evaluator& evaluator, const Operands& arguments) {
    auto numbers = numbers_in(evaluator, arguments.data(), arguments.data() + arguments.size());
    return numbers.error.is_error() ? numbers.error : function(numbers.all);
}

using Many = std::vector<double>;

Value sum(Many& numbers) {
    return Value::of(std::accumulate(numbers.begin(), numbers.end(), 0.0));
}

Value product(Many& numbers) {
    return Value::of(
        numbers.empty() ? 0.0 : std::accumulate(numbers.begin(), numbers.end(), 1.0, std::multiplies<>()));
}

Value average(Many& numbers) {
    return numbers.empty() ? Value::of(ErrorCode::div0)
                           : Value::of(sum(numbers).number / static_cast<double>(numbers.size()));
}

Value largest(Many& numbers) {
    return Value::of(numbers.empty() ? 0.0 : *std::max_element(numbers.begin(), numbers.end()));
}

Value smallest(Many& numbers) {
    return Value::of(numbers.empty() ? 0.0 : *std::min_element(numbers.begin(), numbers.end()));
}

Value median(Many& numbers) {
    if (numbers.empty()) {
        return Value::of(ErrorCode::num);
    }
    std::sort(numbers.begin(), numbers.end());
    const auto half = numbers.size() / 2;
    return Value::of(numbers.size() % 2 == 1 ? numbers[half] : (numbers[half - 1] + numbers[half]) / 2);
}

template <bool whole>
Value deviation(Many& numbers) {
    const auto free = numbers.size() - (whole ? 0 : 1);
    if (numbers.empty() || free == 0) {
        return Value::of(ErrorCode::div0);
    }
    const double middle = average(numbers).number;
    double squares = 0;
    for (const double each : numbers) {
        squares += (each - middle) * (each - middle);
    }
    return Value::of(std::sqrt(squares / static_cast<double>(free)));
}

Operand count_numbers(Evaluator& evaluator, const Operands& arguments) {
    std::size_t count = 0;
    Value unknown;
    for (const auto& argument : arguments) {
        evaluator.each(argument, [&](const Value& value, bool from_cell) {
            const auto number = from_cell ? value : as_number(value);
            count += number.is(Value::Type::number) ? 1 : 0;
            unknown = value.is_unknown() ? value : unknown;
        });
    }
    return unknown.is_unknown() ? unknown : Value::of(static_cast<double>(count));
}

Operand count_filled(Evaluator& evaluator, const Operands& arguments) {
    std::size_t count = 0;
    for (const auto& argument : arguments) {
        evaluator.each(argument,
                       [&](const Value& value, bool) { count += value.is(Value::Type::empty) ? 0 : 1; });
    }
    return Value::of(static_cast<double>(count));
}

Operand count_blank(Evaluator& evaluator, const Operands& arguments) {
    const auto* area = std::get_if<Area>(&arguments[0]);
    if (area == nullptr) {
        return Value::unknown();
    }
    double blank = static_cast<double>(area->rows()) * area->columns();
    evaluator.each(*area, [&](const Value& value, bool) {
        const bool empty =
            value.is(Value::Type::empty) || (value.is(Value::Type::text) && value.text.empty());
        blank -= empty ? 0 : 1;
    });
    return Value::of(blank);
}

template <bool from_top>
Operand nth(Evaluator& evaluator, const Operands& arguments) {
    auto numbers = numbers_in(evaluator, arguments.data(), arguments.data() + 1);
    const auto place = as_number(evaluator.single(arguments[1]));
    if (numbers.error.is_error() || place.is_error()) {
        return numbers.error.is_error() ? numbers.error : place;
    }
    const double n = std::ceil(place.number);
    if (n < 1 || n > static_cast<double>(numbers.all.size())) {
        return Value::of(ErrorCode::num);
    }
    std::sort(numbers.all.begin(), numbers.all.end());
    const auto index = static_cast<std::size_t>(n);
    return Value::of(from_top ? numbers.all[numbers.all.size() - index] : numbers.all[index - 1]);
}

Operand rank_of(Evaluator& evaluator, const Operands& arguments) {
    const auto number = as_number(evaluator.single(arguments[0]));
    const auto numbers = numbers_in(evaluator, arguments.data() + 1, arguments.data() + 2);
    const auto order = arguments.size() > 2 ? as_number(evaluator.single(arguments[2])) : Value::of(0.0);
    for (const auto* each : {&number, &numbers.error, &order}) {
        if (each->is_error()) {
            return *each;
        }
    }
    double place = 1;
    bool there = false;
    for (const double each : numbers.all) {
        there = there || each == number.number;
        place += (order.number != 0 ? each < number.number : each > number.number) ? 1 : 0;
    }
    return there ? Value::of(place) : Value::of(ErrorCode::na);
}

Operand sum_of_products(Evaluator& evaluator, const Operands& arguments) {
    std::vector<std::shared_ptr<const Array>> tables;
    for (const auto& each : arguments) {
        tables.push_back(evaluator.array(each));
        if (tables.back()->rows != tables.front()->rows ||
            tables.back()->columns != tables.front()->columns) {
            return Value::unknown();  // #VALUE!, or whole columns of sheets of different length
        }
    }
    double total = 0;
    for (std::size_t i = 0; i < tables.front()->cells.size(); ++i) {
        double term = 1;
        for (const auto& table : tables) {
            const auto& value = table->cells[i];
            if (value.is_error()) {
                return value;
            }
            term *= value.is(Value::Type::number) ? value.number : 0;
        }
        total += term;
    }
    return Value::of(total);
}

constexpr std::array<Function, 17> functions{{
    {.name = "SUM", .least = 1, .most = -1, .whole = over<sum>},
    {.name = "PRODUCT", .least = 1, .most = -1, .whole = over<product>},
    {.name = "AVERAGE", .least = 1, .most = -1, .whole = over<average>},
    {.name = "MAX", .least = 1, .most = -1, .whole = over<largest>},
    {.name = "MIN", .least = 1, .most = -1, .whole = over<smallest>},
    {.name = "MEDIAN", .least = 1, .most = -1, .whole = over<median>},
    {.name = "STDEV", .least = 1, .most = -1, .whole = over<deviation<false>>},
    {.name = "STDEV.S", .least = 1, .most = -1, .whole = over<deviation<false>>},
    {.name = "STDEV.P", .least = 1, .most = -1, .whole = over<deviation<true>>},
    {.name = "COUNT", .least = 1, .most = -1, .whole = count_numbers},
    {.name = "COUNTA", .least = 1, .most = -1, .whole = count_filled},
    {.name = "COUNTBLANK", .least = 1, .most = 1, .whole = count_blank},
    {.name = "LARGE", .least = 2, .most = 2, .whole = nth<true>},
    {.name = "SMALL", .least = 2, .most = 2, .whole = nth<false>},
    {.name = "RANK", .least = 2, .most = 3, .whole = rank_of},
    {.name = "RANK.EQ", .least = 2, .most = 3, .whole = rank_of},
    {.name = "SUMPRODUCT", .least = 1, .most = -1, .whole = sum_of_products, .tables = true},
}};

}  // namespace

std::span<const Function> statistics_functions() {
    return functions;
}

}  // namespace pledgebook::formulas
