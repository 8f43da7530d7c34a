// A number or a text typed where the neighbours have a formula, or a formula taken away.
#include "audit/formula_patterns.hpp"
#include "audit/rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace pledgebook::audit {

namespace {

using formulas::Position;
using formulas::Value;

using Group = std::vector<Deviation>;

// "." and the like say that nothing is known; to type nothing, or a word, instead loses nothing.
bool is_placeholder(const Value& value) {
    return value.is(Value::Type::text) && slug(value.text).empty();
}

bool harmless(const Deviation& each) {
    return is_placeholder(each.would_be) && !each.is.is(Value::Type::number);
}

// Cells below each other, beside the number, that add up to it.
struct Parts {
    Position first;
    std::uint32_t rows = 0;
    std::uint32_t count = 0;  // fewer than rows, where a part stands in several
};

constexpr std::uint32_t most_rows = 400;
constexpr double least_total = 1000;  // below that counts and marks add up to it by chance

// Rows from this one on that begin with the same words: one package.
std::uint32_t rows_alike(Reckoning& reckoning, Position at) {
    auto& values = reckoning.values();
    const auto name = values.at({at.sheet, at.row, 1});
    std::uint32_t rows = 1;
    while (rows < most_rows && name.is(Value::Type::text) &&
           values.at({at.sheet, at.row + rows, 1}) == name) {
        ++rows;
    }
    return rows;
}

// The sum of a column's numbers over these rows; each counts once for each thing in the column `by` (a date,
// say), where a part that has several rows repeats its amount. `by` 0: every row counts.
struct Sum {
    double sum = 0;
    std::uint32_t count = 0;
};

Sum sum_of(Reckoning& reckoning, Position first, std::uint32_t rows, std::uint32_t by) {
    auto& values = reckoning.values();
    Sum sum;
    std::set<std::string> seen;
    for (std::uint32_t row = first.row; row < first.row + rows; ++row) {
        const auto value = values.at({first.sheet, row, first.column});
        const auto once = by == 0 ? std::to_string(row)
                                  : formulas::strict_key(values.at({first.sheet, row, by})) + "|" +
                                        formulas::strict_key(value);
        if (value.is(Value::Type::number) && value.number != 0 && seen.insert(once).second) {
            sum.sum += value.number;
            ++sum.count;
        }
    }
    return sum;
}

std::optional<Parts> parts_of(Reckoning& reckoning, const Deviation& each) {
    if (std::abs(each.is.number) < least_total) {
        return std::nullopt;
    }
    const auto rows = rows_alike(reckoning, each.at);
    const auto columns = reckoning.values().grid().columns(each.at.sheet);
    for (std::uint32_t column = 1; rows > 1 && column <= columns; ++column) {
        for (std::uint32_t by = 0; column != each.at.column && by < column; ++by) {
            const Position first{each.at.sheet, each.at.row, column};
            const auto sum = sum_of(reckoning, first, rows, by);
            if (sum.count > 1 && formulas::same_number(sum.sum, each.is.number)) {
                return Parts{first, rows, sum.count};
            }
        }
    }
    return std::nullopt;
}

std::string range_of(const Parts& parts) {
    const auto letters = column_letters(parts.first.column);
    return fmt::format("{}{}:{}{}", letters, parts.first.row, letters, parts.first.row + parts.rows - 1);
}

void say_number(AuditFinding& finding, const Deviation& worst, Reckoning& reckoning) {
    finding.what = fmt::format("{} is typed as {}, where the formula of its neighbours would give {}",
                               to_string(finding.places.front()), shown(worst.is), shown(worst.would_be));
    const auto formula = reckoning.spreadsheet().written_at(worst.pattern, worst.at);
    finding.why =
        fmt::format("{} cells around it have a formula, which reads here ={}.", worst.members, formula);
    finding.mend = "Put the formula back, or say beside the number where it comes from.";
    if (const auto parts = worst.is.is(Value::Type::number) ? parts_of(reckoning, worst) : std::nullopt) {
        finding.sure = Sureness::possible;
        finding.why += fmt::format(
            " It is the sum of the {} different amounts in {}: a total made by hand, right as long as none "
            "of its "
            "parts changes.",
            parts->count, range_of(*parts));
        finding.mend = "Let a formula add the parts up, or say beside the number what it is the sum of.";
    }
}

void say_blank(AuditFinding& finding, const Deviation& worst, Reckoning& reckoning) {
    finding.what = fmt::format("{} is empty, where the formula of its neighbours would give {}",
                               to_string(finding.places.front()), shown(worst.would_be));
    finding.why = fmt::format("{} cells around it have a formula, which reads here ={}.", worst.members,
                              reckoning.spreadsheet().written_at(worst.pattern, worst.at));
    finding.mend = "Put the formula back, or say in the row why it does not count.";
}

AuditFinding made_of(const Group& group, Reckoning& reckoning) {
    const auto& worst = group.front();
    AuditFinding finding;
    for (const auto& each : group) {
        finding.places.push_back(reckoning.place(each.at));
    }
    finding.key = reckoning.evidence().key_of(finding.places.front());
    finding.sure = Sureness::likely;
    if (worst.sort == Deviation::Sort::blank) {
        say_blank(finding, worst, reckoning);
    } else {
        say_number(finding, worst, reckoning);
    }
    if (group.size() > 1) {
        finding.what += fmt::format("; and {} more cells like it", group.size() - 1);
    }
    reckoning.add_effect(finding, mended(group, reckoning));
    return finding;
}

// What changes no published amount is one finding for its column.
std::vector<AuditFinding> findings_of(const std::vector<Group>& groups, Reckoning& reckoning) {
    std::vector<AuditFinding> findings;
    std::map<std::tuple<std::uint32_t, std::uint32_t, bool>, Group> small;
    for (const auto& group : groups) {
        auto finding = made_of(group, reckoning);
        if (finding.effect) {
            findings.push_back(std::move(finding));
            continue;
        }
        const auto& at = group.front().at;
        auto& column = small[{at.sheet, at.column, group.front().sort == Deviation::Sort::blank}];
        column.insert(column.end(), group.begin(), group.end());
    }
    for (const auto& [column, group] : small) {
        findings.push_back(made_of(group, reckoning));
        findings.back().sure = std::max(findings.back().sure, Sureness::possible);
    }
    return findings;
}

std::vector<AuditFinding> look(const Evidence& evidence) {
    std::vector<AuditFinding> findings;
    with_reckoning(evidence, [&](Reckoning& reckoning) {
        std::vector<Deviation> all = deviations(reckoning);
        std::erase_if(all, [](const auto& each) {
            return each.sort == Deviation::Sort::other_formula || harmless(each);
        });
        findings = findings_of(grouped(std::move(all), reckoning), reckoning);
    });
    return findings;
}

}  // namespace

Rule typed_over_formula_rule() {
    return {"numbers typed over formulas, and formulas taken away", look};
}

}  // namespace pledgebook::audit
