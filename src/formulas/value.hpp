// What a spreadsheet's cell or formula comes to. Numbers are doubles here, on purpose: a spreadsheet reckons
// in doubles, and what is worked out must be what it shows. Money of ours is never made from them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pledgebook::formulas {

enum class ErrorCode : std::uint8_t {
    unknown,  // not the spreadsheet's: this program cannot work it out, and so nothing that rests on it
    null,
    div0,
    value,
    ref,
    name,
    num,
    na,
    spill,
    calc,
};

std::string_view to_string(ErrorCode code);                        // "#DIV/0!"
std::optional<ErrorCode> parse_error_code(std::string_view text);  // nothing for what is none

struct Value {
    enum class Type : std::uint8_t { empty, number, text, boolean, error };

    Type type = Type::empty;
    ErrorCode code = ErrorCode::unknown;  // of an error
    double number = 0;                    // of a number; 1 or 0 of a boolean
    std::string text;

    static Value of(double number);  // an infinite one is #NUM!
    static Value of(std::string text);
    static Value of(bool truth);
    static Value of(ErrorCode code);
    static Value unknown() { return of(ErrorCode::unknown); }

    [[nodiscard]] bool is(Type other) const { return type == other; }
    [[nodiscard]] bool is_error() const { return type == Type::error; }
    [[nodiscard]] bool is_unknown() const { return is_error() && code == ErrorCode::unknown; }

    bool operator==(const Value&) const = default;
};

// A rectangle of cells that is referred to. All from 1 and inclusive; `sheet` is an index from 0.
struct Area {
    std::uint32_t sheet = 0, first_row = 0, first_column = 0, last_row = 0, last_column = 0;

    [[nodiscard]] std::uint32_t rows() const { return last_row - first_row + 1; }
    [[nodiscard]] std::uint32_t columns() const { return last_column - first_column + 1; }
    [[nodiscard]] bool single() const { return first_row == last_row && first_column == last_column; }
    [[nodiscard]] bool contains(std::uint32_t row, std::uint32_t column) const {
        return row >= first_row && row <= last_row && column >= first_column && column <= last_column;
    }

    auto operator<=>(const Area&) const = default;
};

// A table of values, row by row.
struct Array {
    std::uint32_t rows = 0, columns = 0;
    std::vector<Value> cells;

    [[nodiscard]] const Value& at(std::uint32_t row, std::uint32_t column) const {  // from 0
        return cells[static_cast<std::size_t>(row) * columns + column];
    }
};

// What an argument of a function is: a value, cells that are referred to, or a table.
using Operand = std::variant<Value, Area, std::shared_ptr<const Array>>;

// As the spreadsheet turns one into the other; an error stays one. Empty is 0 and "".
Value as_number(const Value& value);  // text that reads as a number is one; #VALUE! otherwise
Value as_text(const Value& value);
Value as_truth(const Value& value);

// The number that a text reads as: "1.5", " 1e3 ", "12%", "1,000". Nothing where it is none.
std::optional<double> number_in(std::string_view text);
// As a cell without a format shows it: up to 15 digits.
std::string shown(double number);

// Letters without case (ASCII, Latin, Greek, Cyrillic); blanks and accents stay what they are.
std::string without_case(std::string_view text);

// -1, 0 or 1: numbers before texts before booleans; case does not matter; empty is whatever the other is.
// Neither may be an error.
int compare(const Value& a, const Value& b);
// Two numbers that differ by no more than a spreadsheet's fifteen digits tell.
bool same_number(double a, double b);

}  // namespace pledgebook::formulas
