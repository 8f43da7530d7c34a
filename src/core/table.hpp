// A published table made again from the entries of a release: each cell by its rule, and beside it what the
// release publishes there.
#pragma once

#include "core/number.hpp"
#include "core/place.hpp"
#include "core/release.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace pledgebook {

// What a number is of. `zeros` is the power of ten of the unit in which the table shows it: 9 for billions.
struct TableUnit {
    enum class Sort { money, percent, plain };

    Sort sort = Sort::plain;
    Currency currency;  // of money
    int zeros = 0;
    std::string words;  // "€ billion", "% GDP", "units"
};

struct TableColumn {
    std::string key;    // "military": the same over releases, whatever the header says
    std::string title;  // as published, else our own
    TableUnit unit;
    std::optional<Measure> measure;
};

struct TableCell {
    enum class State {
        empty,     // nothing belongs there, or it cannot be worked out
        computed,  // worked out; nothing is published there
        equal,     // worked out, and published the same
        given,     // an input: the release's own number, taken as it is
        typed,    // published as a number typed over the column's formula: it stands, `rule` is what it hides
        differs,  // published otherwise
        unruled,  // published, but there is no rule for it
    };

    // Why a published cell differs, by what can be shown.
    enum class Cause {
        none,
        follows,            // the rule gives it from the published inputs: the difference lies there
        counted_twice,      // rows that others have already are added up too
        percentages_added,  // percentages are added up
        rate_turned,        // multiplied by a rate in the place of divided
        typed,              // a number, in a column of numbers
        off_pattern,        // its formula is not that of its column
        left_out,           // entries that can be named are missing from it
        unexplained,
    };

    State state = State::empty;
    Cause cause = Cause::none;
    std::optional<Number> value;      // in full units: euros, percent, pieces
    std::optional<Number> rule;       // what the rule gives, where that is not the value
    std::optional<Number> published;  // in full units
    std::string published_text;       // as the file has it
    std::string formula;              // of the published cell
    std::optional<Place> place;       // of the published cell
    std::string reason;               // why it differs, or what was typed; one sentence

    // Published less worked out.
    [[nodiscard]] std::optional<Number> difference() const;
};

struct TableRow {
    std::string code;  // of a donor or a group; "TOTAL"; else empty
    std::string title;
    std::vector<TableCell> cells;  // one for each column
};

struct Table {
    std::string name;
    std::string title;
    Release release;
    std::string sheet;  // on which it is published; empty where the release does not publish it
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;
    std::vector<std::string> notes;

    [[nodiscard]] std::size_t count(TableCell::State state) const;
};

std::string_view to_string(TableCell::State state);

}  // namespace pledgebook
