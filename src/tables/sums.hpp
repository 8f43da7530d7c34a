// The ledger of one release added up for the tables: amounts by donor, kind and measure, by the source's own
// types, and units of goods. Exact.
#pragma once

#include "core/number.hpp"
#include "core/release.hpp"

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::tables {

using Donors = std::vector<std::string>;

// An entry in a sum, with what it adds to it.
struct Counted {
    const Entry* entry = nullptr;
    Number number;
};

// An entry with its words folded (core/reference.hpp), so that they are compared without case and blanks.
struct FoldedEntry {
    const Entry* entry = nullptr;
    std::string kind_text;
    std::string item;
    std::string sub_type;
};

class Sums {
public:
    explicit Sums(const Intake& intake);

    // Until the next call with nothing, each sum also writes here which entries it counts.
    void write_down(std::vector<Counted>* counted) const { m_counted = counted; }

    [[nodiscard]] const Intake& intake() const { return m_intake; }
    [[nodiscard]] bool has(Measure measure) const { return m_has.at(static_cast<std::size_t>(measure)); }
    // Whether amounts of the measure are told apart by kind.
    [[nodiscard]] bool split_by_kind(Measure measure) const;
    [[nodiscard]] bool has_entries() const { return !m_intake.entries.empty(); }
    // Allocations where the release has them, else commitments.
    [[nodiscard]] Measure usual_measure() const;
    // Donors with an amount or an entry, bilateral, in the order of the reference.
    [[nodiscard]] Donors donors() const;

    // Bilateral, in euros; no kind: all kinds together, also what the source does not split.
    [[nodiscard]] Number aid(const Donors& donors, std::optional<Kind> kind, Measure measure) const;
    // Of the entries that fit.
    using Fits = std::function<bool(const FoldedEntry&)>;
    [[nodiscard]] Number aid_where(const Donors& donors, Measure measure, const Fits& fits) const;
    // Units promised or delivered, of those entries whose number is known.
    [[nodiscard]] Number units_where(const Donors& donors, bool delivered, const Fits& fits) const;
    // What went by organisations; no name: by all of them.
    [[nodiscard]] Number multilateral(std::string_view organisation, std::optional<Kind> kind,
                                      Measure measure) const;
    // Announced in that month, by the entries and observations of which the month is known.
    [[nodiscard]] Number month(const Donors& donors, std::optional<Kind> kind, Measure measure,
                               Month month) const;
    [[nodiscard]] std::optional<Rate> rate(Currency currency) const;

private:
    struct Amounts {
        std::array<std::array<Euros, 4>, 4> by;  // measure, kind (the last: not split)
        std::vector<FoldedEntry> entries;
    };
    void add(const Entry& entry);
    [[nodiscard]] const Amounts* of(const std::string& donor) const;

    void count(const Entry& entry, Number number) const;

    const Intake& m_intake;
    mutable std::vector<Counted>* m_counted = nullptr;
    std::map<std::string, Amounts, std::less<>> m_donors;
    std::array<bool, 4> m_has{};
    std::array<bool, 4> m_in_sum{};
};

// The euros of an entry for a measure; 0 where it has none.
Euros euros_of(const Entry& entry, Measure measure);
// The month by which the source's own series count an entry; where it codes none, that of its date. Nothing
// where neither tells.
std::optional<Month> month_of(const Entry& entry);

}  // namespace pledgebook::tables
