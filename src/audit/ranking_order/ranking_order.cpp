// Tables that rank donors, with donors out of their place.
#include "audit/published.hpp"
#include "audit/rule.hpp"
#include "core/reference.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace pledgebook::audit {

namespace {

constexpr std::size_t fewest_rows = 10;
constexpr std::size_t rows_to_one_slip = 8;  // a column with more out of place ranks nothing

struct Row {
    Number value;
    const Figure* figure = nullptr;
};
using Column = std::vector<Row>;

// The rows that would have to move for the rest to fall: those outside of the longest run that never rises.
std::vector<std::size_t> out_of_place(const Column& column) {
    std::vector<std::size_t> longest(column.size(), 1);
    std::vector<std::size_t> before(column.size(), column.size());
    std::size_t last = 0;
    for (std::size_t at = 0; at < column.size(); ++at) {
        for (std::size_t above = 0; above < at; ++above) {
            if (column[above].value >= column[at].value && longest[above] + 1 > longest[at]) {
                longest[at] = longest[above] + 1;
                before[at] = above;
            }
        }
        last = longest[at] > longest[last] ? at : last;
    }
    std::set<std::size_t> stays;
    for (auto at = last; at < column.size(); at = before[at]) {
        stays.insert(at);
    }
    std::vector<std::size_t> moves;
    for (std::size_t at = 0; at < column.size(); ++at) {
        if (!stays.contains(at)) {
            moves.push_back(at);
        }
    }
    return moves;
}

using Tables = std::map<std::string, std::map<std::uint32_t, Column>>;  // sheet -> column -> rows

bool is_donor(const Figure& figure) {
    const auto& known = Reference::builtin();
    return known.donor(figure.row) != nullptr || known.group(figure.row) != nullptr ||
           known.code_of(figure.row_text).has_value();
}

Tables tables_of(const Evidence& evidence) {
    Tables tables;
    for (const auto& figure : evidence.intake().figures) {
        const auto value = is_donor(figure) ? Number::parse(figure.value) : std::nullopt;
        if (value) {
            tables[figure.place.sheet][figure.place.column].push_back({*value, &figure});
        }
    }
    for (auto& [sheet, columns] : tables) {
        for (auto& [number, column] : columns) {
            std::stable_sort(column.begin(), column.end(), [](const Row& left, const Row& right) {
                return left.figure->place.row < right.figure->place.row;
            });
        }
    }
    return tables;
}

// What the table ranks by: the column of a total with the fewest rows out of place. Where any column is in
// order, that is the one, and nothing is wrong.
std::vector<std::size_t> ranked(const std::map<std::uint32_t, Column>& columns, const Column*& by) {
    std::vector<std::size_t> fewest;
    by = nullptr;
    for (const auto& [number, column] : columns) {
        if (column.size() < fewest_rows) {
            continue;
        }
        const auto moves = out_of_place(column);
        std::set<std::string> values;
        for (const auto& row : column) {
            values.insert(row.figure->value);
        }
        // A column of marks (0 and 1) may fall by chance.
        if (values.size() * 2 < column.size()) {
            continue;
        }
        if (moves.empty()) {
            by = nullptr;
            return {};
        }
        if (moves.size() * rows_to_one_slip <= column.size() &&
            (by == nullptr || moves.size() < fewest.size())) {
            fewest = moves;
            by = &column;
        }
    }
    return fewest;
}

std::vector<AuditFinding> look(const Evidence& evidence) {
    std::vector<AuditFinding> findings;
    for (const auto& [sheet, columns] : tables_of(evidence)) {
        const Column* by = nullptr;
        const auto moves = ranked(columns, by);
        if (by == nullptr) {
            continue;
        }
        const auto& first = *(*by)[moves.front()].figure;
        AuditFinding finding;
        std::string who;
        for (const auto at : moves) {
            finding.places.push_back((*by)[at].figure->place);
            who += (who.empty() ? "" : ", ") + (*by)[at].figure->row_text;
        }
        finding.key = key({first.table, slug(first.column), "order"});
        finding.sure = Sureness::likely;
        finding.what = fmt::format("the table ranks by '{}', but out of place {} {}", first.column,
                                   moves.size() == 1 ? "is" : "are", who);
        finding.why = fmt::format("{} of its {} rows fall from the largest to the smallest.",
                                  by->size() - moves.size(), by->size());
        finding.mend = "Sort the table anew.";
        findings.push_back(std::move(finding));
    }
    return findings;
}

}  // namespace

Rule ranking_order_rule() {
    return {"rankings with rows out of order", look};
}

}  // namespace pledgebook::audit
