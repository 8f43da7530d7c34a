// What a table's folder defines: its columns, each with the rule by which a cell is worked out. The headers
// by which a release's own columns are known lie in data/tables/<table>.tsv.
#pragma once

#include "core/number.hpp"
#include "tables/sums.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::tables {

class At;

// Nothing where it cannot be worked out.
using Value = std::optional<Number>;
using Rule = std::function<Value(const At&)>;

// What stands in a row of totals.
enum class Total {
    sum,      // of all rows
    members,  // of all rows but those of the EU's institutions, whose aid the members' rows have already
    rule,     // the column's own rule, from the totals of other columns: a percentage of sums
    none,
};

struct ColumnRule {
    std::string_view key;
    Rule rule;
    Total total = Total::sum;
    // An input that may also be worked out: where the release types a whole column, its numbers stand.
    bool may_be_typed = false;
};

// A row of a table that the release does not publish.
struct RowName {
    std::string code;
    std::string title;
};

struct Definition {
    std::string_view name;
    std::string_view what;  // one line for the list of tables
    std::vector<ColumnRule> columns;
    // Rows where the release publishes none; empty: the donors that have amounts, by name, and a total.
    std::vector<RowName> (*rows)(const Sums& sums) = nullptr;
    // Column by which rows are ordered then, largest first; empty: as they come.
    std::string_view order = {};
    // Says why the table cannot be made of a release that does not publish it, or nothing.
    std::string (*refusal)(const Sums& sums) = nullptr;
};

// All tables, in the order of the list in CMakeLists.txt.
const std::vector<Definition>& all_tables();

}  // namespace pledgebook::tables
