#include "audit/audit.hpp"

#include "audit/taken_in/taken_in.hpp"
#include "core/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <map>
#include <set>
#include <thread>
#include <tuple>

namespace pledgebook::audit {

namespace {

using Findings = std::vector<AuditFinding>;

Findings found_by(const Listed& listed, const Evidence& evidence) {
    auto findings = listed.rule.look(evidence);
    for (auto& each : findings) {
        each.rule = each.rule.empty() ? std::string(listed.word) : each.rule;
        each.key = key({each.rule, each.key});
        if (each.effect && *each.effect < Euros{}) {
            each.effect = Euros{} - *each.effect;
        }
    }
    return findings;
}

// To the euro: two ways of working a number out may differ in its last digits.
Euros rounded(Euros euros) {
    const auto one = Decimal::from_integer(1).units();
    return Euros(Decimal::from_units((euros.value().units() + one / 2) / one * one));
}

// Two slips that no word tells apart are numbered.
void tell_apart(Findings& findings) {
    std::map<std::string, int> seen;
    for (auto& each : findings) {
        if (const auto number = ++seen[each.key]; number > 1) {
            each.key += fmt::format("/{}", number);
        }
    }
}

// Two rules may come upon one slip by two ways: the first in their list keeps it.
void keep_once(Findings& findings) {
    std::set<std::string> seen;
    std::erase_if(findings, [&](const AuditFinding& each) {
        if (each.places.empty() || each.places.front().column == 0) {
            return false;
        }
        // By the worst place and the effect; without an effect by all places.
        const bool tells = each.effect && *each.effect != Euros{};
        std::string what = tells ? to_string(rounded(*each.effect).value()) : "";
        for (const auto& place : each.places) {
            what += "/" + to_string(place);
            if (tells) {
                break;
            }
        }
        return !seen.insert(what).second;
    });
}

auto order_of(const AuditFinding& finding) {
    const auto& place = finding.places.empty() ? Place{} : finding.places.front();
    return std::tuple(Euros{} - finding.effect.value_or(Euros{}), finding.sure, place.sheet, place.row,
                      place.column);
}

const Listed* rule_named(std::string_view word) {
    const auto& all = all_rules();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Listed& each) { return each.word == word; });
    return found == all.end() ? nullptr : &*found;
}

[[noreturn]] void no_such_rule(std::string_view word) {
    std::string words;
    for (const auto& each : all_rules()) {
        words += (words.empty() ? "" : ", ") + std::string(each.word);
    }
    throw Error(fmt::format("the audit has no rule '{}'", word), "there are " + words);
}

// The rules that are asked for. A sort of an import's findings is asked of the rule that hands them on.
std::vector<const Listed*> chosen(const std::vector<std::string>& only) {
    std::vector<const Listed*> rules;
    for (const auto& each : all_rules()) {
        const bool asked = std::any_of(only.begin(), only.end(), [&](const std::string& word) {
            return word == each.word || (each.word == "taken_in" && is_sort_of_import(word));
        });
        if (only.empty() || asked) {
            rules.push_back(&each);
        }
    }
    return rules;
}

bool is_asked(const AuditFinding& finding, std::string_view by, const std::vector<std::string>& only) {
    return only.empty() || std::any_of(only.begin(), only.end(), [&](const std::string& word) {
               return word == finding.rule || word == by;
           });
}

}  // namespace

Findings audit_all(const Evidence& evidence, const std::vector<std::string>& only, unsigned threads) {
    for (const auto& word : only) {
        page_of(word);
    }
    const auto rules = chosen(only);
    const std::size_t ahead = threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
    std::vector<Findings> found(rules.size());
    std::vector<std::future<void>> running;
    for (std::size_t first = 0; first < ahead; ++first) {
        const auto work = [&, first] {
            for (auto at = first; at < rules.size(); at += ahead) {
                found[at] = found_by(*rules[at], evidence);
            }
        };
        running.push_back(std::async(ahead > 1 ? std::launch::async : std::launch::deferred, work));
    }
    for (auto& each : running) {
        each.get();
    }
    Findings all;
    for (std::size_t at = 0; at < rules.size(); ++at) {
        for (auto& each : found[at]) {
            if (is_asked(each, rules[at]->word, only)) {
                all.push_back(std::move(each));
            }
        }
    }
    keep_once(all);
    std::stable_sort(all.begin(), all.end(), [](const AuditFinding& left, const AuditFinding& right) {
        return order_of(left) < order_of(right);
    });
    tell_apart(all);
    return all;
}

std::string_view page_of(std::string_view rule) {
    const auto* listed = rule_named(is_sort_of_import(rule) ? "taken_in" : rule);
    if (listed == nullptr) {
        no_such_rule(rule);
    }
    return listed->page;
}

}  // namespace pledgebook::audit
