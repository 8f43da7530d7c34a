// Works out a spreadsheet's formulas as Excel does: each cell when it is asked for, once. And again with
// some cells changed, where only what rests on them is worked out anew.
#pragma once

#include "formulas/criteria.hpp"
#include "formulas/spreadsheet.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <variant>
#include <vector>

namespace pledgebook::formulas {

// What to put into a cell for a while.
struct Change {
    Position at;
    std::variant<Value, std::string> to;  // a value, or a formula without its equals sign
};

class Calculation {
public:
    // Everything from the formulas. A cell that cannot be worked out (a function that is not known, a
    // circle) has the value that the file gives for it, and `worked_out` says so. The spreadsheet must
    // outlive this, and not move.
    explicit Calculation(Spreadsheet& spreadsheet);
    // The same with these changes. What rests on them is worked out, and unknown where it cannot be; all
    // else is as in `base`, which must outlive this.
    Calculation(Calculation& base, const std::vector<Change>& changes);

    // Of the cell with that number in the grid. Valid until the calculation is gone.
    const Value& value(std::uint32_t cell);
    // Of any cell; empty where there is none.
    Value at(Position at);
    // False where value() is what the file says because the formula cannot be worked out.
    [[nodiscard]] bool worked_out(std::uint32_t cell);
    // May this cell differ from the base?
    [[nodiscard]] bool touched(std::uint32_t cell) const;

    [[nodiscard]] Spreadsheet& spreadsheet() { return m_spreadsheet; }
    [[nodiscard]] const Grid& grid() const { return m_spreadsheet.grid(); }

    // For functions. Rows of a single column that fit, counted from 0 at the area's first row; rows behind
    // the last that holds anything are not looked at. Ascending.
    const std::vector<std::uint32_t>& rows_where(const Area& column, const Criterion& criterion);
    // The same for an exact lookup by strict_key(); empty where there is none.
    const std::vector<std::uint32_t>& rows_with(const Area& column, const std::string& strict_key);
    // Is any cell in it unknown?
    bool holds_unknown(const Area& area);

private:
    enum class State : std::uint8_t { fresh, working, done, fallback };
    using Rows = std::vector<std::uint32_t>;
    struct Index {
        std::unordered_map<std::string, Rows> rows;  // by key
        bool unknown = false;
    };

    void ensure(std::uint32_t cell);
    void push_precedents(std::uint32_t cell, std::vector<std::uint32_t>& open);
    void push_area(const Area& area, std::vector<std::uint32_t>& open);
    void finish(std::uint32_t cell);
    [[nodiscard]] std::uint32_t form_of(std::uint32_t cell) const;
    [[nodiscard]] bool own(const Area& area) const;  // does any cell in it differ from the base?
    const Index& index(const Area& column, bool strict);

    Spreadsheet& m_spreadsheet;
    Calculation* m_base = nullptr;
    std::vector<bool> m_touched;                             // by cell; all where there is no base
    std::vector<std::set<std::uint32_t>> m_touched_columns;  // by sheet
    std::map<std::uint32_t, Value> m_values_set;             // cells changed to a value
    std::map<std::uint32_t, std::uint32_t> m_forms_set;      // cells changed to a formula
    std::vector<State> m_states;
    std::vector<Value> m_values;
    std::set<Area> m_ready;  // areas of which each cell is worked out
    std::map<std::pair<Area, bool>, Index> m_indices;
    std::map<std::pair<Area, std::string>, Rows> m_found;
    Index m_passing;  // of an area in a circle, not kept
    Rows m_passing_rows;
    std::uint64_t m_circles = 0;  // how often a cell was read while it was being worked out
    int m_depth = 0;
};

// What a formula would come to in a cell, as everything else stands. The cell itself is not changed.
Value worked_out_at(Calculation& calculation, std::uint32_t form, Position at);

}  // namespace pledgebook::formulas
