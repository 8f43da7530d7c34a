#include "formulas/evaluator.hpp"

#include <algorithm>
#include <cmath>

namespace pledgebook::formulas {

namespace {

constexpr std::uint64_t largest = 4'000'000;  // cells of a table that is worked with whole

Value arithmetic(char sign, double a, double b) {
    switch (sign) {
        case '+':
            return Value::of(a + b);
        case '-':
            return Value::of(a - b);
        case '*':
            return Value::of(a * b);
        case '/':
            return b == 0 ? Value::of(ErrorCode::div0) : Value::of(a / b);
        default:
            break;
    }
    if (a == 0 && b == 0) {
        return Value::of(ErrorCode::num);
    }
    return a == 0 && b < 0 ? Value::of(ErrorCode::div0) : Value::of(std::pow(a, b));
}

bool comparison(const std::string& sign, int order) {
    if (sign == "=") {
        return order == 0;
    }
    if (sign == "<>") {
        return order != 0;
    }
    if (sign == "<") {
        return order < 0;
    }
    if (sign == "<=") {
        return order <= 0;
    }
    return sign == ">" ? order > 0 : order >= 0;
}

// The worse of two errors: what cannot be worked out hides any other.
const Value& first_error(const Value& a, const Value& b) {
    if (a.is_unknown() || !b.is_error()) {
        return a;
    }
    return b.is_unknown() || !a.is_error() ? b : a;
}

std::optional<Area> common(const Area& a, const Area& b) {
    Area both{a.sheet, std::max(a.first_row, b.first_row), std::max(a.first_column, b.first_column),
              std::min(a.last_row, b.last_row), std::min(a.last_column, b.last_column)};
    if (a.sheet != b.sheet || both.first_row > both.last_row || both.first_column > both.last_column) {
        return std::nullopt;
    }
    return both;
}

// The value of a table at a place, where a row, a column or one value stretches over all.
const Value& stretched(const Array& array, std::uint32_t row, std::uint32_t column) {
    static const Value missing = Value::of(ErrorCode::na);
    const auto r = array.rows == 1 ? 0 : row;
    const auto c = array.columns == 1 ? 0 : column;
    return r < array.rows && c < array.columns ? array.at(r, c) : missing;
}

}  // namespace

Value apply(const std::string& sign, const Value& a, const Value& b) {
    if (a.is_error() || b.is_error()) {
        return first_error(a, b);
    }
    if (sign == "&") {
        return Value::of(as_text(a).text + as_text(b).text);
    }
    if (sign.find_first_of("=<>") != std::string::npos) {
        return Value::of(comparison(sign, compare(a, b)));
    }
    const auto left = as_number(a);
    const auto right = as_number(b);
    if (left.is_error() || right.is_error()) {
        return first_error(left, right);
    }
    return arithmetic(sign.front(), left.number, right.number);
}

Evaluator::Evaluator(Calculation& calculation, std::uint32_t form, Position at)
    : m_calculation(calculation),
      m_form(calculation.spreadsheet().form(form)),
      m_formula(m_form.formula),
      m_at(at),
      m_arrays(m_formula.arrays) {}

Value Evaluator::result() {
    if (!m_formula.ok()) {
        return Value::unknown();
    }
    auto value = this->value(m_formula.root);
    return value.is(Value::Type::empty) ? Value::of(0.0) : value;
}

bool Evaluator::many(const Operand& operand) const {
    if (const auto* area = std::get_if<Area>(&operand)) {
        return m_arrays && !area->single();
    }
    return std::holds_alternative<std::shared_ptr<const Array>>(operand);
}

Value Evaluator::single(const Operand& operand) {
    if (const auto* value = std::get_if<Value>(&operand)) {
        return *value;
    }
    if (const auto* table = std::get_if<std::shared_ptr<const Array>>(&operand)) {
        return (*table)->cells.empty() ? Value::of(ErrorCode::calc) : (*table)->cells.front();
    }
    const auto& area = std::get<Area>(operand);
    if (area.single() || m_arrays) {
        return m_calculation.at({area.sheet, area.first_row, area.first_column});
    }
    if (area.first_column == area.last_column && m_at.row >= area.first_row && m_at.row <= area.last_row) {
        return m_calculation.at({area.sheet, m_at.row, area.first_column});
    }
    if (area.first_row == area.last_row && m_at.column >= area.first_column &&
        m_at.column <= area.last_column) {
        return m_calculation.at({area.sheet, area.first_row, m_at.column});
    }
    return Value::of(ErrorCode::value);
}

std::shared_ptr<const Array> Evaluator::array(const Operand& operand) {
    if (const auto* table = std::get_if<std::shared_ptr<const Array>>(&operand)) {
        return *table;
    }
    auto made = std::make_shared<Array>();
    if (const auto* value = std::get_if<Value>(&operand)) {
        *made = {1, 1, {*value}};
        return made;
    }
    const auto& area = std::get<Area>(operand);
    const auto used = m_calculation.grid().used(area);
    if (!used) {
        *made = {1, 1, {Value()}};
        return made;
    }
    const auto size = std::uint64_t{used->rows()} * used->columns();
    if (size > largest) {
        *made = {1, 1, {Value::unknown()}};
        return made;
    }
    *made = {used->rows(), used->columns(), std::vector<Value>(size)};
    m_calculation.grid().each(*used, [&](std::uint32_t cell) {
        const auto& at = m_calculation.grid().entry(cell).at;
        made->cells[std::size_t{at.row - used->first_row} * used->columns() + at.column -
                    used->first_column] = m_calculation.value(cell);
    });
    return made;
}

Operand Evaluator::operand(std::uint32_t number) {
    const auto& node = m_formula.nodes[number];
    switch (node.kind) {
        case Node::Kind::value:
            return node.value;
        case Node::Kind::missing:
            return Value();
        case Node::Kind::reference:
            if (const auto area = m_calculation.spreadsheet().area(m_form, node.token, m_at)) {
                return *area;
            }
            return Value::of(ErrorCode::ref);
        case Node::Kind::call:
            return call(node);
        case Node::Kind::prefix:
            return prefix(node);
        case Node::Kind::percent:
            return pairwise("/", operand(node.children[0]), Value::of(100.0));
        case Node::Kind::binary:
            return pairwise(m_formula.tokens[node.token].text, operand(node.children[0]),
                            operand(node.children[1]));
        case Node::Kind::range:
        case Node::Kind::intersection:
            return joined(node);
        case Node::Kind::array:
            return list(node);
        case Node::Kind::unknown:
            break;
    }
    return Value::unknown();
}

Operand Evaluator::prefix(const Node& node) {
    const auto& sign = m_formula.tokens[node.token].text;
    auto inner = operand(node.children[0]);
    if (sign == "-") {
        return pairwise("-", Value::of(0.0), inner);
    }
    if (sign == "@") {
        const auto before = m_arrays;
        m_arrays = false;
        auto one = single(inner);
        m_arrays = before;
        return one;
    }
    return inner;
}

Operand Evaluator::joined(const Node& node) {
    const auto a = operand(node.children[0]);
    const auto b = operand(node.children[1]);
    const auto* left = std::get_if<Area>(&a);
    const auto* right = std::get_if<Area>(&b);
    if (left == nullptr || right == nullptr) {
        return Value::unknown();
    }
    if (node.kind == Node::Kind::intersection) {
        if (const auto both = common(*left, *right)) {
            return *both;
        }
        return Value::of(ErrorCode::null);
    }
    if (left->sheet != right->sheet && right->sheet != m_at.sheet) {
        return Value::of(ErrorCode::ref);
    }
    return Area{left->sheet, std::min(left->first_row, right->first_row),
                std::min(left->first_column, right->first_column), std::max(left->last_row, right->last_row),
                std::max(left->last_column, right->last_column)};
}

Operand Evaluator::list(const Node& node) {
    auto made = std::make_shared<Array>();
    for (const auto child : node.children) {
        made->cells.push_back(m_formula.nodes[child].value);
    }
    made->columns = node.columns;
    made->rows = static_cast<std::uint32_t>(node.children.size() / node.columns);
    return std::shared_ptr<const Array>(std::move(made));
}

Operand Evaluator::pairwise(const std::string& sign, const Operand& a, const Operand& b) {
    if (!many(a) && !many(b)) {
        return apply(sign, single(a), single(b));
    }
    const auto left = array(a);
    const auto right = array(b);
    auto made = std::make_shared<Array>();
    made->rows = std::max(left->rows, right->rows);
    made->columns = std::max(left->columns, right->columns);
    if (std::uint64_t{made->rows} * made->columns > largest) {
        return Value::unknown();
    }
    for (std::uint32_t row = 0; row < made->rows; ++row) {
        for (std::uint32_t column = 0; column < made->columns; ++column) {
            made->cells.push_back(apply(sign, stretched(*left, row, column), stretched(*right, row, column)));
        }
    }
    return std::shared_ptr<const Array>(std::move(made));
}

Operand Evaluator::call(const Node& node) {
    const auto* function = node.function;
    if (function == nullptr) {
        return Value::unknown();
    }
    const auto count = static_cast<int>(node.children.size());
    if (count < function->least || (function->most >= 0 && count > function->most)) {
        return Value::unknown();
    }
    if (function->lazy != nullptr) {
        return function->lazy(*this, node);
    }
    const auto before = m_arrays;
    m_arrays = m_arrays || function->tables;
    std::vector<Operand> arguments;
    arguments.reserve(node.children.size());
    for (const auto child : node.children) {
        arguments.push_back(operand(child));
    }
    m_arrays = before;
    if (function->whole != nullptr) {
        return function->whole(*this, arguments);
    }
    return spread(*function, arguments);
}

// A function of single values, once or for each value of a table.
Operand Evaluator::spread(const Function& function, const std::vector<Operand>& arguments) {
    std::vector<Value> values;
    if (std::none_of(arguments.begin(), arguments.end(), [&](const auto& each) { return many(each); })) {
        for (const auto& each : arguments) {
            values.push_back(single(each));
        }
        return once(function, values);
    }
    std::vector<std::shared_ptr<const Array>> tables;
    auto made = std::make_shared<Array>();
    for (const auto& each : arguments) {
        tables.push_back(array(each));
        made->rows = std::max(made->rows, tables.back()->rows);
        made->columns = std::max(made->columns, tables.back()->columns);
    }
    if (std::uint64_t{made->rows} * made->columns > largest) {
        return Value::unknown();
    }
    for (std::uint32_t row = 0; row < made->rows; ++row) {
        for (std::uint32_t column = 0; column < made->columns; ++column) {
            values.clear();
            for (const auto& table : tables) {
                values.push_back(stretched(*table, row, column));
            }
            made->cells.push_back(once(function, values));
        }
    }
    return std::shared_ptr<const Array>(std::move(made));
}

Value Evaluator::once(const Function& function, const std::vector<Value>& arguments) {
    const Value* error = nullptr;
    for (const auto& each : arguments) {
        if (each.is_unknown()) {
            return each;
        }
        error = error == nullptr && each.is_error() ? &each : error;
    }
    if (error != nullptr && !function.takes_errors) {
        return *error;
    }
    return function.single(arguments);
}

}  // namespace pledgebook::formulas
