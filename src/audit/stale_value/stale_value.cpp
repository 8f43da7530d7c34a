// A cell shows a value that its formula does not come to: the workbook was saved without working it out.
#include "audit/reckoning.hpp"
#include "audit/rule.hpp"

#include <fmt/format.h>

#include <map>

namespace pledgebook::audit {

namespace {

using formulas::Spreadsheet;
using formulas::Value;

bool is_stale(Reckoning& reckoning, std::uint32_t cell) {
    const auto& entry = reckoning.spreadsheet().grid().entry(cell);
    if (reckoning.spreadsheet().form_of(cell) == Spreadsheet::no_form || entry.cell == nullptr) {
        return false;
    }
    return reckoning.values().worked_out(cell) &&
           !same_value(reckoning.values().value(cell), formulas::stored_value(*entry.cell));
}

// Published amounts that show something else than they come to, the largest difference first.
void add_effect(AuditFinding& finding, Reckoning& reckoning, const std::vector<std::uint32_t>& cells) {
    std::map<std::uint32_t, const Reckoning::Published*> published;
    for (const auto& each : reckoning.published()) {
        published.emplace(each.cell, &each);
    }
    for (const auto cell : cells) {
        const auto found = published.find(cell);
        const auto stored = formulas::stored_value(*reckoning.spreadsheet().grid().entry(cell).cell);
        const auto& value = reckoning.values().value(cell);
        if (found == published.end() || !stored.is(Value::Type::number) || !value.is(Value::Type::number)) {
            continue;
        }
        const auto euros = euros_from((value.number - stored.number) * found->second->scale);
        const auto size = [](Euros each) { return each < Euros{} ? Euros{} - each : each; };
        if (euros && (!finding.effect || size(*euros) > size(*finding.effect))) {
            finding.effect = euros;
            finding.effect_on = to_string(found->second->figure->place);
        }
    }
}

AuditFinding made_of(const std::vector<std::uint32_t>& cells, Reckoning& reckoning) {
    const auto& entry = reckoning.spreadsheet().grid().entry(cells.front());
    AuditFinding finding;
    for (const auto cell : cells) {
        finding.places.push_back(reckoning.place(reckoning.spreadsheet().grid().entry(cell).at));
    }
    finding.key = reckoning.evidence().key_of(finding.places.front());
    finding.sure = Sureness::likely;
    finding.what = fmt::format(
        "{}{} shows {}, but its formula gives {}", to_string(finding.places.front()),
        cells.size() > 1 ? fmt::format(" (and {} below or above it)", cells.size() - 1) : "",
        shown(formulas::stored_value(*entry.cell)), shown(reckoning.values().value(cells.front())));
    finding.why =
        fmt::format("={} comes to that with the values that stand in the workbook.", entry.cell->formula);
    finding.mend = "Work the workbook out anew before it is saved.";
    add_effect(finding, reckoning, cells);
    return finding;
}

std::vector<AuditFinding> look(const Evidence& evidence) {
    std::vector<AuditFinding> findings;
    with_reckoning(evidence, [&](Reckoning& reckoning) {
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> columns;
        for (std::uint32_t cell = 0; cell < reckoning.spreadsheet().grid().size(); ++cell) {
            if (is_stale(reckoning, cell)) {
                const auto& at = reckoning.spreadsheet().grid().entry(cell).at;
                columns[{at.sheet, at.column}].push_back(cell);
            }
        }
        for (const auto& [column, cells] : columns) {
            findings.push_back(made_of(cells, reckoning));
        }
    });
    return findings;
}

}  // namespace

Rule stale_value_rule() {
    return {"values that their formula does not come to", look};
}

}  // namespace pledgebook::audit
