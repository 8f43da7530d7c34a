// Values beside an explanation that names the same amount in another currency, or with other zeros.
#include "audit/ledger_sheet.hpp"
#include "audit/rule.hpp"
#include "audit/value_contradicts_text/money_in_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace pledgebook::audit {

namespace {

constexpr std::int64_t per_mille = 1000;
constexpr std::int64_t powers[] = {10, 100, 1000, 1'000'000};

bool is_near(Decimal left, Decimal right) {
    const auto apart = left - right;
    return (apart < Decimal{} ? -apart : apart).units() <= right.units() / per_mille;
}

std::optional<Euros> in_euros(const Amount& amount, const Intake& intake) {
    for (const auto& rate : intake.rates) {
        if (rate.currency == amount.currency) {
            return rate.rate.to_euros(amount.value);
        }
    }
    return amount.currency == Currency::eur() ? std::optional(Euros(amount.value)) : std::nullopt;
}

std::string shown(const Amount& amount) {
    return grouped(amount.value, 0) + " " + std::string(amount.currency.code());
}

// The amount of the text that the value was meant to be.
struct Meant {
    Amount amount;
    std::string why;
    const char* field = "source_value";
};

std::optional<Meant> meant(const Amount& value, const std::vector<Amount>& spoken) {
    std::optional<Meant> other;
    for (const auto& each : spoken) {
        if (is_near(each.value, value.value)) {
            if (each.currency == value.currency) {
                return std::nullopt;
            }
            other = Meant{each, "The number is the same, the currency is another.", "currency"};
        }
    }
    for (const auto& each : spoken) {
        for (const auto power : powers) {
            const bool same = each.currency == value.currency;
            const bool fewer = same && is_near(each.value.scaled(1, power), value.value);
            const bool more = same && value.value >= Decimal::from_integer(power) &&
                              is_near(each.value, value.value.scaled(1, power));
            if (!other && (fewer || more)) {
                other = Meant{
                    each, fmt::format("The digits are the same; the value is {} times too {}.",
                                      grouped(Decimal::from_integer(power), 0), more ? "large" : "small")};
            }
        }
    }
    return other;
}

// The explanation without the sentences that speak of another package ("reported in EUM1").
std::string own_words(const Entry& entry, const std::set<std::string>& packages) {
    std::string own;
    std::string_view left = entry.explanation;
    while (!left.empty()) {
        const auto end = std::min(left.find(". "), left.size());
        const auto sentence = left.substr(0, end);
        const bool of_another =
            std::any_of(packages.begin(), packages.end(), [&](const std::string& package) {
                return package != entry.package && sentence.find(package) != std::string_view::npos;
            });
        own += of_another ? "" : std::string(sentence) + ". ";
        left.remove_prefix(std::min(end + 2, left.size()));
    }
    return own;
}

std::optional<AuditFinding> look_at(const Entry& entry, const LedgerSheet& ledger, const Evidence& evidence,
                                    const std::set<std::string>& packages) {
    const auto euros = any_euros_of(entry);
    const bool given = entry.source_value.given == Given::given && entry.source_value.value && entry.currency;
    if (!given || !euros || *entry.source_value.value <= Decimal{}) {
        return std::nullopt;
    }
    const Amount value{*entry.source_value.value, *entry.currency};
    // Sentences are only taken apart where there is something to look at.
    const auto first = meant(value, money_in_text(entry.explanation));
    const auto other = first ? meant(value, money_in_text(own_words(entry, packages))) : std::nullopt;
    if (!other) {
        return std::nullopt;
    }
    AuditFinding finding;
    finding.key = key({evidence.table_of(ledger.name()), slug(entry.package), other->field});
    finding.sure = Sureness::likely;
    finding.what = fmt::format("the value of {} is {}, its explanation says {}", entry.package, shown(value),
                               shown(other->amount));
    finding.why = other->why;
    finding.mend = fmt::format("Write {}, if the source agrees.", shown(other->amount));
    finding.places = {ledger.place(entry, other->field)};
    if (const auto right = in_euros(other->amount, evidence.intake())) {
        finding.effect = *right - *euros;
        finding.effect_on = fmt::format("the total of {}", entry.donor_text);
    }
    return finding;
}

std::vector<AuditFinding> look(const Evidence& evidence) {
    std::vector<AuditFinding> findings;
    for (const auto& ledger : LedgerSheet::all_of(evidence)) {
        std::set<std::string> seen;
        std::set<std::string> packages;
        for (const auto* entry : ledger.entries()) {
            packages.insert(entry->package);
        }
        for (const auto* entry : ledger.entries()) {
            if (auto finding = look_at(*entry, ledger, evidence, packages);
                finding && seen.insert(entry->package).second) {
                findings.push_back(std::move(*finding));
            }
        }
    }
    return findings;
}

}  // namespace

Rule value_contradicts_text_rule() {
    return {"values whose explanation names another currency or other zeros", look};
}

}  // namespace pledgebook::audit
