// Donors that allocated more than they ever committed.
#include "audit/published.hpp"
#include "audit/rule.hpp"

#include <fmt/format.h>

namespace pledgebook::audit {

namespace {

struct Pair {
    std::string_view table;
    std::string_view commitments;
    std::string_view allocations;
};

// The feed in sum, and the summaries since 2024, which have a column of either.
constexpr Pair pairs[] = {{"observed", "commitments", "allocations$"},
                          {"country_summary", "total bilateral commitments", "total bilateral allocations"}};

std::vector<AuditFinding> look(const Evidence& evidence) {
    const PublishedTables tables(evidence);
    std::vector<AuditFinding> findings;
    for (const auto& pair : pairs) {
        const auto allocations = tables.column(pair.table, pair.allocations, "money");
        for (const auto& [row, promised] : tables.column(pair.table, pair.commitments, "money")) {
            const auto found = allocations.find(row);
            if (found == allocations.end()) {
                continue;
            }
            const auto& given = found->second;
            const auto gap = given.value - promised.value;
            if (gap <= given.slack + promised.slack) {
                continue;
            }
            AuditFinding finding;
            finding.key = key({pair.table, slug(row)});
            finding.sure = Sureness::likely;
            finding.what =
                fmt::format("{} allocated {} EUR and committed {}", given.row_text,
                            grouped(given.value.decimal(), 0), grouped(promised.value.decimal(), 0));
            finding.why =
                "What is allocated was promised before; in sum a donor's commitments cannot be less.";
            finding.mend = "Find the allocation whose commitment is missing, or take the surplus out.";
            finding.places = {given.place};
            finding.effect = euros_of(gap);
            finding.effect_on = fmt::format("the commitments of {}", given.row_text);
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

}  // namespace

Rule commitments_below_allocations_rule() {
    return {"donors that allocated more than they committed", look};
}

}  // namespace pledgebook::audit
