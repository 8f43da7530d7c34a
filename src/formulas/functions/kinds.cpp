// What kind of thing a value is: TYPE, ISNUMBER and their like.
#include "formulas/evaluator.hpp"

#include <array>

namespace pledgebook::formulas {

namespace {

using Values = std::vector<Value>;

// What cannot be worked out is asked for its kind in vain; Evaluator::once never hands it on.
Operand type_of(Evaluator& evaluator, const std::vector<Operand>& arguments) {
    const auto* area = std::get_if<Area>(&arguments[0]);
    if ((area != nullptr && !area->single()) ||
        std::holds_alternative<std::shared_ptr<const Array>>(arguments[0])) {
        return Value::of(64.0);
    }
    const auto value = evaluator.single(arguments[0]);
    if (value.is_unknown()) {
        return value;
    }
    switch (value.type) {
        case Value::Type::text:
            return Value::of(2.0);
        case Value::Type::boolean:
            return Value::of(4.0);
        case Value::Type::error:
            return Value::of(16.0);
        default:
            return Value::of(1.0);  // an empty cell is a number
    }
}

template <Value::Type type>
Value is_type(const Values& arguments) {
    return Value::of(arguments[0].is(type));
}

Value as_plain_number(const Values& arguments) {
    return arguments[0].is(Value::Type::text) ? Value::of(0.0) : as_number(arguments[0]);
}

Value as_plain_text(const Values& arguments) {
    return arguments[0].is(Value::Type::text) ? arguments[0] : Value::of(std::string());
}

constexpr std::array<Function, 11> functions{{
    {.name = "TYPE", .least = 1, .most = 1, .whole = type_of},
    {.name = "ISNUMBER", .least = 1, .most = 1, .single = is_type<Value::Type::number>, .takes_errors = true},
    {.name = "ISTEXT", .least = 1, .most = 1, .single = is_type<Value::Type::text>, .takes_errors = true},
    {.name = "ISNONTEXT",
     .least = 1,
     .most = 1,
     .single = [](const Values& a) { return Value::of(!a[0].is(Value::Type::text)); },
     .takes_errors = true},
    {.name = "ISBLANK", .least = 1, .most = 1, .single = is_type<Value::Type::empty>, .takes_errors = true},
    {.name = "ISLOGICAL",
     .least = 1,
     .most = 1,
     .single = is_type<Value::Type::boolean>,
     .takes_errors = true},
    {.name = "ISERROR", .least = 1, .most = 1, .single = is_type<Value::Type::error>, .takes_errors = true},
    {.name = "ISNA",
     .least = 1,
     .most = 1,
     .single = [](const Values& a) { return Value::of(a[0].is_error() && a[0].code == ErrorCode::na); },
     .takes_errors = true},
    {.name = "ISERR",
     .least = 1,
     .most = 1,
     .single = [](const Values& a) { return Value::of(a[0].is_error() && a[0].code != ErrorCode::na); },
     .takes_errors = true},
    {.name = "N", .least = 1, .most = 1, .single = as_plain_number},
    {.name = "T", .least = 1, .most = 1, .single = as_plain_text},
}};

}  // namespace

std::span<const Function> kind_functions() {
    return functions;
}

}  // namespace pledgebook::formulas
