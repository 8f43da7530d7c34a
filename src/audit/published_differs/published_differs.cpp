#include "audit/rule.hpp"
#include "tables/workings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
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

std::string column_key(const Table& table, const TableColumn& column) {
    const auto measure = column.measure ? std::string(to_string(*column.measure)) : std::string{};
    return key({slug(table.name), slug(column.key), slug(measure)});
}

AuditFinding finding_of(const Table& table, const TableRow& row, const TableColumn& column,
                        const TableCell& cell) {
    AuditFinding finding;
    finding.key = key({column_key(table, column), slug(row.code.empty() ? row.title : row.code)});
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
                    const auto& column = table.columns[at];
                    m_columns[column_key(table, column)].push_back(
                        finding_of(table, row, column, row.cells[at]));
                }
            }
        }
    }

    std::vector<AuditFinding> found() {
        std::vector<AuditFinding> findings;
        for (auto& [key, column] : m_columns) {
            if (column.size() > told_alone || !column.front().effect) {
                findings.push_back(told_once(key, std::move(column)));
            } else {
                std::move(column.begin(), column.end(), std::back_inserter(findings));
            }
        }
        return findings;
    }

private:
    // Each amount of aid is told alone, since each has its effect; but where many rows differ it is the
    // column that is wrong, or its rule is another one. Cells without an effect (units, a GDP by a turned
    // rate) are one slip, filled down.
    static constexpr std::size_t told_alone = 5;

    // The one with the largest effect speaks for all.
    static AuditFinding told_once(const std::string& key, std::vector<AuditFinding> column) {
        std::stable_sort(
            column.begin(), column.end(),
            [](const AuditFinding& left, const AuditFinding& right) { return left.effect > right.effect; });
        auto whole = column.front();
        whole.key = column.size() > 1 ? key : whole.key;
        for (std::size_t at = 1; at < column.size(); ++at) {
            whole.places.push_back(column[at].places.front());
        }
        if (column.size() > 1) {
            whole.what += fmt::format(" {} more cells of the column differ too.", column.size() - 1);
        }
        return whole;
    }

    std::map<std::string, std::vector<AuditFinding>> m_columns;
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
