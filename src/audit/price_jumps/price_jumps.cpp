// Prices in the ledger that are not those of the price list, and prices far from all others of their kind.
#include "audit/ledger_sheet.hpp"
#include "audit/rule.hpp"
#include "core/number.hpp"
#include "core/reference.hpp"
#include "core/tsv.hpp"

#include "data_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace pledgebook::audit {

namespace {

constexpr std::int64_t percent_apart = 1;
constexpr std::size_t fewest_alike = 5;
constexpr std::int64_t far = 500;  // times the middle price of its kind, or that part of it

const Price* priced(const std::map<std::string, const Price*>& list, const std::string& item) {
    const auto found = list.find(folded(item));
    return found == list.end() ? nullptr : found->second;
}

std::map<std::string, const Price*> list_of(const Intake& intake) {
    std::map<std::string, const Price*> list;
    for (const auto& price : intake.prices) {
        if (price.price.value && price.currency.value_or(*Currency::parse("USD")).code() == "USD") {
            list.emplace(folded(price.item), &price);  // as a lookup does, the first one
        }
    }
    return list;
}

bool apart(Decimal left, Decimal right) {
    const auto gap = left - right;
    return (gap < Decimal{} ? -gap : gap) > right.scaled(percent_apart, 100);
}

// Rows of the ledger whose price is another than the list's: one finding for each item.
void look_at_rows(const Evidence& evidence, std::vector<AuditFinding>& findings) {
    const auto list = list_of(evidence.intake());
    const auto dollar = std::find_if(evidence.intake().rates.begin(), evidence.intake().rates.end(),
                                     [](const ReleaseRate& rate) { return rate.currency.code() == "USD"; });
    for (const auto& ledger : LedgerSheet::all_of(evidence)) {
        std::map<std::string, std::vector<const Entry*>> items;
        for (const auto* entry : ledger.entries()) {
            const auto* price = priced(list, entry->item.name);
            const auto& own = entry->item.unit_price_usd.value;
            if (price != nullptr && own && *own > Decimal{} && apart(*own, *price->price.value)) {
                items[price->item].push_back(entry);
            }
        }
        for (const auto& [item, entries] : items) {
            const auto listed = *priced(list, item)->price.value;
            AuditFinding finding;
            Decimal dollars;
            for (const auto* entry : entries) {
                finding.places.push_back(ledger.place(*entry, "unit_price_usd"));
                const auto gap = *entry->item.unit_price_usd.value - listed;
                if (entry->item.units.value && entry->source_value.given != Given::given) {
                    dollars += entry->item.units.value->scaled(gap.units(), Decimal::from_integer(1).units());
                }
            }
            finding.key = key({evidence.table_of(ledger.name()), slug(item), "listed"});
            finding.sure = Sureness::likely;
            finding.what = fmt::format("'{}' costs {} USD in {}, and {} in the price list", item,
                                       grouped(*entries.front()->item.unit_price_usd.value, 2),
                                       entries.front()->package, grouped(listed, 2));
            finding.why =
                "The ledger takes its prices from the list; this one was typed, or the list changed since.";
            finding.mend = "Look the price up, or give the item one of its own in the list.";
            if (dollar != evidence.intake().rates.end() && dollars != Decimal{}) {
                finding.effect = dollar->rate.to_euros(dollars);
                finding.effect_on = fmt::format("the commitments of {}", entries.front()->donor_text);
            }
            findings.push_back(std::move(finding));
        }
    }
}

// "Ton of rifle rounds" is priced by another measure than a rifle round.
bool is_measured(std::string_view item) {
    const Tsv table("audit/measures.tsv", data::file("audit/measures.tsv"));
    const auto first = slug(item.substr(0, item.find(' ')));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (first == table.cell(row, table.column("words"))) {
            return true;
        }
    }
    return false;
}

// Prices that are five hundred times the middle one of their kind, or less than that part of it.
void look_at_list(const Evidence& evidence, std::vector<AuditFinding>& findings) {
    std::map<std::string, std::vector<const Price*>> kinds;
    for (const auto& price : evidence.intake().prices) {
        if (price.price.value && *price.price.value > Decimal{} && !slug(price.sub_type).empty()) {
            kinds[folded(price.sub_type)].push_back(&price);
        }
    }
    for (auto& [kind, prices] : kinds) {
        if (prices.size() < fewest_alike) {
            continue;
        }
        std::stable_sort(prices.begin(), prices.end(), [](const Price* left, const Price* right) {
            return *left->price.value < *right->price.value;
        });
        const auto middle = *prices[prices.size() / 2]->price.value;
        for (const auto* price : prices) {
            const auto value = *price->price.value;
            const bool near = value < middle.scaled(far, 1) && value.scaled(far, 1) > middle;
            if (near || is_measured(price->item)) {
                continue;
            }
            AuditFinding finding;
            finding.key = key({"prices", slug(price->item), "far"});
            finding.sure = Sureness::possible;
            finding.what = fmt::format("'{}' costs {}; the middle price of '{}' is {}", price->item,
                                       grouped(value, 2), price->sub_type, grouped(middle, 2));
            finding.why =
                "It is more than five hundred times that price, or less than that part of it: the price or "
                "the sub-type is a slip.";
            finding.mend = "Look whether the price is of one piece, and in the list's currency.";
            finding.places = {price->place};
            findings.push_back(std::move(finding));
        }
    }
}

std::vector<AuditFinding> look(const Evidence& evidence) {
    std::vector<AuditFinding> findings;
    look_at_rows(evidence, findings);
    look_at_list(evidence, findings);
    return findings;
}

}  // namespace

Rule price_jumps_rule() {
    return {"prices that are not the list's, or far from those of like items", look};
}

}  // namespace pledgebook::audit
