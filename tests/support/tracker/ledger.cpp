#include "support/tracker/ledger.hpp"

#include "support/tracker/chance.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <map>

namespace pledgebook::test_support {

namespace {

using std::chrono::sys_days;

constexpr sys_days day_zero{std::chrono::year{1899} / 12 / 30};  // of a spreadsheet
constexpr std::array<std::string_view, 3> kinds{"Military", "Financial", "Humanitarian"};
constexpr std::array<std::string_view, 5> text_dates{"Not specified", "unclear, 05/23", "until 4/6/2023",
                                                     "Undisclosed", "."};

std::vector<TrackerDonor> make_donors(const TrackerShape& shape) {
    std::vector<TrackerDonor> donors{{"Austria", "AT", true},
                                     {"Belgium", "BE", true},
                                     {"Bulgaria", "BG", true},
                                     {"Croatia", "HR", true},
                                     {"Cyprus", "CY", true},
                                     {"Denmark", "DK", true},
                                     {"Estonia", "EE", true},
                                     {"Finland", "FI", true},
                                     {"France", "FR", true},
                                     {"Germany", "DE", true},
                                     {"Greece", "GR", true},
                                     {"Hungary", "HU", true},
                                     {"Ireland", "IE", true},
                                     {"Italy", "IT", true},
                                     {"Latvia", "LV", true},
                                     {"Lithuania", "LT", true},
                                     {"Luxembourg", "LU", true},
                                     {"Malta", "MT", true},
                                     {"Netherlands", "NL", true},
                                     {"Poland", "PL", true},
                                     {"Portugal", "PT", true},
                                     {"Romania", "RO", true},
                                     {"Slovakia", "SK", true},
                                     {"Slovenia", "SI", true},
                                     {"Spain", "ES", true},
                                     {"Sweden", "SE", true},
                                     {"Czech Republic", "CZ", true},
                                     {"United States", "US", false},
                                     {"United Kingdom", "GB", false},
                                     {"Canada", "CA", false},
                                     {"Australia", "AU", false},
                                     {"New Zealand", "NZ", false},
                                     {"Japan", "JP", false},
                                     {"South Korea", "KR", false},
                                     {"Norway", "NO", false},
                                     {"Switzerland", "CH", false},
                                     {"Turkey", "TR", false},
                                     {"Taiwan", "TW", false},
                                     {"India", "IN", false},
                                     {"China", "CN", false},
                                     {"EU (Commission and Council)", "EU", false},
                                     {"European Peace Facility", "EP", false},
                                     {"European Investment Bank", "EI", false}};
    if (shape.new_names) {
        donors[26].name = "Czechia";
        donors[36].name = "Turkiye";
        donors.push_back({"Iceland", "IS", false});
    }
    return donors;
}

std::vector<TrackerItem> make_items(Chance& chance) {
    static constexpr std::array<std::string_view, 5> types{"Heavy weapon", "Ammunition", "Weapon",
                                                           "Military equipment ", "Portable defence system"};
    std::vector<TrackerItem> items{{".", ".", ".", 0}};
    for (int number = 1; number <= 600; ++number) {
        items.push_back({fmt::format("{}-{}", chance.prose(9), number), std::string(chance.of(types)),
                         chance.prose(10), chance.one_in(8) ? 0 : 100 + chance.below(2'000'000)});
    }
    return items;
}

class Maker {
public:
    Maker(const TrackerShape& shape, std::uint32_t seed) : m_shape(shape), m_chance(seed) {
        m_made.donors = make_donors(shape);
        m_made.items = make_items(m_chance);
        for (const auto& column : shape.columns) {
            m_marks = m_marks || column.content == Content::month_mark;
        }
    }

