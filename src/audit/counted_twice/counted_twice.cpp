// Totals that count the EU's aid in its own row and once more in the shares of its members.
#include "audit/published.hpp"
#include "audit/rule.hpp"
#include "core/reference.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pledgebook::audit {

namespace {

// Columns of a table: what a donor gave itself, its share of an institution's aid, and both together.
struct Columns {
    std::string_view table;
    std::string_view own;
    std::string_view share;
    std::string_view both;
};

// The summaries of 2022, and those with a column of allocations beside one of commitments.
constexpr Columns known[] = {
    {"country_summary", "total bilateral commitments", "share in total eu commitments",
     "total bilateral and eu"},
    {"country_summary", "total bilateral commitments", "total eu commitments", "total commitments"},
    {"country_summary", "total bilateral allocations", "total eu allocations", "total allocations"},
    {"with_eu_share", "bilateral", "share in", "total$"},
};

using Column = PublishedTables::Column;

bool is_institution(const std::string& row) {
    const auto* institutions = Reference::builtin().group("EU_INSTITUTIONS");
    return institutions != nullptr &&
           std::any_of(institutions->members.begin(), institutions->members.end(),
                       [&](const Membership& member) { return member.donor == row; });
}

Number sum_of(const Column& column, bool institutions_too) {
    Number sum;
    for (const auto& [row, number] : column) {
        const bool donor = Reference::builtin().donor(row) != nullptr;
        if (donor && (institutions_too || !is_institution(row))) {
            sum += number.value;
        }
    }
    return sum;
}

std::optional<AuditFinding> look_at(const Columns& columns, const PublishedTables& tables) {
    const auto own = tables.column(columns.table, columns.own, "money");
    const auto share = tables.column(columns.table, columns.share, "money");
    const auto both = tables.column(columns.table, columns.both, "money");
    const auto total =
        std::find_if(both.begin(), both.end(), [](const auto& each) { return each.first == "total"; });
    if (own.empty() || share.empty() || total == both.end()) {
        return std::nullopt;
    }
    const auto institutions = sum_of(own, true) - sum_of(own, false);
    const auto shares = sum_of(share, false);
    const auto twice = total->second.value - sum_of(both, false);
    const auto slack = Number::parse("1", 4).value_or(Number{});  // in euros
    // What the members' shares do not hold is not counted twice.
    if (institutions <= slack || shares + slack < institutions ||
        (twice - institutions).magnitude() > slack) {
        return std::nullopt;
    }
    AuditFinding finding;
    finding.key = key({columns.table, slug(columns.both)});
    finding.sure = Sureness::certain;
    finding.what = fmt::format(
        "the total {} EUR holds {} of the EU's institutions twice: in their own row, and spread "
        "over the members",
        grouped(total->second.value.decimal(), 0), grouped(institutions.decimal(), 0));
    finding.why = fmt::format(
        "The members' shares in the column before add up to {} EUR, which is that aid; the rows of "
        "the institutions add it again.",
        grouped(shares.decimal(), 0));
    finding.mend = fmt::format("Leave the institutions' rows out of this total: {} EUR.",
                               grouped((total->second.value - institutions).decimal(), 0));
    finding.places = {total->second.place};
    finding.effect = euros_of(institutions);
    finding.effect_on = to_string(total->second.place);
    return finding;
}

std::vector<AuditFinding> look(const Evidence& evidence) {
    const PublishedTables tables(evidence);
    std::vector<AuditFinding> findings;
    for (const auto& columns : known) {
        auto finding = look_at(columns, tables);
        const bool there =
            finding && std::any_of(findings.begin(), findings.end(),
                                   [&](const AuditFinding& each) { return each.places == finding->places; });
        if (finding && !there) {
            findings.push_back(std::move(*finding));
        }
    }
    return findings;
}

}  // namespace

Rule counted_twice_rule() {
    return {"totals that count the EU's aid twice", look};
}

}  // namespace pledgebook::audit
