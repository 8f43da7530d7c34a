// A ledger's rows as they stand in their sheet, by field: for rules that compare what an importer read with
// what is written there. Headers are known by data/importers/kiel_ledger.tsv and
// data/audit/ledger_columns.tsv.
#pragma once

#include "audit/evidence.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::audit {

class LedgerSheet {
public:
    // The ledgers of a release, in the order in which they were taken in. Where the source is not at hand
    // their cells are not there, but their entries are.
    static std::vector<LedgerSheet> all_of(const Evidence& evidence);

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] Channel channel() const { return m_entries.front()->channel; }
    // In the order of their rows; at least one.
    [[nodiscard]] const std::vector<const Entry*>& entries() const { return m_entries; }

    [[nodiscard]] std::uint32_t column(std::string_view field) const;  // 0 where there is none
    [[nodiscard]] const formats::Cell* cell(const Entry& entry, std::string_view field) const;
    [[nodiscard]] std::string text(const Entry& entry, std::string_view field) const;  // trimmed
    [[nodiscard]] std::optional<Decimal> number(const Entry& entry, std::string_view field) const;
    // The row, where the field has no column.
    [[nodiscard]] Place place(const Entry& entry, std::string_view field) const;

private:
    LedgerSheet(const Evidence& evidence, std::string name, std::vector<const Entry*> entries);

    std::string m_name;
    const formats::Sheet* m_sheet = nullptr;
    std::vector<const Entry*> m_entries;
    std::map<std::string, std::uint32_t, std::less<>> m_columns;
};

// Without blanks, line ends and no-break spaces around.
std::string_view trimmed(std::string_view text);
// The digits in it, one behind the other: names and texts that are alike but for a number are not the same.
std::string digits_of(std::string_view text);
// The commitment of an entry in euros, where it has one.
std::optional<Euros> euros_of(const Entry& entry, Measure measure = Measure::commitment);
// Any measure that the entry carries, in the order commitment, allocation, delivery, disbursement.
std::optional<Euros> any_euros_of(const Entry& entry);

}  // namespace pledgebook::audit
