// Works out one formula at one cell, from the values that a calculation has for the cells it reads.
#pragma once

#include "formulas/calculation.hpp"
#include "formulas/functions/functions.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace pledgebook::formulas {

class Evaluator {
public:
    Evaluator(Calculation& calculation, std::uint32_t form, Position at);

    // What the cell shows; an empty cell that it refers to is 0.
    Value result();

    // For functions that choose which of their arguments to work out (nodes of the formula).
    Operand operand(std::uint32_t node);
    Value value(std::uint32_t node) { return single(operand(node)); }

    // One value of it: of cells that which stands in the formula's own row or column, as spreadsheets
    // choose it, and #VALUE! where none does. Of a table the first.
    Value single(const Operand& operand);
    // All of it as a table, empty rows and columns behind the last left out.
    std::shared_ptr<const Array> array(const Operand& operand);

    // Calls visit(value, from_cell) for each value in it; of cells only those that are there.
    template <typename Visit>
    void each(const Operand& operand, Visit&& visit) {
        if (const auto* area = std::get_if<Area>(&operand)) {
            m_calculation.grid().each(*area,
                                      [&](std::uint32_t cell) { visit(m_calculation.value(cell), true); });
        } else if (const auto* array = std::get_if<std::shared_ptr<const Array>>(&operand)) {
            for (const auto& cell : (*array)->cells) {
                visit(cell, true);
            }
        } else {
            visit(std::get<Value>(operand), false);
        }
    }

    [[nodiscard]] Calculation& calculation() { return m_calculation; }
    [[nodiscard]] Position at() const { return m_at; }
    [[nodiscard]] const Node& node(std::uint32_t number) const { return m_formula.nodes[number]; }
    [[nodiscard]] bool arrays() const { return m_arrays; }

private:
    Operand call(const Node& node);
    Operand prefix(const Node& node);
    Operand binary(const Node& node);
    Operand joined(const Node& node);  // range and intersection
    Operand list(const Node& node);
    Operand spread(const Function& function, const std::vector<Operand>& arguments);
    Value once(const Function& function, const std::vector<Value>& arguments);
    Operand pairwise(const std::string& sign, const Operand& a, const Operand& b);
    [[nodiscard]] bool many(const Operand& operand) const;

    Calculation& m_calculation;
    const Form& m_form;
    const Formula& m_formula;
    Position m_at;
    bool m_arrays;  // tables are worked with whole
};

// One operator between two values.
Value apply(const std::string& sign, const Value& a, const Value& b);

}  // namespace pledgebook::formulas
