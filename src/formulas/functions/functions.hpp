// The functions of spreadsheets that the program knows. One that is not here is not guessed at: its cell
// cannot be worked out.
#pragma once

#include "formulas/value.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace pledgebook::formulas {

class Evaluator;
struct Node;

struct Function {
    std::string_view name;  // in capitals, without _xlfn.
    int least = 0;          // arguments
    int most = 0;           // -1: as many as one likes

    // One of these three works it out. `single` gets single values, without errors unless it takes them,
    // and is called for each value of a table. `whole` gets what its arguments are. `lazy` works them out
    // itself, and only those it needs.
    Value (*single)(const std::vector<Value>&) = nullptr;
    Operand (*whole)(Evaluator&, const std::vector<Operand>&) = nullptr;
    Operand (*lazy)(Evaluator&, const Node&) = nullptr;

    bool takes_errors = false;
    bool tables = false;   // its arguments are tables, also in a formula that is none (SUMPRODUCT)
    bool dynamic = false;  // gives tables, so that the formula it stands in works with tables
};

// Nothing where it is not known.
const Function* find_function(std::string_view name);

// By what they are about; each in a file of its own.
std::span<const Function> choice_functions();
std::span<const Function> arithmetic_functions();
std::span<const Function> statistics_functions();
std::span<const Function> conditional_functions();
std::span<const Function> lookup_functions();
std::span<const Function> place_functions();
std::span<const Function> text_functions();
std::span<const Function> date_functions();
std::span<const Function> kind_functions();
std::span<const Function> table_functions();

}  // namespace pledgebook::formulas
