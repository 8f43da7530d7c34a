// A formula reckons with a cell of another sheet in which nothing stands.
#include "audit/reckoning.hpp"
#include "audit/rule.hpp"

#include <fmt/format.h>

#include <map>
#include <tuple>

namespace pledgebook::audit {

namespace {

using formulas::Node;
using formulas::Position;
using formulas::Value;

// One that points at nothing, and another of its column that points at something in the same sheet.
struct Miss {
    Position at;
    std::uint32_t token = 0;
    Position target;
};

struct Column {
    std::vector<Miss> misses;
    std::map<Position, std::size_t> hits;  // how often
};

// Cells that are reckoned with: sides of + - * / and what is the whole formula.
std::vector<std::uint32_t> reckoned_with(const formulas::Formula& formula) {
    std::vector<std::uint32_t> tokens;
    const auto take = [&](std::uint32_t node) {
        if (formula.nodes[node].kind == Node::Kind::reference) {
            tokens.push_back(formula.nodes[node].token);
        }
    };
    take(formula.root);
    for (const auto& node : formula.nodes) {
        const auto& sign = formula.tokens[node.token].text;
        if (node.kind == Node::Kind::binary && (sign == "+" || sign == "-" || sign == "*" || sign == "/")) {
            take(node.children[0]);
            take(node.children[1]);
        }
    }
    return tokens;
}

std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, Column> columns_of(Reckoning& reckoning) {
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, Column> columns;
    const auto& spreadsheet = reckoning.spreadsheet();
    for (std::uint32_t cell = 0; cell < spreadsheet.grid().size(); ++cell) {
        const auto number = spreadsheet.form_of(cell);
        if (number == formulas::Spreadsheet::no_form || !spreadsheet.form(number).formula.ok()) {
            continue;
        }
        const auto& form = spreadsheet.form(number);
        const auto& at = spreadsheet.grid().entry(cell).at;
        for (const auto token : reckoned_with(form.formula)) {
            const auto area = spreadsheet.area(form, token, at);
            if (!area || !area->single() || area->sheet == at.sheet) {
                continue;
            }
            const Position target{area->sheet, area->first_row, area->first_column};
            auto& column = columns[{at.sheet, at.column, area->sheet}];
            if (reckoning.values().at(target).is(Value::Type::empty)) {
                column.misses.push_back({at, token, target});
            } else {
                ++column.hits[target];
            }
        }
    }
    return columns;
}

AuditFinding made_of(const Column& column, Reckoning& reckoning) {
    AuditFinding finding;
    for (const auto& miss : column.misses) {
        finding.places.push_back(reckoning.place(miss.at));
    }
    const auto& first = column.misses.front();
    finding.key = reckoning.evidence().key_of(finding.places.front());
    finding.sure = Sureness::likely;
    const auto form = reckoning.spreadsheet().form_at(first.at);
    finding.what = fmt::format(
        "{}{} reckons with {}, in which nothing stands, and gives {}", to_string(finding.places.front()),
        column.misses.size() > 1 ? fmt::format(" (and {} more)", column.misses.size() - 1) : "",
        to_string(reckoning.place(first.target)), shown(reckoning.values().at(first.at)));
    finding.why = fmt::format("It reads ={}: an empty cell counts as 0.",
                              reckoning.spreadsheet().written_at(form, first.at));
    finding.mend = "Let it point at the cell that was meant.";
    if (column.hits.size() == 1) {  // all others mean one cell
        const auto& meant = column.hits.begin()->first;
        finding.why += fmt::format(" The {} others of its column point at {}.", column.hits.begin()->second,
                                   to_string(reckoning.place(meant)));
        std::vector<formulas::Change> changes;
        for (const auto& miss : column.misses) {
            auto tokens =
                reckoning.spreadsheet().form(reckoning.spreadsheet().form_at(miss.at)).formula.tokens;
            auto& reference = tokens[miss.token].reference;
            reference.row = reference.last_row = {static_cast<std::int32_t>(meant.row), true};
            reference.column = reference.last_column = {static_cast<std::int32_t>(meant.column), true};
            changes.push_back({miss.at, formulas::written_at(tokens, miss.at.row, miss.at.column)});
        }
        reckoning.add_effect(finding, changes);
    }
    return finding;
}

std::vector<AuditFinding> look(const Evidence& evidence) {
    std::vector<AuditFinding> findings;
    with_reckoning(evidence, [&](Reckoning& reckoning) {
        for (const auto& [key, column] : columns_of(reckoning)) {
            std::size_t hits = 0;
            for (const auto& [target, count] : column.hits) {
                hits += count;
            }
            if (!column.misses.empty() && hits >= 2 * column.misses.size()) {
                findings.push_back(made_of(column, reckoning));
            }
        }
    });
    return findings;
}

}  // namespace

Rule empty_reference_rule() {
    return {"formulas that reckon with an empty cell of another sheet", look};
}

}  // namespace pledgebook::audit
