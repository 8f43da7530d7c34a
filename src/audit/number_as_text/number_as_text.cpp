// Numbers that a spreadsheet holds as text: every sum, product and lookup passes them over.
#include "audit/ledger_sheet.hpp"
#include "audit/number_as_text/number_in_text.hpp"
#include "audit/rule.hpp"

#include "core/reference.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace pledgebook::audit {

namespace {

// A column holds numbers where at least so many of its cells are.
constexpr std::size_t fewest_numbers = 5;

struct Slip {
    Place place;
    std::string text;
    Decimal value;
    bool looked_up = false;  // a formula brought the text from elsewhere
};

bool may_be_number(const formats::Cell& cell) {
    return cell.type == formats::CellType::text && cell.text.size() < 40 &&
           cell.text.find_first_of("0123456789") != std::string::npos;
}

// Cells of text that say a number, below numbers of their own column.
void look_through(const formats::Sheet& sheet, std::vector<Slip>& slips) {
    std::map<std::uint32_t, std::size_t> numbers;
    std::vector<const formats::Cell*> texts;
    for (const auto& row : sheet.rows) {
        for (const auto& cell : row.cells) {
            if (cell.type == formats::CellType::number && !cell.is_date) {
                ++numbers[cell.column];
            } else if (may_be_number(cell) && numbers.contains(cell.column)) {
                texts.push_back(&cell);
            }
        }
    }
    for (const auto* cell : texts) {
        const auto value = number_in_text(cell->text);
        if (value && numbers[cell->column] >= fewest_numbers) {
            slips.push_back(
                {{sheet.name, cell->row, cell->column}, cell->text, *value, !cell->formula.empty()});
        }
    }
}

std::optional<Rate> rate_of(const Evidence& evidence, std::string_view code) {
    for (const auto& rate : evidence.intake().rates) {
        if (rate.currency.code() == code) {
            return rate.rate;
        }
    }
    return std::nullopt;
}

// What units and prices would add in dollars, of the packages whose value is worked out from prices: those
// are the ones whose source gives none.
class Dropped {
public:
    explicit Dropped(const Evidence& evidence)
        : m_evidence(evidence), m_ledgers(LedgerSheet::all_of(evidence)), m_rate(rate_of(evidence, "USD")) {}

    // What a lookup carried on is counted where it comes from.
    void add(const Slip& slip) {
        const auto* entry = slip.looked_up ? nullptr : m_evidence.entry_in(slip.place);
        if (entry != nullptr && entry->source_value.given != Given::given) {
            add_entry(*entry, slip);
        }
        for (const auto& price : m_evidence.intake().prices) {
            if (price.place.sheet == slip.place.sheet && price.place.row == slip.place.row) {
                add_price(price, slip);
            }
        }
    }
    [[nodiscard]] std::optional<Euros> euros() const {
        return m_rate && m_dollars != Decimal{} ? std::optional(m_rate->to_euros(m_dollars)) : std::nullopt;
    }
    [[nodiscard]] std::string donors() const {
        std::string names;
        for (const auto& each : m_donors) {
            names += (names.empty() ? "" : ", ") + each;
        }
        return names;
    }

private:
    void count(const Entry& entry, Decimal units, Decimal price) {
        m_dollars += units.scaled(price.units(), Decimal::from_integer(1).units());
        if (std::find(m_donors.begin(), m_donors.end(), entry.donor_text) == m_donors.end()) {
            m_donors.push_back(entry.donor_text);
        }
    }
    void add_entry(const Entry& entry, const Slip& slip) {
        const auto ledger = std::find_if(m_ledgers.begin(), m_ledgers.end(), [&](const LedgerSheet& each) {
            return each.name() == slip.place.sheet;
        });
        const auto& units = entry.item.units.value;
        const auto& price = entry.item.unit_price_usd.value;
        if (slip.place.column == ledger->column("units") && price) {
            count(entry, slip.value, *price);
        } else if (slip.place.column == ledger->column("unit_price_usd") && units) {
            count(entry, *units, slip.value);
        }
    }
    void add_price(const Price& price, const Slip& slip) {
        for (const auto& entry : m_evidence.intake().entries) {
            const auto& units = entry.item.units;
            if (folded(entry.item.name) == folded(price.item) && entry.source_value.given != Given::given &&
                units.value) {
                count(entry, *units.value, slip.value);
            }
        }
    }

    const Evidence& m_evidence;
    std::vector<LedgerSheet> m_ledgers;
    std::optional<Rate> m_rate;
    Decimal m_dollars;
    std::vector<std::string> m_donors;
};

AuditFinding made_of(std::vector<Slip> slips, const Evidence& evidence) {
    std::stable_sort(slips.begin(), slips.end(),
                     [](const Slip& left, const Slip& right) { return left.looked_up < right.looked_up; });
    AuditFinding finding;
    Dropped dropped(evidence);
    std::string shown;
    for (const auto& slip : slips) {
        finding.places.push_back(slip.place);
        dropped.add(slip);
        const auto quoted = "'" + std::string(trimmed(slip.text)) + "'";
        if (shown.find(quoted) == std::string::npos && finding.places.size() <= 4) {
            shown += (shown.empty() ? "" : ", ") + quoted;
        }
    }
    const auto& first = slips.front();
    finding.key = evidence.key_of(first.place);
    finding.sure = Sureness::certain;
    finding.effect = dropped.euros();
    finding.effect_on = finding.effect ? "the commitments of " + dropped.donors() : "";
    const auto header = std::string(trimmed(evidence.header_of(first.place)));
    finding.what = fmt::format(
        "{} stored as text in the column '{}': {}",
        slips.size() == 1 ? "a number is" : fmt::format("{} numbers are", slips.size()), header, shown);
    finding.why = "The other cells of the column are numbers; sums, products and lookups pass text over.";
    finding.mend = fmt::format("Write {} as a number.", to_string(first.value));
    return finding;
}

// One finding for the numbers of a package or of one text that lookups carried on.
std::vector<AuditFinding> look(const Evidence& evidence) {
    std::vector<Slip> slips;
    for (const auto& sheet : evidence.sheets()) {
        look_through(sheet, slips);
    }
    std::map<std::string, std::string> sources;  // text -> the group of the cell where it is typed
    for (const auto& slip : slips) {
        if (!slip.looked_up) {
            const auto* entry = evidence.entry_in(slip.place);
            sources.emplace(slip.text,
                            slip.place.sheet + (entry != nullptr ? "/" + entry->package : "/" + slip.text));
        }
    }
    std::map<std::string, std::vector<Slip>> groups;
    for (auto& slip : slips) {
        const auto source = sources.find(slip.text);
        groups[source == sources.end() ? slip.place.sheet + "/" + slip.text : source->second].push_back(slip);
    }
    std::vector<AuditFinding> findings;
    for (auto& [group, all] : groups) {
        findings.push_back(made_of(std::move(all), evidence));
    }
    return findings;
}

}  // namespace

Rule number_as_text_rule() {
    return {"numbers stored as text, and what they drop", look};
}

}  // namespace pledgebook::audit
