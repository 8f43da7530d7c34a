// A formula in relative form: what it refers to is kept as seen from its cell, so that the same formula
// dragged over a thousand cells is one formula, and can be written out for any other cell.
#pragma once

#include "formulas/value.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::formulas {

constexpr std::uint32_t last_row_of_sheet = 1'048'576;
constexpr std::uint32_t last_column_of_sheet = 16'384;

// A row or a column of a reference: `$5` is absolute, others are so many further on from the cell.
struct Anchor {
    std::int32_t value = 0;
    bool absolute = false;

    bool operator==(const Anchor&) const = default;
};

struct Reference {
    enum class Shape : std::uint8_t { cell, range, columns, rows };

    Shape shape = Shape::cell;
    bool has_sheet = false;
    std::string sheet;  // where it names one, without quotes
    Anchor row, column;
    Anchor last_row, last_column;  // of a range; of a cell the same as row and column

    // The cells meant, seen from the cell there; the caller sets the sheet. Nothing where it leaves the
    // sheet.
    [[nodiscard]] std::optional<Area> area_from(std::uint32_t at_row, std::uint32_t at_column) const;

    bool operator==(const Reference&) const = default;
};

struct Token {
    enum class Kind : std::uint8_t {
        number,
        text,
        boolean,
        error,
        reference,
        name,      // a defined name, a table, anything that this program does not follow
        function,  // its name; an opening bracket follows
        open,
        close,
        comma,
        semicolon,
        open_array,
        close_array,
        sign,          // an operator: + - * / ^ & = < > <= >= <> % : @
        intersection,  // the blank between two references
        unknown,       // what cannot be read
    };

    Kind kind = Kind::unknown;
    std::string text;  // of a function: upper case, without _xlfn.; of a text: without its quotes
    double number = 0;
    Reference reference;
};

struct Function;

struct Node {
    enum class Kind : std::uint8_t {
        value,  // a number, a text, a boolean, an error: `value`
        reference,
        call,
        prefix,  // - + @
        percent,
        binary,  // + - * / ^ & and comparisons
        range,   // of two references that are worked out first
        intersection,
        array,    // `children` row by row, `columns` wide
        missing,  // an argument left out
        unknown,  // a name, a union: parsed, but not worked out
    };

    Kind kind = Kind::unknown;
    std::uint32_t token = 0;             // where it stands in the formula
    const Function* function = nullptr;  // of a call, where the program knows it
    std::uint32_t columns = 0;
    Value value;
    std::vector<std::uint32_t> children;
};

struct Formula {
    std::vector<Token> tokens;
    std::vector<Node> nodes;
    std::uint32_t root = 0;
    std::string problem;   // why it could not be parsed; empty where it was
    bool arrays = false;   // a dynamic array formula: areas are worked with whole, not cut at the cell
    bool wanders = false;  // holds OFFSET, INDIRECT: what it reads is known only when it is worked out

    [[nodiscard]] bool ok() const { return problem.empty(); }
};

// The pieces of a formula that stands in the cell there (both from 1). Never throws; a piece that makes no
// sense is a token `unknown`.
std::vector<Token> tokens_of(std::string_view formula, std::uint32_t row, std::uint32_t column);

// Reads the whole formula. Too long (32,768 bytes), nested too deep (128) or not a formula: `problem` says
// so. Never throws.
Formula parse(std::string_view formula, std::uint32_t row, std::uint32_t column);
Formula parse(std::vector<Token> tokens);

// "SUM(R[-3]C:R[-1]C)/R2C3": the same text for each cell of a dragged formula. Functions in capitals and
// without _xlfn., no blanks.
std::string relative_form(const std::vector<Token>& tokens);

// "SUM(B2:B4)/$C$2": the formula as it reads in the cell there, #REF! for what leaves the sheet. Functions
// are written without _xlfn.
std::string written_at(const std::vector<Token>& tokens, std::uint32_t row, std::uint32_t column);
// One reference, as it reads in the cell there.
std::string written_at(const Reference& reference, std::uint32_t row, std::uint32_t column);

}  // namespace pledgebook::formulas
