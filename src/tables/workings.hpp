// Works out the cells of the tables of one release, each at most once, and tables from other tables' cells.
#pragma once

#include "core/table.hpp"
#include "tables/definition.hpp"
#include "tables/layout.hpp"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace pledgebook::tables {

struct Settings {
    // By which key each of the EU's institutions is reckoned to the members: "budget", "gni", "capital",
    // "gdp", "population".
    std::map<std::string, std::string, std::less<>> eu_keys{
        {"EUC", "budget"}, {"EPF", "gni"}, {"EIB", "capital"}};
    // Add the members' parts of the EU's aid, and the keys, to tables that do not show them.
    bool with_eu_share = false;
};

// A cell by its words: also one that no release publishes.
struct CellName {
    std::string table;
    std::string row;
    int repeated = 0;
    std::string column;
    std::optional<Measure> measure;

    auto key() const { return std::tie(table, row, repeated, column, measure); }
    bool operator<(const CellName& other) const { return key() < other.key(); }
};

struct Worked {
    Value value;
    bool given = false;          // taken from the release, not worked out
    std::vector<CellName> from;  // the cells that it was worked out from
};

class Workings {
public:
    // What other cells a rule sees: as worked out, or as published where they are. By the second it can be
    // told whether a difference is a cell's own.
    enum class Sight { ours, published };

    // The intake must outlive the workings. `macro`: GDP and population that the release has not itself.
    Workings(const Intake& intake, std::vector<Macro> macro, Settings settings);

    [[nodiscard]] const Sums& sums() const { return m_sums; }
    [[nodiscard]] const Settings& settings() const { return m_settings; }
    [[nodiscard]] const std::vector<Macro>& macro() const { return m_macro; }
    // Throws Error where there is no such table.
    [[nodiscard]] const Layout& layout(std::string_view table) const;

    // The value that stands: worked out by the rule, or typed over it.
    [[nodiscard]] Value value(const CellName& cell) const;
    // By the rule alone.
    [[nodiscard]] Worked by_rule(const CellName& cell, Sight sight) const;
    // The entries that the rule itself adds up there; not those behind other cells that it takes.
    [[nodiscard]] std::vector<Counted> entries(const CellName& cell) const;
    // Nothing where the release publishes no number there.
    [[nodiscard]] Value published(const CellName& cell) const;
    [[nodiscard]] const Figure* figure(const CellName& cell) const;
    // A number of a table that has no rules (a sheet of inputs): by the code of its row, or its words, and
    // its header. Nothing where there is none.
    [[nodiscard]] Value published_elsewhere(std::string_view table, std::string_view row,
                                            std::string_view header) const;
    [[nodiscard]] bool has_figures(std::string_view table) const;
    // Whether the published number is typed into a column of formulas.
    [[nodiscard]] bool is_typed(const CellName& cell) const;
    [[nodiscard]] const LaidColumn* column(const CellName& cell) const;

private:
    // By code or words of the row, and words of the header.
    using Inputs = std::map<std::pair<std::string, std::string>, const Figure*>;
    [[nodiscard]] const Inputs& inputs(std::string_view table) const;
    [[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> place(const CellName& cell) const;

    Sums m_sums;
    std::vector<Macro> m_macro;
    Settings m_settings;
    mutable std::map<std::string, Layout, std::less<>> m_layouts;
    mutable std::map<std::string, Inputs, std::less<>> m_inputs;  // by table
    mutable std::map<CellName, Value> m_values;
    mutable std::set<CellName> m_begun;
};

// Less than one euro (or one of the currency) apart, or, for anything else, one part in a thousand million.
bool same(const TableUnit& unit, Number a, Number b);

// The place that a rule works at, and what it may look at from there.
class At {
public:
    At(const Workings& workings, const CellName& cell, Workings::Sight sight, Worked& worked)
        : m_workings(workings), m_cell(cell), m_sight(sight), m_worked(worked) {}

    [[nodiscard]] const std::string& row() const { return m_cell.row; }
    [[nodiscard]] const std::string& table() const { return m_cell.table; }
    [[nodiscard]] bool in_total() const { return m_cell.row == "TOTAL"; }
    // Of the column, else the usual one of the release.
    [[nodiscard]] Measure measure() const;
    [[nodiscard]] const Sums& sums() const { return m_workings.sums(); }
    [[nodiscard]] const Workings& workings() const { return m_workings; }
    [[nodiscard]] const std::string& column() const { return m_cell.column; }
    // What stands in the placeholder of the column's words: "DEU" in the column "units:DEU".
    [[nodiscard]] std::string argument() const;
    // The columns of this row that share a key with a placeholder, added up.
    [[nodiscard]] Value over_columns(std::string_view key) const;

    // Another column of the same row.
    [[nodiscard]] Value here(std::string_view column) const;
    // The same row of another table, or another row there.
    [[nodiscard]] Value of(std::string_view table, std::string_view column) const;
    [[nodiscard]] Value of(std::string_view table, std::string_view row, std::string_view column) const;
    // The column added up over the rows of this table, without the row of totals; nothing where no row has
    // a value.
    [[nodiscard]] Value over_rows(bool without_institutions) const;
    // Another table's column added up over the donors of this row.
    [[nodiscard]] Value over_donors(std::string_view table, std::string_view column) const;
    // Whom the row means: a donor, the members of a group on the day of the cut-off, everybody else.
    [[nodiscard]] Donors donors() const;
    // The number that the release publishes in this very cell.
    [[nodiscard]] Value given() const;

private:
    [[nodiscard]] Value look(const CellName& cell) const;

    const Workings& m_workings;
    const CellName& m_cell;
    Workings::Sight m_sight;
    Worked& m_worked;
};

// The whole table with its comparison; `title` and the release filled in.
Table worked_out(const Workings& workings, std::string_view table);

}  // namespace pledgebook::tables
