// One row of a ledger sheet becomes one entry.
#pragma once

#include "core/entry.hpp"
#include "core/finding.hpp"
#include "formats/cell.hpp"
#include "importers/column_words.hpp"
#include "importers/kiel_ledger/ledger_sheet.hpp"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace pledgebook::importers::kiel_ledger {

// How many rows of a package are marked as its first one (Total_value_dummy); nothing is said where the sheet
// has no such column.
using FirstRows = std::map<std::string, std::uint32_t>;

// What an entry adds to the totals that are asked for first: its allocation, else its commitment. Nothing
// where it adds nothing.
std::optional<Euros> main_value(const Entry& entry);

class EntryReader {
public:
    // What is passed must outlive the reader. Findings are added as rows are read.
    EntryReader(const formats::Sheet& sheet, const Header& header, LedgerSort sort,
                std::vector<Finding>& findings);

    Entry read(const formats::Row& row);
    [[nodiscard]] const FirstRows& first_rows() const { return m_first_rows; }
    // Says of all rows together what is not worth a finding each.
    void finish();

private:
    [[nodiscard]] const formats::Cell* cell(const formats::Row& row, std::string_view field) const;
    [[nodiscard]] const formats::Cell* cell_or_merged(const formats::Row& row, std::string_view field) const;
    [[nodiscard]] std::string text(const formats::Row& row, std::string_view field) const;
    [[nodiscard]] Place place(const formats::Row& row, std::string_view field) const;
    void find(std::string_view rule, Finding::Weight weight, std::string what, Place place,
              std::optional<Euros> effect = {});

    void read_identity(const formats::Row& row, Entry& entry);
    void read_date(const formats::Row& row, Entry& entry);
    void read_month(const formats::Row& row, Entry& entry);
    void read_source_value(const formats::Row& row, Entry& entry);
    void read_item(const formats::Row& row, Entry& entry);
    void read_links(const formats::Row& row, Entry& entry) const;
    void read_values(const formats::Row& row, Entry& entry);
    void read_value(const formats::Row& row, Entry& entry, std::string_view field, Measure measure,
                    bool first_row);
    void read_allocation(const formats::Row& row, Entry& entry);
    Quantity quantity(const formats::Row& row, std::string_view field, Given blank);
    std::optional<Currency> currency(const formats::Row& row, std::string_view field);
    bool is_first_row(const formats::Row& row, const Entry& entry);
    bool is_first_of_part(const formats::Row& row, const Entry& entry);
    bool is_allocation(const formats::Row& row, const Quantity& euros);
    std::optional<Date> unmarked_day(const formats::Cell& cell) const;
    void find_negative(const Value& value);

    [[nodiscard]] std::optional<Kind> kind_of(const std::string& text);
    [[nodiscard]] std::string donor_of(const std::string& text);

    const formats::Sheet& m_sheet;
    const Header& m_header;
    LedgerSort m_sort;
    std::set<std::uint32_t> m_link_columns;
    std::unordered_map<std::string, std::optional<Kind>> m_kinds;  // as they were read before
    std::unordered_map<std::string, std::string> m_donors;         // likewise
    std::vector<Finding>& m_findings;
    std::map<std::string, std::uint32_t> m_lines;
    FirstRows m_first_rows;
    // Rows that share one oddity that is not worth a finding each.
    struct Many {
        std::uint32_t rows = 0;
        Place first;
        Euros euros;
        void add(Place place, std::optional<Euros> amount);
    };
    [[nodiscard]] static std::optional<Euros> effect(const Many& many);

    std::set<std::string> m_parts;  // the parts of packages (sub_activity_id) met so far
    Many m_unmarked_days;
    std::map<std::string, Many> m_unknown_measures;  // by spelling
    Many m_marked_without_month, m_month_marked_unknown;
    bool m_child = false;  // the row now read belongs to a merged block that began above it
};

}  // namespace pledgebook::importers::kiel_ledger
