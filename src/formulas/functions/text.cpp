// Functions of texts. Characters are Unicode's; only outside of its first 65,536 would a spreadsheet count
// differently.
#include "formulas/evaluator.hpp"

#include <array>
#include <cmath>

namespace pledgebook::formulas {

namespace {

using Values = std::vector<Value>;
using Operands = std::vector<Operand>;

std::size_t bytes_of(std::string_view text, std::size_t characters, std::size_t from = 0) {
    auto at = from;
    while (at < text.size() && characters > 0) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) {
            ++at;
        }
        --characters;
    }
    return at;
}

std::size_t characters_in(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) {
        count += (static_cast<unsigned char>(c) & 0xC0U) == 0x80 ? 0 : 1;
    }
    return count;
}

// A count of characters: an error, or what is beyond any text.
std::optional<std::size_t> count_in(const Values& arguments, std::size_t index, std::size_t otherwise) {
    if (arguments.size() <= index) {
        return otherwise;
    }
    const auto number = as_number(arguments[index]);
    if (number.is_error() || number.number < 0) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(std::min(number.number, 100'000.0));
}

Value left(const Values& arguments) {
    const auto text = as_text(arguments[0]).text;
    const auto count = count_in(arguments, 1, 1);
    return count ? Value::of(text.substr(0, bytes_of(text, *count))) : Value::of(ErrorCode::value);
}

Value right(const Values& arguments) {
    const auto text = as_text(arguments[0]).text;
    const auto count = count_in(arguments, 1, 1);
    if (!count) {
        return Value::of(ErrorCode::value);
    }
    const auto all = characters_in(text);
    return Value::of(text.substr(bytes_of(text, all - std::min(all, *count))));
}

Value middle(const Values& arguments) {
    const auto text = as_text(arguments[0]).text;
    const auto start = count_in(arguments, 1, 1);
    const auto count = count_in(arguments, 2, 0);
    if (!start || !count || *start == 0) {
        return Value::of(ErrorCode::value);
    }
    const auto from = bytes_of(text, *start - 1);
    return Value::of(text.substr(from, bytes_of(text, *count, from) - from));
}

Value length(const Values& arguments) {
    return Value::of(static_cast<double>(characters_in(as_text(arguments[0]).text)));
}

Value lower(const Values& arguments) {
    return Value::of(without_case(as_text(arguments[0]).text));
}

Value trim(const Values& arguments) {
    std::string out;
    for (const char c : as_text(arguments[0]).text) {
        if (c != ' ' || (!out.empty() && out.back() != ' ')) {
            out += c;
        }
    }
    if (!out.empty() && out.back() == ' ') {
        out.pop_back();
    }
    return Value::of(out);
}

// FIND minds case and knows no wildcards; SEARCH the other way round.
template <bool loose>
Value search(const Values& arguments) {
    const auto wanted = as_text(arguments[0]).text;
    const auto text = as_text(arguments[1]).text;
    const auto start = count_in(arguments, 2, 1);
    if (!start || *start == 0 || *start > characters_in(text) + 1) {
        return Value::of(ErrorCode::value);
    }
    auto at = bytes_of(text, *start - 1);
    if (!loose || !has_wildcards(wanted)) {
        at = loose ? without_case(text).find(without_case(wanted), at) : text.find(wanted, at);
        return at == std::string::npos
                   ? Value::of(ErrorCode::value)
                   : Value::of(static_cast<double>(characters_in(std::string_view(text).substr(0, at))) + 1);
    }
    for (auto place = *start; at <= text.size(); ++place) {
        if (fits_pattern(std::string_view(text).substr(at), wanted + "*")) {
            return Value::of(static_cast<double>(place));
        }
        if (at == text.size()) {
            break;
        }
        at = bytes_of(text, 1, at);
    }
    return Value::of(ErrorCode::value);
}

Value substitute(const Values& arguments) {
    const auto text = as_text(arguments[0]).text;
    const auto old = as_text(arguments[1]).text;
    const auto by = as_text(arguments[2]).text;
    const auto which = count_in(arguments, 3, 0);
    if (!which || (arguments.size() > 3 && *which == 0)) {
        return Value::of(ErrorCode::value);
    }
    std::string out;
    std::size_t at = 0;
    std::size_t met = 0;
    while (!old.empty() && at < text.size()) {
        const auto next = text.find(old, at);
        if (next == std::string::npos) {
            break;
        }
        out += text.substr(at, next - at);
        out += *which == 0 || ++met == *which ? by : old;
        at = next + old.size();
        if (out.size() > 100'000) {
            return Value::unknown();
        }
    }
    return Value::of(out + text.substr(at));
}

Value number_of_text(const Values& arguments) {
    return as_number(arguments[0]);
}

Value same(const Values& arguments) {
    return Value::of(as_text(arguments[0]).text == as_text(arguments[1]).text);
}

Value repeated(const Values& arguments) {
    const auto text = as_text(arguments[0]).text;
    const auto count = count_in(arguments, 1, 0);
    if (!count || *count * text.size() > 32'767) {
        return Value::of(ErrorCode::value);
    }
    std::string out;
    for (std::size_t i = 0; i < *count; ++i) {
        out += text;
    }
    return Value::of(out);
}

// Joins what is in the arguments from `first` on, row by row.
Value join(Evaluator& evaluator, const Operands& arguments, std::size_t first, const std::string& between,
           bool leave_out_empty) {
    std::string out;
    bool any = false;
    for (auto i = first; i < arguments.size(); ++i) {
        const auto array = evaluator.array(arguments[i]);  // kept while its cells are looked at
        for (const auto& value : array->cells) {
            if (value.is_error()) {
                return value;
            }
            const auto text = as_text(value).text;
            if (leave_out_empty && text.empty()) {
                continue;
            }
            out += any ? between : "";
            out += text;
            any = true;
        }
    }
    return out.size() > 32'767 ? Value::of(ErrorCode::calc) : Value::of(std::move(out));
}

Operand concatenate(Evaluator& evaluator, const Operands& arguments) {
    return join(evaluator, arguments, 0, "", false);
}

Operand text_join(Evaluator& evaluator, const Operands& arguments) {
    const auto between = as_text(evaluator.single(arguments[0]));
    const auto leave_out = as_truth(evaluator.single(arguments[1]));
    if (between.is_error() || leave_out.is_error()) {
        return between.is_error() ? between : leave_out;
    }
    return join(evaluator, arguments, 2, between.text, leave_out.number != 0);
}

// In its plain form "a, b, c"; the strict one with quotes and braces is not worked out.
Operand array_to_text(Evaluator& evaluator, const Operands& arguments) {
    if (arguments.size() > 1 && as_number(evaluator.single(arguments[1])).number != 0) {
        return Value::unknown();
    }
    const auto between = evaluator.calculation().spreadsheet().list_separator() + std::string(" ");
    std::string out;
    const auto table = evaluator.array(arguments[0]);
    for (const auto& value : table->cells) {
        if (value.is_unknown()) {
            return value;
        }
        out += &value == table->cells.data() ? "" : between;
        out += value.is_error() ? std::string(to_string(value.code)) : as_text(value).text;
    }
    return out.size() > 32'767 ? Value::of(ErrorCode::value) : Value::of(std::move(out));
}

constexpr std::array<Function, 16> functions{{
    {.name = "LEFT", .least = 1, .most = 2, .single = left},
    {.name = "RIGHT", .least = 1, .most = 2, .single = right},
    {.name = "MID", .least = 3, .most = 3, .single = middle},
    {.name = "LEN", .least = 1, .most = 1, .single = length},
    {.name = "LOWER", .least = 1, .most = 1, .single = lower},
    {.name = "TRIM", .least = 1, .most = 1, .single = trim},
    {.name = "FIND", .least = 2, .most = 3, .single = search<false>},
    {.name = "SEARCH", .least = 2, .most = 3, .single = search<true>},
    {.name = "SUBSTITUTE", .least = 3, .most = 4, .single = substitute},
    {.name = "VALUE", .least = 1, .most = 1, .single = number_of_text},
    {.name = "EXACT", .least = 2, .most = 2, .single = same},
    {.name = "REPT", .least = 2, .most = 2, .single = repeated},
    {.name = "CONCATENATE", .least = 1, .most = -1, .whole = concatenate},
    {.name = "CONCAT", .least = 1, .most = -1, .whole = concatenate},
    {.name = "TEXTJOIN", .least = 3, .most = -1, .whole = text_join},
    {.name = "ARRAYTOTEXT", .least = 1, .most = 2, .whole = array_to_text},
}};

}  // namespace

std::span<const Function> text_functions() {
    return functions;
}

}  // namespace pledgebook::formulas
