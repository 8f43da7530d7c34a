#include "audit/rule.hpp"
#include "tables/workings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace pledgebook::audit {

namespace {

using Cause = TableCell::Cause;

// Rows counted twice, sums of percentages and formulas off their pattern have rules of their own; what
// follows from another difference is told with that one.
bool is_ours(const TableCell& cell) {
    return cell.state == TableCell::State::differs && cell.cause != Cause::follows &&
           cell.cause != Cause::counted_twice && cell.cause != Cause::percentages_added &&
           cell.cause != Cause::off_pattern;
}

// Only of aid: the GDP of a donor, off by a rate, is larger than all aid and changes none of it.
std::optional<Euros> euros_of(const TableColumn& column, const TableCell& cell) {
    const auto apart = cell.difference();
    const auto& unit = column.unit;
    if (!apart || !column.measure || unit.sort != TableUnit::Sort::money ||
        unit.currency != Currency::eur()) {
        return std::nullopt;
    }
    return Euros(apart->magnitude().decimal());
}

std::string number(const TableUnit& unit, Number value) {
    const auto text = to_string(value.shifted(-unit.zeros), unit.sort == TableUnit::Sort::plain ? 6 : 9);
    return unit.words.empty() ? text : text + " " + unit.words;
}

// Each amount of aid is told alone, since each has its effect. Where there is none to tell (units, a GDP by a
// turned rate) the cells of a column are one slip, filled down.
std::string group_of(const Table& table, const TableRow& row, const TableColumn& column,
                     const TableCell& cell) {
    const auto measure = column.measure ? std::string(to_string(*column.measure)) : std::string{};
    const auto whole = key({slug(table.name), slug(column.key), slug(measure)});
    return euros_of(column, cell) ? key({whole, slug(row.code.empty() ? row.title : row.code)}) : whole;
}

AuditFinding finding_of(const Table& table, const TableRow& row, const TableColumn& column,
                        const TableCell& cell) {
    AuditFinding finding;
    finding.key = group_of(table, row, column, cell);
    finding.sure =
        cell.cause == Cause::unexplained || cell.cause == Cause::typed ? Sureness::likely : Sureness::certain;
    finding.what = fmt::format("{} says {} for '{}' of {}; by the rule of its table it is {}.",
                               to_string(*cell.place), number(column.unit, *cell.published), column.title,
                               row.title.empty() ? row.code : row.title, number(column.unit, *cell.value));
    finding.why = cell.reason;
    finding.mend = fmt::format(
        "`table {} --compare` shows the rule's number for each cell; put the rule back, "
        "or type the reason beside the number.",
        table.name);
    finding.places = {*cell.place};
    finding.effect = euros_of(column, cell);
    finding.effect_on = fmt::format("'{}' in {}", column.title, to_string(*cell.place));
    return finding;
}

class Differences {
public:
    void add(const Table& table) {
        for (const auto& row : table.rows) {
            for (std::size_t at = 0; at < row.cells.size(); ++at) {
                if (is_ours(row.cells[at]) && row.cells[at].place) {
                    add(finding_of(table, row, table.columns[at], row.cells[at]));
                }
            }
        }
    }

    std::vector<AuditFinding> found() {
        std::vector<AuditFinding> findings;
        for (auto& [key, each] : m_findings) {
            if (each.places.size() > 1) {
                each.what += fmt::format(" {} more cells of the column differ too.", each.places.size() - 1);
            }
            findings.push_back(std::move(each));
        }
        return findings;
    }

private:
    // Of several under one key the one with the largest effect speaks for all.
    void add(AuditFinding finding) {
        const auto [at, fresh] = m_findings.try_emplace(finding.key, finding);
        if (fresh) {
            return;
        }
        auto places = at->second.places;
        if (finding.effect > at->second.effect) {
            places.insert(places.begin(), finding.places.front());
            at->second = std::move(finding);
        } else {
            places.push_back(finding.places.front());
        }
        at->second.places = std::move(places);
    }

    std::map<std::string, AuditFinding> m_findings;
};

// Only of tables that the release publishes: there is nothing to hold the others against.
std::vector<AuditFinding> look(const Evidence& evidence) {
    const tables::Workings workings(evidence.intake(), {}, {});
    Differences differences;
    for (const auto& definition : tables::all_tables()) {
        if (!workings.layout(definition.name).sheet.empty()) {
            differences.add(tables::worked_out(workings, definition.name));
        }
    }
    return differences.found();
}

}  // namespace

Rule published_differs_rule() {
    return {"published numbers that are not what the entries add up to", look};
}

}  // namespace pledgebook::audit
