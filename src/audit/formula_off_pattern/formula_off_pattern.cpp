// A formula that differs from those around it and comes to something else than theirs would.
#include "audit/formula_patterns.hpp"
#include "audit/rule.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pledgebook::audit {

namespace {

constexpr std::size_t longest = 160;  // of a formula that is quoted

std::string quoted(const std::string& formula) {
    if (formula.size() <= longest) {
        return "=" + formula;
    }
    auto end = longest;
    while (end > 0 && (static_cast<unsigned char>(formula[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return "=" + formula.substr(0, end) + "\xE2\x80\xA6";
}

// Where two formulas part: both from a little before their first difference on.
std::pair<std::string, std::string> from_difference(const std::string& own, const std::string& pattern) {
    const auto [a, b] = std::mismatch(own.begin(), own.end(), pattern.begin(), pattern.end());
    auto same = static_cast<std::size_t>(a - own.begin());
    static_cast<void>(b);
    if (own.size() <= longest && pattern.size() <= longest) {
        return {quoted(own), quoted(pattern)};
    }
    same = same > 40 ? same - 40 : 0;
    while (same > 0 && (static_cast<unsigned char>(own[same]) & 0xC0U) == 0x80U) {
        --same;
    }
    const std::string before = same > 0 ? "\xE2\x80\xA6" : "=";
    return {before + quoted(own.substr(same)).substr(1), before + quoted(pattern.substr(same)).substr(1)};
}

std::string neighbours(const Deviation& deviation) {
    const auto first = deviation.down ? std::to_string(deviation.first) : column_letters(deviation.first);
    const auto last = deviation.down ? std::to_string(deviation.last) : column_letters(deviation.last);
    return fmt::format("{} cells of {} {} to {}", deviation.members, deviation.down ? "rows" : "columns",
                       first, last);
}

AuditFinding made_of(const std::vector<Deviation>& group, Reckoning& reckoning) {
    const auto& worst = group.front();
    const auto& evidence = reckoning.evidence();
    AuditFinding finding;
    for (const auto& each : group) {
        finding.places.push_back(reckoning.place(each.at));
    }
    finding.key = evidence.key_of(finding.places.front());
    const auto own = reckoning.spreadsheet().written_at(reckoning.spreadsheet().form_at(worst.at), worst.at);
    const auto pattern = reckoning.spreadsheet().written_at(worst.pattern, worst.at);
    const auto [here, there] = from_difference(own, pattern);
    const bool broken = worst.is.is_error();
    finding.sure = broken || worst.members >= 10 ? Sureness::likely : Sureness::possible;
    finding.what =
        fmt::format("{}{} is {}, by a formula of its own; the formula of its neighbours would give {}",
                    to_string(finding.places.front()),
                    group.size() > 1 ? fmt::format(" (and {} like it)", group.size() - 1) : "",
                    shown(worst.is), shown(worst.would_be));
    finding.why = fmt::format("It reads {}, where {} have {}.", here, neighbours(worst), there);
    finding.mend = "Copy the formula of its neighbours into it, or say beside it why it differs.";
    reckoning.add_effect(finding, mended(group, reckoning));
    return finding;
}

std::vector<AuditFinding> look(const Evidence& evidence) {
    std::vector<AuditFinding> findings;
    with_reckoning(evidence, [&](Reckoning& reckoning) {
        std::vector<Deviation> all = deviations(reckoning);
        std::erase_if(all, [](const auto& each) { return each.sort != Deviation::Sort::other_formula; });
        for (const auto& group : grouped(std::move(all), reckoning)) {
            findings.push_back(made_of(group, reckoning));
        }
    });
    return findings;
}

}  // namespace

Rule formula_off_pattern_rule() {
    return {"formulas that break the pattern of their column or row", look};
}

}  // namespace pledgebook::audit
