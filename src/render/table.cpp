#include "render/table.hpp"

#include "render/json.hpp"
#include "render/rows.hpp"
#include "render/scope.hpp"
#include "render/screen_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pledgebook::render {

namespace {

using State = TableCell::State;

// Places shown of a number in the unit of its table: billions to the thousand, percentages to four places.
int places_of(const TableUnit& unit) {
    switch (unit.sort) {
        case TableUnit::Sort::money:
            return unit.zeros >= 9 ? 6 : (unit.zeros >= 6 ? 3 : 2);
        case TableUnit::Sort::percent:
            return 4;
        case TableUnit::Sort::plain:
            return 6;
    }
    return Number::places;
}

std::string in_unit(const TableUnit& unit, Number value, int digits) {
    return to_string(value.shifted(-unit.zeros), digits);
}

std::string heading(const TableColumn& column) {
    return column.unit.words.empty() ? column.title : column.title + " (" + column.unit.words + ")";
}

// Full units, or the number as it is where it is none of money.
std::string full(const std::optional<Number>& value) {
    return value ? to_string(*value, Number::places) : std::string{};
}

Rows shown_rows(const Table& table) {
    Rows rows;
    rows.columns.push_back({"", Rows::Type::text});
    for (const auto& column : table.columns) {
        rows.columns.push_back({heading(column), Rows::Type::decimal});
    }
    for (const auto& row : table.rows) {
        std::vector<std::optional<std::string>> cells{row.title.empty() ? row.code : row.title};
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            const auto& unit = table.columns[at].unit;
            const auto& value = row.cells[at].value;
            cells.push_back(value ? std::optional(in_unit(unit, *value, places_of(unit))) : std::nullopt);
        }
        rows.rows.push_back(std::move(cells));
    }
    return rows;
}

struct Count {
    State state;
    std::string_view words;
};

constexpr Count counts[] = {
    {State::equal, "the same as published"},
    {State::differs, "published otherwise"},
    {State::typed, "typed over a formula; the typed number stands"},
    {State::given, "inputs, taken as the release gives them"},
    {State::unruled, "published, but there is no rule for them"},
    {State::computed, "worked out, and not published"},
};

std::vector<Fact> facts(const Table& table) {
    std::vector<Fact> facts;
    facts.push_back({"Release", table.release.id + ", " + table.release.title});
    facts.push_back({"Sheet", table.sheet.empty() ? "not in this release; worked out from its entries"
                                                  : "'" + table.sheet + "'"});
    for (const auto& note : table.notes) {
        facts.push_back({"Note", note});
    }
    return facts;
}

std::string counted(const Table& table) {
    std::string words;
    for (const auto& each : counts) {
        if (const auto cells = table.count(each.state); cells > 0) {
            words += fmt::format("{}{} {}", words.empty() ? "" : "; ", cells, each.words);
        }
    }
    return words.empty() ? "no cells" : words;
}

template <class Write>
void each_cell(const Table& table, Write write) {
    for (const auto& row : table.rows) {
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            if (row.cells[at].state != State::empty) {
                write(row, table.columns[at], row.cells[at]);
            }
        }
    }
}

// As many places as it takes to see where two numbers part, at least those of the table.
int telling_places(const TableUnit& unit, const TableCell& cell) {
    const auto& ours = cell.state == State::typed ? cell.rule : cell.value;
    int digits = places_of(unit);
    while (ours && cell.published && digits < Number::places && !(*ours == *cell.published) &&
           in_unit(unit, *ours, digits) == in_unit(unit, *cell.published, digits)) {
        ++digits;
    }
    return digits;
}

std::string cell_text(const TableRow& row, const TableColumn& column, const TableCell& cell,
                      const Look& look) {
    const auto& ours = cell.state == State::typed ? cell.rule : cell.value;
    const int digits = telling_places(column.unit, cell);
    const auto number = [&](const std::optional<Number>& value) {
        return value ? with_marks(in_unit(column.unit, *value, digits)) : std::string("nothing");
    };
    const auto place = cell.place ? to_string(*cell.place) : std::string("not published");
    auto out = paragraph("  ", fmt::format("{}: {}, {}", place, row.title, heading(column)), look.width);
    out += fmt::format("    worked out {}  published {}", number(ours),
                       cell.published ? number(cell.published) : cell.published_text);
    if (const auto apart = cell.difference()) {
        out += "  difference " + with_marks(in_unit(column.unit, *apart, digits));
    }
    out += "\n";
    return out + (cell.reason.empty() ? "" : paragraph("    ", cell.reason, look.width));
}

std::string section(const Comparison& comparison, State state, std::string_view title, const Look& look) {
    std::string out;
    each_cell(comparison.table, [&](const TableRow& row, const TableColumn& column, const TableCell& cell) {
        if (cell.state == state) {
            out += cell_text(row, column, cell, look);
        }
    });
    return out.empty() ? out : "\n" + strong(std::string(title), look) + "\n" + out;
}

}  // namespace

std::string text(const Table& table, const Look& look) {
    return strong(table.name + ": " + table.title, look) + "\n\n" + text(shown_rows(table), look) + "\n" +
           text(facts(table), look);
}

std::string markdown(const Table& table) {
    return "# " + table.name + ": " + table.title + "\n\n" + markdown(shown_rows(table)) + "\n";
}

