// The euros of an entry: which row of a package carries them, and what stands where there are none.
#include "core/reference.hpp"
#include "importers/kiel_ledger/entry_row.hpp"
#include "importers/quantity.hpp"

#include <fmt/format.h>

namespace pledgebook::importers::kiel_ledger {

// Main sheet, column "Total_value_dummy (1 is first row in the package)". A sheet without it (commercial,
// multilateral) has the money of a package on its first row.
bool EntryReader::is_first_row(const formats::Row& row, const Entry& entry) {
    if (m_header.column("first_row") == 0) {
        return entry.line == 1 && !m_child;
    }
    const auto mark = read_quantity(cell(row, "first_row"), Given::none);
    const bool first = mark.value == Decimal::from_integer(1);
    m_first_rows[entry.package] += first ? 1 : 0;
    return first;
}

void EntryReader::read_values(const formats::Row& row, Entry& entry) {
    const bool first = is_first_row(row, entry);
    read_value(row, entry, "commitment_eur", Measure::commitment, first);
    read_allocation(row, entry);
    read_value(row, entry, "delivery_eur", Measure::delivery, first);
}

void EntryReader::read_value(const formats::Row& row, Entry& entry, std::string_view field, Measure measure,
                             bool first_row) {
    if (m_header.column(field) == 0) {
        return;
    }
    Value value{measure, Given::given, {}, {}, place(row, field)};
    const auto euros = quantity(row, field, cell(row, field) == nullptr ? Given::blanked : Given::not_given);
    const auto total = read_quantity(cell(row, "total"), Given::blanked);
    if (!euros.value) {
        if (!first_row) {
            return;
        }
        const bool total_says_none = cell(row, "total") != nullptr && !total.value;
        value.given = measure == Measure::commitment && euros.given == Given::blanked && total_says_none
                          ? Given::not_given
                          : euros.given;
        entry.values.push_back(std::move(value));
        return;
    }
    value.euros = Euros(*euros.value);
    find_negative(value);
    if (m_child) {
        find("value_on_part", Finding::Weight::odd,
             "a value stands on a part of a package whose first row carries the whole; it is not counted",
             value.place, value.euros);
        return;
    }
    if (!first_row && m_header.column("first_row") != 0) {
        find("value_off_first_row", Finding::Weight::odd,
             fmt::format("a value stands on a row that is not marked as the first one of its package {}",
                         entry.package),
             value.place, value.euros);
    }
    if (measure == Measure::commitment && entry.currency && total.value) {
        value.amount = Amount{*total.value, *entry.currency};
    }
    entry.values.push_back(std::move(value));
}

// What is taken back may be written so; it may also be a slip.
void EntryReader::find_negative(const Value& value) {
    if (*value.euros < Euros{}) {
        find("negative_amount", Finding::Weight::odd, "the amount is negative", value.place, value.euros);
    }
}

// True for the first row of a part of a package, where the sheet names parts; else for that of the package.
bool EntryReader::is_first_of_part(const formats::Row& row, const Entry& entry) {
    const auto part = text(row, "sub_id");
    return part.empty() ? entry.line == 1 : m_parts.insert(entry.package + '\n' + part).second;
}

// Whether the row's measure says allocation. One that says neither of the two is noted with what it loses.
bool EntryReader::is_allocation(const formats::Row& row, const Quantity& euros) {
    if (m_header.column("measure") == 0) {
        return true;
    }
    const auto spelling = text(row, "measure");
    const auto measure = parse_measure(folded(spelling));
    if (measure != Measure::allocation && measure != Measure::commitment) {
        const auto lost = euros.value ? std::optional(Euros(*euros.value)) : std::nullopt;
        m_unknown_measures[spelling].add(place(row, "measure"), lost);
    }
    return measure == Measure::allocation;
}

// Releases since 2024 give the allocated part in a column of its own, on rows whose measure says so. Unlike
// the commitment it stands on each part of a package (sub_activity_id), not on its first row alone.
void EntryReader::read_allocation(const formats::Row& row, Entry& entry) {
    if (m_header.column("allocation_eur") == 0) {
        return;
    }
    const auto euros = quantity(row, "allocation_eur", Given::not_given);
    const bool first = is_first_of_part(row, entry);
    if (!is_allocation(row, euros) || (!euros.value && !first)) {
        return;
    }
    Value value{Measure::allocation, euros.given, {}, {}, place(row, "allocation_eur")};
    if (euros.value) {
        value.euros = Euros(*euros.value);
        find_negative(value);
    }
    entry.values.push_back(std::move(value));
}

}  // namespace pledgebook::importers::kiel_ledger
