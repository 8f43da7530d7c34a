// IDs whose letters say another donor or kind than the entry does. What the letters mean is learnt from the
// ledger.
#include "audit/ledger_sheet.hpp"
#include "audit/rule.hpp"
#include "core/reference.hpp"

#include <fmt/format.h>

#include <map>

namespace pledgebook::audit {

namespace {

constexpr std::size_t fewest = 5;       // packages that tell what letters mean
constexpr std::size_t nearly_all = 90;  // percent of them

// "DEM1" -> "DE", "M"
struct Letters {
    std::string donor;
    std::string kind;
};

std::optional<Letters> letters_of(const std::string& id) {
    const auto digits = id.find_first_of("0123456789");
    const bool plain = digits != std::string::npos && digits >= 3 && digits <= 4 &&
                       id.find_first_not_of("0123456789", digits) == std::string::npos;
    for (std::size_t at = 0; plain && at < digits; ++at) {
        if (id[at] < 'A' || id[at] > 'Z') {
            return std::nullopt;
        }
    }
    return plain ? std::optional(Letters{id.substr(0, 2), id.substr(2, 1)}) : std::nullopt;
}

// What most packages with these letters are; nothing where they do not agree.
class Meanings {
public:
    void add(const std::string& letters, const std::string& what) {
        ++m_counts[letters][what];
        ++m_sums[letters];
    }
    [[nodiscard]] std::string of(const std::string& letters) const {
        const auto sum = m_sums.find(letters);
        if (sum == m_sums.end() || sum->second < fewest) {
            return {};
        }
        for (const auto& [what, count] : m_counts.at(letters)) {
            if (count * 100 >= sum->second * nearly_all) {
                return what;
            }
        }
        return {};
    }

private:
    std::map<std::string, std::map<std::string, std::size_t>> m_counts;
    std::map<std::string, std::size_t> m_sums;
};

std::string kind_of(const Entry& entry) {
    return entry.kind ? std::string(to_string(*entry.kind)) : "";
}

AuditFinding made_of(const Entry& entry, const std::string& field, const std::string& is,
                     const std::string& meant, const LedgerSheet& ledger, const Evidence& evidence) {
    AuditFinding finding;
    finding.key = key({evidence.table_of(ledger.name()), slug(entry.package), field});
    finding.sure = Sureness::likely;
    finding.what = fmt::format("{} is {} by its row, and {} by its ID", entry.package, is, meant);
    finding.why = fmt::format("Nearly all IDs with these letters are of {}.", meant);
    finding.mend = "Find out which of the two is right; write the other donor or kind, or give another ID.";
    finding.places = {ledger.place(entry, field)};
    if (const auto euros = any_euros_of(entry); euros && *euros != Euros{}) {
        finding.effect = euros;
        finding.effect_on = field == "donor" ? fmt::format("the totals of {} and {}", is, meant)
                                             : fmt::format("the kinds of aid of {}", entry.donor_text);
    }
    return finding;
}

std::vector<AuditFinding> look(const Evidence& evidence) {
    std::vector<AuditFinding> findings;
    for (const auto& ledger : LedgerSheet::all_of(evidence)) {
        // The other sheets name those who share in a package beside the one that its ID is of.
        if (ledger.channel() != Channel::bilateral) {
            continue;
        }
        std::map<std::string, const Entry*> packages;
        Meanings donors;
        Meanings kinds;
        for (const auto* entry : ledger.entries()) {
            const auto letters = letters_of(entry->package);
            if (letters && packages.emplace(entry->package, entry).second) {
                donors.add(letters->donor + letters->kind, entry->donor_text);
                kinds.add(letters->kind, kind_of(*entry));
            }
        }
        for (const auto* entry : ledger.entries()) {
            const auto letters = letters_of(entry->package);
            if (!letters) {
                continue;
            }
            const auto donor = donors.of(letters->donor + letters->kind);
            if (!donor.empty() && folded(donor) != folded(entry->donor_text)) {
                findings.push_back(made_of(*entry, "donor", entry->donor_text, donor, ledger, evidence));
            }
            const auto kind = kinds.of(letters->kind);
            if (!kind.empty() && !kind_of(*entry).empty() && kind != kind_of(*entry)) {
                findings.push_back(made_of(*entry, "kind", kind_of(*entry), kind, ledger, evidence));
            }
        }
    }
    return findings;
}

}  // namespace

Rule id_contradicts_entry_rule() {
    return {"IDs that say another donor or kind of aid than their row", look};
}

}  // namespace pledgebook::audit