Rows rows(const Table& table) {
    Rows rows;
    rows.columns.push_back({"code", Rows::Type::text});
    rows.columns.push_back({"row", Rows::Type::text});
    for (const auto& column : table.columns) {
        rows.columns.push_back({heading(column), Rows::Type::decimal});
    }
    for (const auto& row : table.rows) {
        std::vector<std::optional<std::string>> cells{row.code, row.title};
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            const auto& value = row.cells[at].value;
            cells.push_back(value ? std::optional(in_unit(table.columns[at].unit, *value, Number::places))
                                  : std::nullopt);
        }
        rows.rows.push_back(std::move(cells));
    }
    return rows;
}

std::string text(const Comparison& comparison, const Look& look) {
    const auto& table = comparison.table;
    auto out = strong(table.name + ": " + table.title, look) + "\n";
    out += section(comparison, State::differs, "Published otherwise", look);
    out += section(comparison, State::typed, "Typed over a formula", look);
    if (comparison.all) {
        out += section(comparison, State::equal, "The same", look);
        out += section(comparison, State::given, "Inputs", look);
        out += section(comparison, State::unruled, "Without a rule", look);
        out += section(comparison, State::computed, "Not published", look);
    }
    auto lines = facts(table);
    lines.push_back({"Cells", counted(table)});
    return out + "\n" + text(lines, look);
}

Rows rows(const Comparison& comparison) {
    Rows rows;
    rows.columns = {{"code", Rows::Type::text},          {"row", Rows::Type::text},
                    {"column", Rows::Type::text},        {"title", Rows::Type::text},
                    {"measure", Rows::Type::text},       {"unit", Rows::Type::text},
                    {"worked_out", Rows::Type::decimal}, {"published", Rows::Type::decimal},
                    {"difference", Rows::Type::decimal}, {"state", Rows::Type::text},
                    {"place", Rows::Type::text},         {"reason", Rows::Type::text}};
    each_cell(comparison.table, [&](const TableRow& row, const TableColumn& column, const TableCell& cell) {
        const auto& ours = cell.state == State::typed ? cell.rule : cell.value;
        const auto number = [](const std::optional<Number>& value) {
            return value ? std::optional(full(value)) : std::nullopt;
        };
        rows.rows.push_back({row.code, row.title, column.key, column.title,
                             column.measure ? std::string(to_string(*column.measure)) : std::string{},
                             column.unit.words, number(ours), number(cell.published),
                             number(cell.difference()), std::string(to_string(cell.state)),
                             cell.place ? to_string(*cell.place) : std::string{}, cell.reason});
    });
    return rows;
}

std::string markdown(const Comparison& comparison) {
    Rows some = rows(comparison);
    if (!comparison.all) {
        std::erase_if(some.rows, [](const auto& row) { return row[9] != "differs" && row[9] != "typed"; });
    }
    return "# " + comparison.table.name + ": " + comparison.table.title + "\n\n" + markdown(some) + "\n" +
           counted(comparison.table) + "\n";
}

namespace {

// Amounts with four decimals, as everywhere; other numbers with all that they have.
Json number_json(const TableUnit& unit, const std::optional<Number>& value) {
    if (value && unit.sort == TableUnit::Sort::money) {
        return {value->decimal()};
    }
    return {value};
}

Json cell_json(const TableRow& row, const TableColumn& column, const TableCell& cell) {
    auto json = Json::object({{"row", row.code.empty() ? row.title : row.code},
                              {"column", column.key},
                              {"value", number_json(column.unit, cell.value)},
                              {"state", to_string(cell.state)}});
    if (cell.rule) {
        json.add("rule", number_json(column.unit, cell.rule));
    }
    if (cell.place) {
        json.add("published", number_json(column.unit, cell.published));
        json.add("difference", number_json(column.unit, cell.difference()));
        json.add("place", to_string(*cell.place));
    }
    if (!cell.formula.empty()) {
        json.add("formula", cell.formula);
    }
    if (!cell.reason.empty()) {
        json.add("reason", cell.reason);
    }
    return json;
}

}  // namespace

std::string json(const Table& table) {
    auto columns = Json::array();
    for (const auto& column : table.columns) {
        auto each =
            Json::object({{"column", column.key}, {"title", column.title}, {"unit", column.unit.words}});
        if (column.measure) {
            each.add("measure", to_string(*column.measure));
        }
        columns.add(std::move(each));
    }
    auto lines = Json::array();
    for (const auto& row : table.rows) {
        lines.add(Json::object({{"row", row.code.empty() ? row.title : row.code}, {"title", row.title}}));
    }
    auto cells = Json::array();
    each_cell(table, [&](const TableRow& row, const TableColumn& column, const TableCell& cell) {
        cells.add(cell_json(row, column, cell).settled(2));
    });
    auto whole = Json::object({{"table", table.name},
                               {"title", table.title},
                               {"release", table.release.id},
                               {"sheet", table.sheet}});
    whole.add("columns", std::move(columns));
    whole.add("rows", std::move(lines));
    whole.add("cells", std::move(cells));
    whole.add("notes", Json::array(table.notes));
    return whole.written() + "\n";
}

std::string json(const Comparison& comparison) {
    return json(comparison.table);
}

}  // namespace pledgebook::render
