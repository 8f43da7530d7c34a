// The month that the tracker codes for an entry beside its date, and what is said of all rows together.
#include "importers/kiel_ledger/entry_row.hpp"
#include "importers/quantity.hpp"

#include <fmt/format.h>

namespace pledgebook::importers::kiel_ledger {

namespace {

constexpr Month before_the_first(2021, 12);  // month 1 is January 2022
constexpr int most_months = 12 * 78;         // up to 2099
const auto one = Decimal::from_integer(1).units();

std::string rows_text(std::uint32_t rows) {
    return rows == 1 ? "1 row" : fmt::format("{} rows", rows);
}

std::string are_rows(std::uint32_t rows) {
    return rows == 1 ? "1 row is" : fmt::format("{} rows are", rows);
}

}  // namespace

std::optional<Euros> main_value(const Entry& entry) {
    std::optional<Euros> found;
    for (const auto& value : entry.values) {
        const bool better =
            value.measure == Measure::allocation || (value.measure == Measure::commitment && !found);
        if (better && value.euros && *value.euros != Euros{}) {
            found = value.euros;
        }
    }
    return found;
}

void EntryReader::Many::add(Place place, std::optional<Euros> amount) {
    if (rows++ == 0) {
        first = std::move(place);
    }
    euros += amount.value_or(Euros{});
}

std::optional<Euros> EntryReader::effect(const Many& many) {
    return many.euros == Euros{} ? std::nullopt : std::optional(many.euros);
}

// Since 2025 `month` (1 is January 2022, 0 unknown) with `month_exists_dummy`, before that Month3 with
// MonthCoding2. An entry is in the tracker's series where the mark is 1 and the month is above 0 (release 8,
// 'Country summary' T6); where the mark is not filled in, the month decides alone.
void EntryReader::read_month(const formats::Row& row, Entry& entry) {
    const auto code = read_quantity(cell(row, "month"), Given::none);
    const auto mark = read_quantity(cell(row, "month_exists"), Given::none);
    const bool dot = text(row, "month") == ".";
    if (code.given == Given::none && !dot) {
        return;
    }
    const auto units = code.value.value_or(Decimal{}).units();
    const auto number = units / one;
    const bool readable = dot || (code.value && units % one == 0 && number >= 0 && number <= most_months);
    if (!readable) {
        find("unreadable_month", Finding::Weight::odd,
             fmt::format("'{}' is no number of a month (1 is January 2022, 0 unknown)", text(row, "month")),
             place(row, "month"));
        return;
    }
    const bool marked = mark.value && *mark.value != Decimal{};
    const bool marked_unknown = mark.value && !marked;
    entry.coded_month.coded = true;
    if (number > 0 && !marked_unknown) {
        entry.coded_month.month = before_the_first.plus(static_cast<int>(number));
    }
    if (number == 0 && marked) {
        m_marked_without_month.add(place(row, "month"), main_value(entry));
    }
    if (number > 0 && marked_unknown) {
        m_month_marked_unknown.add(place(row, "month"), main_value(entry));
    }
}

// Says of all rows together what is not worth a finding each.
void EntryReader::finish() {
    if (m_unmarked_days.rows > 0) {
        find("date_without_format", Finding::Weight::note,
             fmt::format("{} of the dates are bare numbers, as a program leaves them that saves no formats; "
                         "they are read as the days they count",
                         m_unmarked_days.rows),
             m_unmarked_days.first);
    }
    for (const auto& [spelling, many] : m_unknown_measures) {
        find("unknown_measure", Finding::Weight::wrong,
             fmt::format("'{}' is neither allocation nor commitment ({}); what is allocated there is in no "
                         "total",
                         spelling, rows_text(many.rows)),
             many.first, effect(many));
    }
    if (m_marked_without_month.rows > 0) {
        find("month_mark_contradicts", Finding::Weight::odd,
             fmt::format("{} marked as having a month, but the month is 0: in the totals, in no series",
                         are_rows(m_marked_without_month.rows)),
             m_marked_without_month.first, effect(m_marked_without_month));
    }
    if (m_month_marked_unknown.rows > 0) {
        find("month_mark_contradicts", Finding::Weight::odd,
             fmt::format("{} marked as having no month, but a month is coded: in the totals, in no series",
                         are_rows(m_month_marked_unknown.rows)),
             m_month_marked_unknown.first, effect(m_month_marked_unknown));
    }
}

}  // namespace pledgebook::importers::kiel_ledger
