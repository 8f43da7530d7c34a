// Packages whose value is worked out from the price list, which is in dollars, under another currency.
#include "audit/ledger_sheet.hpp"
#include "audit/rule.hpp"

#include <fmt/format.h>

#include <map>

namespace pledgebook::audit {

namespace {

constexpr std::int64_t per_mille = 1000;

struct Package {
    const Entry* valued = nullptr;  // the row that carries the value
    Decimal dollars;                // units times price of all its rows
};

std::map<std::string, Package> packages_of(const LedgerSheet& ledger) {
    std::map<std::string, Package> packages;
    for (const auto* entry : ledger.entries()) {
        auto& package = packages[entry->package];
        const auto& units = entry->item.units.value;
        const auto& price = entry->item.unit_price_usd.value;
        if (units && price) {
            package.dollars += units->scaled(price->units(), Decimal::from_integer(1).units());
        }
        for (const auto& value : entry->values) {
            if (value.measure == Measure::commitment && value.euros && package.valued == nullptr) {
                package.valued = entry;
            }
        }
    }
    return packages;
}

std::optional<Rate> rate_of(const Intake& intake, Currency currency) {
    for (const auto& rate : intake.rates) {
        if (rate.currency == currency) {
            return rate.rate;
        }
    }
    return std::nullopt;
}

// The amount before it was converted is the one in dollars, to a thousandth.
bool is_in_dollars(const Entry& entry, Decimal dollars, std::optional<Rate> own) {
    const auto euros = euros_of(entry).value_or(Euros{});
    if (!own || dollars == Decimal{}) {
        return false;
    }
    const auto apart = own->from_euros(euros) - dollars;
    const auto magnitude = apart < Decimal{} ? -apart : apart;
    return magnitude.units() <= dollars.units() / per_mille;
}

std::vector<AuditFinding> look(const Evidence& evidence) {
    std::vector<AuditFinding> findings;
    const auto dollar = *Currency::parse("USD");
    const auto rate = rate_of(evidence.intake(), dollar);
    for (const auto& ledger : LedgerSheet::all_of(evidence)) {
        for (const auto& [id, package] : rate ? packages_of(ledger) : std::map<std::string, Package>{}) {
            const auto* entry = package.valued;
            const bool priced = entry != nullptr && entry->currency && *entry->currency != dollar &&
                                entry->source_value.given != Given::given;
            if (!priced ||
                !is_in_dollars(*entry, package.dollars, rate_of(evidence.intake(), *entry->currency))) {
                continue;
            }
            const auto euros = rate->to_euros(package.dollars);
            AuditFinding finding;
            finding.key = key({evidence.table_of(ledger.name()), slug(id)});
            finding.sure = Sureness::certain;
            finding.what = fmt::format("{} is summed from prices in dollars, {} USD, and converted as {}", id,
                                       grouped(package.dollars, 2), entry->currency->code());
            finding.why =
                "The source gives no value; units times the price list make it, and that is in dollars.";
            finding.mend = fmt::format("Write USD: that is {} EUR.", grouped(euros.value(), 2));
            finding.places = {ledger.place(*entry, "currency")};
            finding.effect = euros - euros_of(*entry).value_or(Euros{});
            finding.effect_on = fmt::format("the commitments of {}", entry->donor_text);
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

}  // namespace

Rule prices_in_other_currency_rule() {
    return {"values summed from dollar prices under another currency", look};
}

}  // namespace pledgebook::audit
