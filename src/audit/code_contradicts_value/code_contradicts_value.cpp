// Codes that say where a value comes from, beside values that come from elsewhere or are not there.
#include "audit/ledger_sheet.hpp"
#include "audit/name_nearly_matches/likeness.hpp"
#include "audit/rule.hpp"
#include "core/tsv.hpp"

#include "data_files.hpp"

#include <fmt/format.h>

#include <map>

namespace pledgebook::audit {

namespace {

enum class Must { either, be_there, be_missing };

struct Code {
    std::string column;
    std::string words;
    Measure measure = Measure::commitment;
    Must source = Must::either;
    Must value = Must::either;
};

Must must(std::string_view word) {
    return word.empty() ? Must::either : (word == "yes" ? Must::be_there : Must::be_missing);
}

std::vector<Code> codes() {
    const Tsv table("audit/value_codes.tsv", data::file("audit/value_codes.tsv"));
    std::vector<Code> all;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto cell = [&](std::string_view name) { return table.cell(row, table.column(name)); };
        all.push_back({std::string(cell("code")), without_stray_blanks(cell("words")),
                       parse_measure(cell("measure")).value_or(Measure::commitment), must(cell("source")),
                       must(cell("value"))});
    }
    return all;
}

// What is there though it must not be, or missing though it must be; empty where all is well.
std::string contradiction(const Entry& entry, const Code& code, const Value& value) {
    const bool has_value = value.euros && value.euros->value() != Decimal{};
    // What was emptied by hand is a matter of its own.
    const bool has_none = !value.euros && value.given != Given::blanked;
    if (code.value == Must::be_missing && has_value) {
        return "it has a value";
    }
    if (code.value == Must::be_there && has_none) {
        return "it has no value";
    }
    const bool has_source = entry.source_value.given == Given::given;
    if (code.source == Must::be_missing && has_source) {
        return "its source gives a value";
    }
    if (code.source == Must::be_there && entry.source_value.given == Given::not_given) {
        return "its source gives no value";
    }
    return {};
}

struct Group {
    const Code* code = nullptr;
    std::string contradiction;
    std::string words;
    std::vector<const Entry*> entries;
};

AuditFinding made_of(const Group& group, const LedgerSheet& ledger, const Evidence& evidence) {
    AuditFinding finding;
    Euros euros;
    std::string packages;
    for (const auto* entry : group.entries) {
        finding.places.push_back(ledger.place(*entry, group.code->column));
        euros += euros_of(*entry, group.code->measure).value_or(Euros{});
        packages += (packages.empty() ? "" : ", ") + entry->package;
    }
    const auto measure = std::string(to_string(group.code->measure));
    finding.key = key({evidence.table_of(ledger.name()), slug(group.code->column), slug(group.words),
                       slug(group.contradiction)});
    finding.sure = Sureness::certain;
    finding.what = fmt::format(
        "'{}' stands beside {} of which {}: {}", group.words,
        group.entries.size() == 1 ? "a package" : fmt::format("{} packages", group.entries.size()),
        group.contradiction, packages);
    finding.why = fmt::format(
        "The code says where the {} comes from; who sums or filters by it takes these for something "
        "else.",
        measure);
    finding.mend = "Write the code that fits, or look whether the value belongs there.";
    if (euros != Euros{}) {
        finding.effect = euros;
        finding.effect_on =
            fmt::format("{}s by '{}'", measure, trimmed(evidence.header_of(finding.places.front())));
    }
    return finding;
}

std::vector<AuditFinding> look(const Evidence& evidence) {
    const auto all_codes = codes();
    std::vector<AuditFinding> findings;
    for (const auto& ledger : LedgerSheet::all_of(evidence)) {
        std::map<std::pair<const Code*, std::string>, Group> groups;
        for (const auto* entry : ledger.entries()) {
            for (const auto& code : all_codes) {
                const auto words = ledger.text(*entry, code.column);
                for (const auto& value : entry->values) {
                    if (value.measure != code.measure || without_stray_blanks(words) != code.words) {
                        continue;
                    }
                    if (auto against = contradiction(*entry, code, value); !against.empty()) {
                        auto& group = groups[{&code, against}];
                        group.code = &code;
                        group.contradiction = against;
                        group.words = words;
                        group.entries.push_back(entry);
                    }
                }
            }
        }
        for (const auto& [which, group] : groups) {
            findings.push_back(made_of(group, ledger, evidence));
        }
    }
    return findings;
}

}  // namespace

Rule code_contradicts_value_rule() {
    return {"codes that say another thing of a value than the value does", look};
}

}  // namespace pledgebook::audit
