// Percentages of different wholes, added up.
#include "audit/reckoning.hpp"
#include "audit/rule.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>

namespace pledgebook::audit {

namespace {

using formulas::Area;
using formulas::Node;
using formulas::Position;
using formulas::Value;

constexpr std::uint32_t fewest = 3;  // percentages that are added

// SUM(D6:D46), and nothing else: the area, where it lies in the cell's own column.
std::optional<Area> sum_above(Reckoning& reckoning, Position at) {
    const auto number = reckoning.spreadsheet().form_at(at);
    if (number == formulas::Spreadsheet::no_form) {
        return std::nullopt;
    }
    const auto& form = reckoning.spreadsheet().form(number);
    const auto& root = form.formula.ok() ? form.formula.nodes[form.formula.root] : Node{};
    if (root.kind != Node::Kind::call || form.formula.tokens[root.token].text != "SUM" ||
        root.children.size() != 1) {
        return std::nullopt;
    }
    const auto areas = reckoning.spreadsheet().areas(number, at);
    if (areas.size() != 1 || areas[0].sheet != at.sheet || areas[0].first_column != at.column ||
        areas[0].last_column != at.column || areas[0].rows() < fewest) {
        return std::nullopt;
    }
    return areas[0];
}

// A share of one whole adds up to all of it, which is 1 or 100.
bool is_whole(double sum) {
    return formulas::same_number(sum, 1) || std::abs(sum - 100) < 0.5;
}

AuditFinding made_of(const std::vector<const Figure*>& sums, Reckoning& reckoning) {
    AuditFinding finding;
    for (const auto* figure : sums) {
        finding.places.push_back(figure->place);
    }
    const auto& first = *sums.front();
    finding.key = reckoning.evidence().key_of(first.place);
    finding.sure = Sureness::certain;
    finding.what = fmt::format(
        "{} sums the percentages of '{}' to {}{}", to_string(first.place), first.column,
        shown(reckoning.values().at(*reckoning.position(first.place))),
        sums.size() > 1 ? fmt::format("; {} more columns of that row do the like", sums.size() - 1) : "");
    finding.why = fmt::format(
        "They are in '{}': each row is a part of another whole, so their sum is a part of nothing.",
        first.unit);
    finding.mend = "Divide the sum of the amounts by the sum of the wholes, or leave the cell empty.";
    return finding;
}

std::vector<AuditFinding> look(const Evidence& evidence) {
    std::vector<AuditFinding> findings;
    with_reckoning(evidence, [&](Reckoning& reckoning) {
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<const Figure*>> rows;
        for (const auto& figure : evidence.intake().figures) {
            const auto at =
                figure.unit.find('%') == std::string::npos ? std::nullopt : reckoning.position(figure.place);
            if (!at || !sum_above(reckoning, *at)) {
                continue;
            }
            const auto sum = reckoning.values().at(*at);
            if (sum.is(Value::Type::number) && sum.number != 0 && !is_whole(sum.number)) {
                rows[{at->sheet, at->row}].push_back(&figure);
            }
        }
        for (const auto& [row, sums] : rows) {
            findings.push_back(made_of(sums, reckoning));
        }
    });
    return findings;
}

}  // namespace

Rule sum_of_percentages_rule() {
    return {"sums of percentages", look};
}

}  // namespace pledgebook::audit
