// Multiplied by a rate where the others divide by it; another currency's rate than the others'.
#include "audit/exchange_rate/rate_uses.hpp"
#include "audit/rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace pledgebook::audit {

namespace {

using Uses = std::vector<RateUse>;

constexpr std::size_t times_more = 3;  // than those that do otherwise

// Does a header name the currency, by its code or its sign?
bool names(const std::string& header, const std::string& currency) {
    const auto words = "-" + slug(header) + "-";
    const bool by_sign = (currency == "EUR" && header.find("\xE2\x82\xAC") != std::string::npos) ||
                         (currency == "USD" && header.find("US$") != std::string::npos);
    return by_sign || words.find("-" + slug(currency) + "-") != std::string::npos;
}

AuditFinding finding_at(const Uses& uses, Reckoning& reckoning) {
    AuditFinding finding;
    for (const auto& use : uses) {
        finding.places.push_back(reckoning.place(use.at));
    }
    finding.sure = Sureness::likely;
    finding.key = reckoning.evidence().key_of(finding.places.front());
    return finding;
}

std::string formula_at(Reckoning& reckoning, const RateUse& use) {
    return "=" + reckoning.spreadsheet().written_at(reckoning.spreadsheet().form_at(use.at), use.at);
}

void add_effect_of_turning(AuditFinding& finding, const Uses& uses, Reckoning& reckoning) {
    std::vector<formulas::Change> changes;
    for (const auto& use : uses) {
        changes.push_back({use.at, turned_round(reckoning, use)});
    }
    reckoning.add_effect(finding, changes);
}

// Of one column: those that divide and those that multiply by the same rate, where one are few.
void look_at_signs(const Uses& column, Reckoning& reckoning, std::vector<AuditFinding>& findings) {
    std::map<std::string, std::pair<Uses, Uses>> by_currency;
    for (const auto& use : column) {
        auto& [multiply, divide] = by_currency[use.currency];
        (use.divides ? divide : multiply).push_back(use);
    }
    for (const auto& [currency, both] : by_currency) {
        const bool divide_few = both.second.size() < both.first.size();
        const auto& few = divide_few ? both.second : both.first;
        const auto& many = divide_few ? both.first : both.second;
        if (few.empty() || many.size() < times_more * few.size()) {
            continue;
        }
        auto finding = finding_at(few, reckoning);
        const auto [does, others] =
            divide_few ? std::pair("divides", "multiply") : std::pair("multiplies", "divide");
        finding.what = fmt::format("{}{} {} by the rate of {}, where the others of its column {}",
                                   to_string(finding.places.front()),
                                   few.size() > 1 ? fmt::format(" (and {} more)", few.size() - 1) : "", does,
                                   currency.empty() ? "its row's currency" : currency, others);
        finding.why = fmt::format(
            "It reads {}; {} cells of the column read like {} in {}.", formula_at(reckoning, few.front()),
            many.size(), formula_at(reckoning, many.front()), to_string(reckoning.place(many.front().at)));
        finding.mend = fmt::format("Write {} for {}.", divide_few ? "*" : "/", divide_few ? "/" : "*");
        add_effect_of_turning(finding, few, reckoning);
        findings.push_back(std::move(finding));
    }
}

// Of one column: a rate that is pointed at, and is not the one that the others point at.
void look_at_rates(const Uses& column, Reckoning& reckoning, std::vector<AuditFinding>& findings) {
    std::map<std::string, Uses> by_currency;
    for (const auto& use : column) {
        if (!use.currency.empty()) {
            by_currency[use.currency].push_back(use);
        }
    }
    const auto most =
        std::max_element(by_currency.begin(), by_currency.end(),
                         [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
    for (const auto& [currency, uses] : by_currency) {
        if (currency == most->first || most->second.size() < times_more * uses.size() ||
            !uses.front().direct) {
            continue;
        }
        auto finding = finding_at(uses, reckoning);
        finding.what = fmt::format("{} takes the rate of {}, where the others of its column take that of {}",
                                   to_string(finding.places.front()), currency, most->first);
        finding.why = fmt::format(
            "It reads {}; {} cells of the column read like {} in {}. A formula that is copied "
            "up or down takes the next row's rate.",
            formula_at(reckoning, uses.front()), most->second.size(),
            formula_at(reckoning, most->second.front()), to_string(reckoning.place(most->second.front().at)));
        finding.mend = fmt::format("Take the rate of {}, by its name.", most->first);
        findings.push_back(std::move(finding));
    }
}

// The headers say from which currency to which; a rate is so many units for one euro, so that to euros one
// divides.
void look_at_headers(const Uses& column, Reckoning& reckoning, std::vector<AuditFinding>& findings) {
    Uses wrong;
    for (const auto& use : column) {
        if (use.source.first_row == 0) {
            continue;
        }
        const auto& evidence = reckoning.evidence();
        const auto source =
            reckoning.place({use.source.sheet, use.source.first_row, use.source.first_column});
        const auto from = evidence.header_of(source);
        const auto to = evidence.header_of(reckoning.place(use.at));
        const auto& foreign = use.currency;
        const bool to_euros =
            names(from, foreign) && !names(from, "EUR") && names(to, "EUR") && !names(to, foreign);
        const bool from_euros =
            names(to, foreign) && !names(to, "EUR") && names(from, "EUR") && !names(from, foreign);
        if (!foreign.empty() && foreign != "EUR" && (use.divides ? from_euros : to_euros)) {
            wrong.push_back(use);
        }
    }
    if (wrong.empty()) {
        return;
    }
    auto finding = finding_at(wrong, reckoning);
    const bool divides = wrong.front().divides;
    finding.what =
        fmt::format("{}{} {} by the rate of {} to come from one currency to the other the wrong way round",
                    to_string(finding.places.front()),
                    wrong.size() > 1 ? fmt::format(" and {} cells with it", wrong.size() - 1) : "",
                    divides ? "divides" : "multiplies", wrong.front().currency);
    finding.why = fmt::format(
        "It reads {}. By the headers it makes {} of {}, and the rates are units for one euro: "
        "one {}.",
        formula_at(reckoning, wrong.front()), divides ? "units" : "euros",
        divides ? "euros" : wrong.front().currency, divides ? "multiplies" : "divides");
    finding.mend = fmt::format("Write {} for {}.", divides ? "*" : "/", divides ? "/" : "*");
    add_effect_of_turning(finding, wrong, reckoning);
    findings.push_back(std::move(finding));
}

std::vector<AuditFinding> look(const Evidence& evidence) {
    std::vector<AuditFinding> findings;
    with_reckoning(evidence, [&](Reckoning& reckoning) {
        std::map<std::pair<std::uint32_t, std::uint32_t>, Uses> columns;
        for (auto& use : rate_uses(reckoning)) {
            columns[{use.at.sheet, use.at.column}].push_back(std::move(use));
        }
        for (const auto& [at, column] : columns) {
            look_at_signs(column, reckoning, findings);
            look_at_rates(column, reckoning, findings);
            look_at_headers(column, reckoning, findings);
        }
    });
    return findings;
}

}  // namespace

Rule exchange_rate_rule() {
    return {"multiplied by a rate where the others divide, and another currency's rate", look};
}

}  // namespace pledgebook::audit
