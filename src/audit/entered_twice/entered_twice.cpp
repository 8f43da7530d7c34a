// Packages of one donor with the same value and the same words.
#include "audit/ledger_sheet.hpp"
#include "audit/rule.hpp"
#include "core/reference.hpp"
#include "core/tsv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace pledgebook::audit {

namespace {

constexpr std::size_t fewest_words = 6;  // fewer say nothing
constexpr std::size_t alike = 95;        // percent of the words in both

struct Package {
    const Entry* first = nullptr;
    Euros euros;
    std::vector<std::string> words;  // of the explanation
    std::string numbers;             // of it
    std::vector<std::string> items;
    std::set<std::string> ids;  // links
};

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    const auto plain = slug(text).empty() ? std::string{} : folded(text);  // the words are views into it
    for (const auto word : split(plain, ' ')) {
        words.emplace_back(word);
    }
    return words;
}

std::vector<Package> packages_of(const LedgerSheet& ledger) {
    std::map<std::string, Package> packages;
    std::vector<std::string> order;
    for (const auto* entry : ledger.entries()) {
        auto& package = packages[entry->package];
        if (package.first == nullptr) {
            package.first = entry;
            package.words = words_of(entry->explanation);
            package.numbers = digits_of(entry->explanation);
            order.push_back(entry->package);
        }
        package.euros += any_euros_of(*entry).value_or(Euros{});
        package.items.push_back(folded(entry->item.name) + "/" +
                                (entry->item.units.value ? to_string(*entry->item.units.value) : ""));
    }
    std::vector<Package> all;
    for (const auto& id : order) {
        all.push_back(std::move(packages[id]));
    }
    return all;
}

// Words of both, in percent of all; each word counts as often as it stands in both.
std::size_t likeness(std::vector<std::string> left, std::vector<std::string> right) {
    std::sort(left.begin(), left.end());
    std::sort(right.begin(), right.end());
    std::vector<std::string> both;
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
    return left.empty() ? 0 : 200 * both.size() / (left.size() + right.size());
}

// Tranches and shares of one promise have like words, but other numbers, days or items.
bool is_the_same(const Package& left, const Package& right) {
    const auto& a = *left.first;
    const auto& b = *right.first;
    return a.donor_text == b.donor_text && a.kind == b.kind && left.euros == right.euros &&
           left.euros != Euros{} && left.items == right.items &&
           std::min(left.words.size(), right.words.size()) >= fewest_words && left.numbers == right.numbers &&
           likeness(left.words, right.words) >= alike;
}

std::string dated(const Entry& entry) {
    if (!entry.announced.text.empty()) {
        return "'" + entry.announced.text + "'";
    }
    return entry.announced.earliest ? describe(*entry.announced.earliest) : "undated";
}

AuditFinding made_of(const std::vector<const Package*>& same, const LedgerSheet& ledger,
                     const Evidence& evidence) {
    AuditFinding finding;
    std::string who;
    Euros beyond;
    for (const auto* package : same) {
        finding.places.push_back(ledger.place(*package->first, "id"));
        who += (who.empty() ? "" : ", ") +
               fmt::format("{} ({})", package->first->package, dated(*package->first));
        beyond += package == same.front() ? Euros{} : package->euros;
    }
    const auto& first = *same.front()->first;
    finding.key =
        key({evidence.table_of(ledger.name()), slug(first.package), slug(same.back()->first->package)});
    finding.sure = Sureness::possible;
    finding.what = fmt::format("{} of {} have the same value of {} EUR and the same words", who,
                               first.donor_text, grouped(same.front()->euros.value(), 2));
    finding.why =
        "Donor, kind, value, items, words and the numbers in them are the same; it may be one package, "
        "entered twice.";
    finding.mend = "Look whether the sources speak of one; if so, take the others out.";
    finding.effect = beyond;
    finding.effect_on = fmt::format("the total of {}", first.donor_text);
    return finding;
}

std::vector<AuditFinding> look(const Evidence& evidence) {
    std::vector<AuditFinding> findings;
    for (const auto& ledger : LedgerSheet::all_of(evidence)) {
        const auto packages = packages_of(ledger);
        std::map<std::pair<std::string, Euros>, std::vector<const Package*>> by_value;
        for (const auto& package : packages) {
            by_value[{package.first->donor_text, package.euros}].push_back(&package);
        }
        for (auto& [value, candidates] : by_value) {
            while (candidates.size() > 1) {
                std::vector<const Package*> same{candidates.front()};
                std::vector<const Package*> others;
                for (std::size_t at = 1; at < candidates.size(); ++at) {
                    (is_the_same(*same.front(), *candidates[at]) ? same : others).push_back(candidates[at]);
                }
                if (same.size() > 1) {
                    findings.push_back(made_of(same, ledger, evidence));
                }
                candidates = std::move(others);
            }
        }
    }
    return findings;
}

}  // namespace

Rule entered_twice_rule() {
    return {"packages that may have been entered twice", look};
}

}  // namespace pledgebook::audit