    TrackerLedger make(unsigned rows) {
        while (m_made.rows.size() < rows) {
            add_package(rows - m_made.rows.size());
        }
        for (const auto& row : m_made.rows) {
            count(row);
        }
        m_made.truth.rows = m_made.rows.size();
        return std::move(m_made);
    }

private:
    void add_package(std::size_t most);
    void spoil(TrackerRow& row);
    void count(const TrackerRow& row);
    void count_month(const TrackerRow& row, Cents amount);
    void add_goods(TrackerRow& row);
    void add_date(TrackerRow& row);
    void add_money(TrackerRow& row);

    const TrackerShape& m_shape;
    Chance m_chance;
    TrackerLedger m_made;
    std::map<std::string, int> m_numbers;
    bool m_marks = false;  // the ledger has a mark beside the month
};

// A package of one to a dozen rows; where there are parts, about every third row begins one.
void Maker::add_package(std::size_t most) {
    TrackerRow row;
    row.donor = static_cast<std::size_t>(m_chance.below(static_cast<int>(m_made.donors.size())));
    const auto& donor = m_made.donors[row.donor];
    row.donor_text = donor.name;
    row.kind = m_chance.of(std::array{kinds[0], kinds[0], kinds[0], kinds[1], kinds[2]});
    row.kind_text = row.kind;
    row.measure = !m_shape.allocations ? "" : m_chance.one_in(20) ? "Commitment" : "Allocation";
    row.measure_text = row.measure;
    row.specific = m_chance.one_in(3) ? "Military equipment " : row.kind == "Financial" ? "Loan" : "Weapons";
    const auto stem = donor.prefix + row.kind.substr(0, 1);
    row.package = fmt::format("{}{}", stem, ++m_numbers[stem]);
    row.valued = !m_chance.one_in(9);
    row.explanation = m_chance.prose(100 + m_chance.below(1400));
    add_date(row);
    const auto lines = std::min<std::size_t>(
        most, m_chance.one_in(2) ? 1 : 2 + static_cast<std::size_t>(m_chance.below(12)));
    int part = 0;
    for (std::size_t line = 0; line < lines; ++line) {
        auto made = row;
        made.first_of_package = line == 0;
        made.first_of_part = line == 0 || (m_shape.parts && m_chance.one_in(3));
        part += made.first_of_part ? 1 : 0;
        made.part = fmt::format("{}_{}", row.package, part);
        made.explanation = made.first_of_part ? row.explanation : row.explanation + m_chance.prose(90);
        add_goods(made);
        add_money(made);
        spoil(made);
        m_made.rows.push_back(std::move(made));
    }
    ++m_made.truth.packages;
}

void Maker::add_date(TrackerRow& row) {
    row.month = 1 + m_chance.below(m_shape.months);
    row.day = day_of_month(row.month, 1 + m_chance.below(28));
    if (row.month == 1) {
        row.day = day_of_month(1, 24 + m_chance.below(4));  // the tracker begins on 24 January 2022
    }
    if (m_chance.one_in(40)) {
        row.day = 0;
        row.day_text = m_chance.of(text_dates);
        row.month = 0;
        row.month_mark = m_marks ? 0 : 1;
    }
}

void Maker::add_goods(TrackerRow& row) {
    row.units = row.units_delivered = ".";
    if (row.kind != "Military" || m_chance.one_in(4)) {
        return;
    }
    row.item = 1 + static_cast<std::size_t>(m_chance.below(static_cast<int>(m_made.items.size()) - 1));
    const int units = 1 + m_chance.below(500);
    row.units = m_chance.one_in(5) ? "undisclosed" : std::to_string(units);
    row.units_delivered = m_chance.one_in(3) ? "." : std::to_string(m_chance.below(units + 1));
}

// Of a package all of whose money is allocated, some is moved between its parts before it is published.
void Maker::add_money(TrackerRow& row) {
    if (!row.valued) {
        return;
    }
    const auto amount = [&] {
        return (1 + static_cast<Cents>(m_chance.below(1'000'000'000))) * (m_chance.one_in(30) ? 100 : 1);
    };
    if (row.first_of_package) {
        row.commitment = amount();
        row.delivery = m_chance.one_in(3) ? amount() / 4 : 0;
    }
    if (m_shape.allocations && row.first_of_part) {
        row.allocation = amount();
        row.allocation_raw = m_chance.one_in(30) ? amount() : row.allocation;
    }
}

// What releases have of odd rows. Each is counted, so that the reader's findings can be held against it.
void Maker::spoil(TrackerRow& row) {
    if (m_chance.one_in(700)) {
        row.kind.clear();
        row.kind_text = m_chance.one_in(2) ? "." : "";
    } else if (m_chance.one_in(150)) {
        row.kind_text += " ";
    }
    if (m_shape.allocations && m_chance.one_in(700)) {
        row.measure.clear();
        row.measure_text = m_chance.one_in(2) ? "Pledge" : "";
    }
    if (m_chance.one_in(300)) {
        row.donor_text += " ";
    }
    if (row.first_of_package && row.valued && m_chance.one_in(200)) {
        row.commitment = -row.commitment;
        row.allocation = -row.allocation;
    }
    if (row.day != 0 && m_chance.one_in(120)) {
        row.month = 1 + (row.month + m_chance.below(m_shape.months - 1)) % m_shape.months;
    }
    if (m_marks && row.day != 0 && m_chance.one_in(200)) {
        row.month_mark = m_chance.one_in(2) ? 0 : 1;
        row.month = m_chance.one_in(2) ? 0 : row.month;
    }
}

void Maker::count(const TrackerRow& row) {
    auto& truth = m_made.truth;
    truth.without_kind += row.kind.empty() ? 1U : 0U;
    const bool allocated = row.measure == "Allocation";
    if (m_shape.allocations && row.measure.empty()) {
        ++truth.without_measure;
        truth.allocated_without_measure += row.allocation;
    }
    truth.negative += (row.commitment < 0 ? 1U : 0U) + (allocated && row.allocation < 0 ? 1U : 0U);
    const auto& donor = m_made.donors[row.donor].name;
    if (!row.kind.empty()) {
        truth.sums[{donor, row.kind, "commitment"}] += row.commitment;
        truth.sums[{donor, row.kind, "delivery"}] += row.delivery;
        truth.sums[{donor, row.kind, "allocation"}] += allocated ? row.allocation : 0;
        count_month(row, allocated ? row.allocation : 0);
    }
    truth.undated += row.month == 0 || row.month_mark == 0 ? 1U : 0U;
    const bool coded = row.month != 0 && row.month_mark != 0;
    truth.month_differs += coded && row.day != 0 && month_of_day(row.day) != row.month ? 1U : 0U;
    truth.marked_without_month += m_marks && row.month == 0 && row.month_mark != 0 ? 1U : 0U;
    truth.month_marked_unknown += row.month != 0 && row.month_mark == 0 ? 1U : 0U;
}

void Maker::count_month(const TrackerRow& row, Cents allocated) {
    const int month = row.month_mark == 0 ? 0 : row.month;
    m_made.truth.by_month[{"commitment", row.kind, month}] += row.commitment;
    m_made.truth.by_month[{"allocation", row.kind, month}] += allocated;
}

}  // namespace

int day_of_month(int month, int day) {
    const auto year = std::chrono::year{2022 + (month - 1) / 12};
    const sys_days date{year / std::chrono::month{static_cast<unsigned>((month - 1) % 12 + 1)} /
                        std::chrono::day{static_cast<unsigned>(day)}};
    return static_cast<int>((date - day_zero).count());
}

int month_of_day(int day) {
    const std::chrono::year_month_day date{day_zero + std::chrono::days{day}};
    return (static_cast<int>(date.year()) - 2022) * 12 +
           static_cast<int>(static_cast<unsigned>(date.month()));
}

TrackerLedger make_ledger(const TrackerShape& shape, unsigned rows, std::uint32_t seed) {
    return Maker(shape, seed).make(rows);
}

}  // namespace pledgebook::test_support
