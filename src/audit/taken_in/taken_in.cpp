#include "audit/taken_in/taken_in.hpp"

#include "audit/rule.hpp"
#include "core/tsv.hpp"

#include "data_files.hpp"

#include <fmt/format.h>

#include <map>
#include <tuple>

namespace pledgebook::audit {

namespace {

struct Sort {
    std::string covered_by;
    std::string why;
    std::string mend;
};

using Sorts = std::map<std::string, Sort, std::less<>>;

Sorts read_sorts() {
    const Tsv table("audit/taken_in.tsv", data::file("audit/taken_in.tsv"));
    Sorts sorts;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto text = [&](std::string_view column) {
            return std::string(table.cell(row, table.column(column)));
        };
        sorts.emplace(text("sort"), Sort{text("covered_by"), text("why"), text("mend")});
    }
    return sorts;
}

const Sorts& sorts() {
    static const Sorts all = read_sorts();
    return all;
}

AuditFinding heard(const Finding& finding, const Evidence& evidence) {
    AuditFinding made;
    made.rule = finding.rule;
    made.key = evidence.key_of(finding.place);
    made.sure = finding.weight == Finding::Weight::wrong ? Sureness::certain : Sureness::likely;
    made.what = finding.what;
    made.places = {finding.place};
    made.effect = finding.effect;
    if (finding.effect) {
        const auto* entry = evidence.entry_in(finding.place);
        made.effect_on = entry != nullptr ? "the total of " + entry->donor_text : "the totals";
    }
    if (const auto sort = sorts().find(finding.rule); sort != sorts().end()) {
        made.why = sort->second.why;
        made.mend = sort->second.mend;
    }
    return made;
}

// One sort of slip with the same words in one sheet is one finding with many places.
std::vector<AuditFinding> look(const Evidence& evidence) {
    std::vector<AuditFinding> all;
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> groups;
    for (const auto& finding : evidence.intake().findings) {
        const auto sort = sorts().find(finding.rule);
        const bool covered = sort != sorts().end() && !sort->second.covered_by.empty();
        // What is only worth knowing is said by the import's report.
        if (covered || finding.weight == Finding::Weight::note) {
            continue;
        }
        const auto [group, fresh] =
            groups.try_emplace({finding.rule, finding.place.sheet, finding.what}, all.size());
        if (fresh) {
            all.push_back(heard(finding, evidence));
            continue;
        }
        auto& first = all[group->second];
        first.places.push_back(finding.place);
        if (finding.effect) {
            first.effect = first.effect.value_or(Euros{}) + *finding.effect;
        }
    }
    return all;
}

}  // namespace

bool is_sort_of_import(std::string_view rule) {
    return sorts().contains(rule);
}

Rule taken_in_rule() {
    return {"what the import of the release could not read or found odd", look};
}

}  // namespace pledgebook::audit
