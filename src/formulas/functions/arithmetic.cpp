// Functions of one or two numbers.
#include "formulas/functions/functions.hpp"

#include <array>
#include <cmath>

namespace pledgebook::formulas {

namespace {

using Values = std::vector<Value>;

template <double (*function)(double)>
Value one(const Values& arguments) {
    const auto number = as_number(arguments[0]);
    return number.is_error() ? number : Value::of(function(number.number));
}

template <Value (*function)(double, double)>
Value two(const Values& arguments) {
    const auto a = as_number(arguments[0]);
    const auto b = arguments.size() > 1 ? as_number(arguments[1]) : Value::of(0.0);
    return a.is_error() ? a : b.is_error() ? b : function(a.number, b.number);
}

double absolute(double x) {
    return std::abs(x);
}
double whole_below(double x) {
    return std::floor(x);
}
double sign(double x) {
    return x > 0 ? 1 : x < 0 ? -1 : 0;
}
double root(double x) {
    return std::sqrt(x);
}
double exponential(double x) {
    return std::exp(x);
}
double natural(double x) {
    return std::log(x);
}
double decadic(double x) {
    return std::log10(x);
}

enum class Rounding { nearest, up, down };

// Away from zero at one half, as spreadsheets round; a number that misses the half only by the last bits
// of its binary form counts as the half it was written as.
double rounded(double number, double places, Rounding rounding) {
    const double scale = std::pow(10.0, std::trunc(std::abs(places)));
    const bool behind_point = places >= 0;
    const double size = behind_point ? std::abs(number) * scale : std::abs(number) / scale;
    if (!std::isfinite(size)) {
        return number;
    }
    const double slack = size * 1e-15;
    const double whole = rounding == Rounding::nearest ? std::floor(size + 0.5 + slack)
                         : rounding == Rounding::up    ? std::ceil(size - slack)
                                                       : std::floor(size + slack);
    return std::copysign(behind_point ? whole / scale : whole * scale, number);
}

template <Rounding rounding>
Value round_to(double number, double places) {
    return Value::of(rounded(number, places, rounding));
}

Value remainder(double number, double by) {
    return by == 0 ? Value::of(ErrorCode::div0) : Value::of(number - by * std::floor(number / by));
}

Value ceiling(double number, double step) {
    return step == 0 ? Value::of(0.0) : Value::of(std::ceil(number / step) * step);
}

Value floor_to(double number, double step) {
    return step == 0 ? Value::of(ErrorCode::div0) : Value::of(std::floor(number / step) * step);
}

Value power(double number, double exponent) {
    return number == 0 && exponent == 0 ? Value::of(ErrorCode::num) : Value::of(std::pow(number, exponent));
}

Value quotient(double a, double b) {
    return b == 0 ? Value::of(ErrorCode::div0) : Value::of(std::trunc(a / b));
}

Value logarithm(const Values& arguments) {
    const auto number = as_number(arguments[0]);
    const auto base = arguments.size() > 1 ? as_number(arguments[1]) : Value::of(10.0);
    if (number.is_error() || base.is_error()) {
        return number.is_error() ? number : base;
    }
    return number.number <= 0 || base.number <= 0
               ? Value::of(ErrorCode::num)
               : Value::of(std::log(number.number) / std::log(base.number));
}

constexpr std::array<Function, 19> functions{{
    {.name = "ABS", .least = 1, .most = 1, .single = one<absolute>},
    {.name = "INT", .least = 1, .most = 1, .single = one<whole_below>},
    {.name = "SIGN", .least = 1, .most = 1, .single = one<sign>},
    {.name = "SQRT", .least = 1, .most = 1, .single = one<root>},
    {.name = "EXP", .least = 1, .most = 1, .single = one<exponential>},
    {.name = "LN", .least = 1, .most = 1, .single = one<natural>},
    {.name = "LOG10", .least = 1, .most = 1, .single = one<decadic>},
    {.name = "LOG", .least = 1, .most = 2, .single = logarithm},
    {.name = "ROUND", .least = 2, .most = 2, .single = two<round_to<Rounding::nearest>>},
    {.name = "ROUNDUP", .least = 2, .most = 2, .single = two<round_to<Rounding::up>>},
    {.name = "ROUNDDOWN", .least = 2, .most = 2, .single = two<round_to<Rounding::down>>},
    {.name = "TRUNC", .least = 1, .most = 2, .single = two<round_to<Rounding::down>>},
    {.name = "MOD", .least = 2, .most = 2, .single = two<remainder>},
    {.name = "CEILING", .least = 2, .most = 2, .single = two<ceiling>},
    {.name = "FLOOR", .least = 2, .most = 2, .single = two<floor_to>},
    {.name = "POWER", .least = 2, .most = 2, .single = two<power>},
    {.name = "QUOTIENT", .least = 2, .most = 2, .single = two<quotient>},
    {.name = "PI", .single = [](const Values&) { return Value::of(3.14159265358979323846); }},
    {.name = "NA", .single = [](const Values&) { return Value::of(ErrorCode::na); }},
}};

}  // namespace

std::span<const Function> arithmetic_functions() {
    return functions;
}

}  // namespace pledgebook::formulas
