// IF and its like, which work out only what they need, and the logical functions.
#include "formulas/evaluator.hpp"

#include <algorithm>
#include <array>

namespace pledgebook::formulas {

namespace {

Value truth_of(Evaluator& evaluator, std::uint32_t node) {
    return as_truth(evaluator.value(node));
}

// Of a condition that is a table: each value of it chooses.
Operand choose_each(Evaluator& evaluator, const Node& node, const Operand& condition) {
    const auto conditions = evaluator.array(condition);
    const auto yes = evaluator.array(evaluator.operand(node.children[1]));
    const auto no = node.children.size() > 2 ? evaluator.array(evaluator.operand(node.children[2]))
                                             : evaluator.array(Value::of(false));
    auto made = std::make_shared<Array>();
    made->rows = conditions->rows;
    made->columns = conditions->columns;
    for (std::uint32_t row = 0; row < made->rows; ++row) {
        for (std::uint32_t column = 0; column < made->columns; ++column) {
            const auto truth = as_truth(conditions->at(row, column));
            const auto& from = truth.number != 0 ? *yes : *no;
            const auto r = from.rows == 1 ? 0 : row;
            const auto c = from.columns == 1 ? 0 : column;
            const bool there = r < from.rows && c < from.columns;
            made->cells.push_back(truth.is_error() ? truth
                                  : there          ? from.at(r, c)
                                                   : Value::of(ErrorCode::na));
        }
    }
    return std::shared_ptr<const Array>(std::move(made));
}

Operand choose(Evaluator& evaluator, const Node& node) {
    const auto condition = evaluator.operand(node.children[0]);
    const auto* area = std::get_if<Area>(&condition);
    const bool table = std::holds_alternative<std::shared_ptr<const Array>>(condition) ||
                       (area != nullptr && !area->single());
    if (evaluator.arrays() && table) {
        return choose_each(evaluator, node, condition);
    }
    const auto truth = as_truth(evaluator.single(condition));
    if (truth.is_error()) {
        return truth;
    }
    if (truth.number != 0) {
        return evaluator.operand(node.children[1]);
    }
    return node.children.size() > 2 ? evaluator.operand(node.children[2]) : Operand(Value::of(false));
}

// An error that the spreadsheet knows is caught; what we cannot work out is not.
template <typename Caught>
Operand unless(Evaluator& evaluator, const Node& node, Caught&& caught) {
    auto first = evaluator.operand(node.children[0]);
    const auto value = evaluator.single(first);
    if (!value.is_unknown() && value.is_error() && caught(value.code)) {
        return evaluator.operand(node.children[1]);
    }
    return first;
}

Operand if_error(Evaluator& evaluator, const Node& node) {
    return unless(evaluator, node, [](ErrorCode) { return true; });
}

Operand if_na(Evaluator& evaluator, const Node& node) {
    return unless(evaluator, node, [](ErrorCode code) { return code == ErrorCode::na; });
}

Operand first_true(Evaluator& evaluator, const Node& node) {
    for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
        const auto truth = truth_of(evaluator, node.children[i]);
        if (truth.is_error()) {
            return truth;
        }
        if (truth.number != 0) {
            return evaluator.operand(node.children[i + 1]);
        }
    }
    return Value::of(ErrorCode::na);
}

Operand switched(Evaluator& evaluator, const Node& node) {
    const auto wanted = evaluator.value(node.children[0]);
    if (wanted.is_error()) {
        return wanted;
    }
    std::size_t i = 1;
    for (; i + 1 < node.children.size(); i += 2) {
        const auto value = evaluator.value(node.children[i]);
        if (value.is_error()) {
            return value;
        }
        if (compare(wanted, value) == 0) {
            return evaluator.operand(node.children[i + 1]);
        }
    }
    return i < node.children.size() ? evaluator.operand(node.children[i]) : Operand(Value::of(ErrorCode::na));
}

Operand by_number(Evaluator& evaluator, const Node& node) {
    const auto number = as_number(evaluator.value(node.children[0]));
    if (number.is_error()) {
        return number;
    }
    if (number.number < 1 || number.number >= static_cast<double>(node.children.size())) {
        return Value::of(ErrorCode::value);
    }
    return evaluator.operand(node.children[static_cast<std::size_t>(number.number)]);
}

// How many of the arguments are true, and how many there are; texts in cells do not count.
struct Votes {
    std::size_t yes = 0, all = 0;
    Value error;
};

Votes votes(Evaluator& evaluator, const std::vector<Operand>& arguments) {
    Votes votes;
    for (const auto& argument : arguments) {
        evaluator.each(argument, [&](const Value& value, bool from_cell) {
            if (from_cell && (value.is(Value::Type::text) || value.is(Value::Type::empty))) {
                return;
            }
            const auto truth = as_truth(value);
            if (truth.is_error()) {
                votes.error = votes.error.is_unknown() ? votes.error : truth;
                return;
            }
            ++votes.all;
            votes.yes += truth.number != 0 ? 1 : 0;
        });
    }
    if (!votes.error.is_error() && votes.all == 0) {
        votes.error = Value::of(ErrorCode::value);
    }
    return votes;
}

Operand all_true(Evaluator& evaluator, const std::vector<Operand>& arguments) {
    const auto counted = votes(evaluator, arguments);
    return counted.error.is_error() ? counted.error : Value::of(counted.yes == counted.all);
}

Operand any_true(Evaluator& evaluator, const std::vector<Operand>& arguments) {
    const auto counted = votes(evaluator, arguments);
    return counted.error.is_error() ? counted.error : Value::of(counted.yes > 0);
}

Operand odd_true(Evaluator& evaluator, const std::vector<Operand>& arguments) {
    const auto counted = votes(evaluator, arguments);
    return counted.error.is_error() ? counted.error : Value::of(counted.yes % 2 == 1);
}

Value negated(const std::vector<Value>& arguments) {
    const auto truth = as_truth(arguments[0]);
    return truth.is_error() ? truth : Value::of(truth.number == 0);
}

constexpr std::array<Function, 12> functions{{
    {.name = "IF", .least = 2, .most = 3, .lazy = choose},
    {.name = "IFERROR", .least = 2, .most = 2, .lazy = if_error},
    {.name = "IFNA", .least = 2, .most = 2, .lazy = if_na},
    {.name = "IFS", .least = 2, .most = -1, .lazy = first_true},
    {.name = "SWITCH", .least = 3, .most = -1, .lazy = switched},
    {.name = "CHOOSE", .least = 2, .most = -1, .lazy = by_number},
    {.name = "AND", .least = 1, .most = -1, .whole = all_true},
    {.name = "OR", .least = 1, .most = -1, .whole = any_true},
    {.name = "XOR", .least = 1, .most = -1, .whole = odd_true},
    {.name = "NOT", .least = 1, .most = 1, .single = negated},
    {.name = "TRUE", .single = [](const std::vector<Value>&) { return Value::of(true); }},
    {.name = "FALSE", .single = [](const std::vector<Value>&) { return Value::of(false); }},
}};

}  // namespace

std::span<const Function> choice_functions() {
    return functions;
}

}  // namespace pledgebook::formulas
