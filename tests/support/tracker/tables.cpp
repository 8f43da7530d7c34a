// The published tables beside the ledger: sums over it as formulas, with their results.
#include "support/tracker/chance.hpp"
#include "support/tracker/sheets.hpp"

#include <fmt/format.h>

#include <array>

namespace pledgebook::test_support {

namespace {

constexpr std::array<std::string_view, 3> kinds{"Financial", "Humanitarian", "Military"};
constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

std::string measure_word(std::string_view measure) {
    return measure == "Commitment" ? "commitment" : "allocation";
}

Cents sum_of(const TrackerTruth& truth, const std::string& donor, std::string_view kind,
             const std::string& measure) {
    Cents sum = 0;
    for (const auto each : kinds) {
        const auto found = kind.empty() || kind == each ? truth.sums.find({donor, std::string(each), measure})
                                                        : truth.sums.end();
        sum += found == truth.sums.end() ? 0 : found->second;
    }
    return sum;
}

// SUMIFS over the ledger: the money of a donor (the cell $B of the row), of a kind and a month where given.
std::string sumifs(const TrackerShape& shape, std::string_view measure, unsigned row, std::string_view kind,
                   int month) {
    const bool allocation = measure != "Commitment";
    auto formula = fmt::format("SUMIFS({},{},$B{}",
                               ledger_range(shape, allocation ? Content::allocation : Content::commitment),
                               ledger_range(shape, Content::donor), row);
    if (!kind.empty()) {
        formula += fmt::format(",{},\"{}\"", ledger_range(shape, Content::kind), kind);
    }
    if (allocation) {
        formula += fmt::format(",{},\"Allocation\"", ledger_range(shape, Content::measure));
    }
    if (month > 0) {
        formula += fmt::format(",{},{}", ledger_range(shape, Content::month), month);
    }
    return formula + ")/1000000000";
}

std::string month_label(int month) {
    const auto name = months.at(static_cast<std::size_t>((month - 1) % 12));
    return month > 1 && month % 12 == 1 ? fmt::format("{} ({})", name, 2022 + (month - 1) / 12)
                                        : std::string(name);
}

// 34 columns from B on: header and unit.
using Header = std::pair<std::string_view, std::string_view>;
constexpr std::array<Header, 34> summary{{{"Country", ""},
                                          {"EU member", ""},
                                          {"Geographic Europe", ""},
                                          {"Financial allocations", "€ billion"},
                                          {"Humanitarian allocations", "€ billion"},
                                          {"Military allocations", "€ billion"},
                                          {"Total bilateral allocations", "€ billion"},
                                          {"Financial commitments", "€ billion"},
                                          {"Humanitarian commitments", "€ billion"},
                                          {"Military commitments", "€ billion"},
                                          {"Total bilateral commitments", "€ billion"},
                                          {"GDP (2021)", "US$ billion"},
                                          {"GDP (2021)", "€ billion"},
                                          {"Total bilateral commitments", "% GDP"},
                                          {"Total bilateral allocations", "% GDP"},
                                          {"Share in EU commitments", "€ billion"},
                                          {"Share in EIB commitments", "€ billion"},
                                          {"Share in total EU commitments", "€ billion"},
                                          {"Share in total EU commitments", "% GDP"},
                                          {"Total bilateral and EU commitments", "€ billion"},
                                          {"Total bilateral and EU commitments", "% GDP"},
                                          {"Weapons and equipment", "€ billion"},
                                          {"Money for weapons", "€ billion"},
                                          {"Short-term financial commitments", "€ billion"},
                                          {"Short-term humanitarian commitments", "€ billion"},
                                          {"Short-term military commitments", "€ billion"},
                                          {"Total short-term commitments", "€ billion"},
                                          {"Total short-term commitments", "% GDP"},
                                          {"Share in EU allocations", "€ billion"},
                                          {"Share in EIB allocations", "€ billion"},
                                          {"Share in total EU allocations", "€ billion"},
                                          {"Share in total EU allocations", "% GDP"},
                                          {"Total bilateral and EU allocations", "€ billion"},
                                          {"Total bilateral and EU allocations", "% GDP"}}};

void write_summary_row(const TrackerSheets& sheets, std::size_t donor, unsigned row, SheetXml& xml) {
    const auto& who = sheets.ledger.donors[donor];
    Chance chance(static_cast<std::uint32_t>(donor));
    xml.row(row);
    xml.text(2, who.name);
    xml.number(3, who.eu ? 1 : 0);
    xml.number(4, who.eu ? 1 : 0);
    for (unsigned at = 0; at < 8; ++at) {
        const std::string_view kind = at % 4 == 3 ? std::string_view{} : kinds.at(at % 4);
        const std::string_view measure = at < 4 ? "Allocation" : "Commitment";
        const auto value = billions(sum_of(sheets.ledger.truth, who.name, kind, measure_word(measure)));
        if (at % 4 == 3) {
            xml.formula(5 + at,
                        fmt::format("SUM({}{}:{}{})", column_name(2 + at), row, column_name(4 + at), row),
                        value);
        } else {
            xml.formula(5 + at, sumifs(sheets.shape, measure, row, kind, 0), value);
        }
    }
    for (unsigned at = 11; at < summary.size(); ++at) {
        xml.formula(2 + at, fmt::format("L{0}/M{0}*{1}", row, at),
                    fmt::format("{}.{:06}", chance.below(30), chance.below(1'000'000)));
    }
}

}  // namespace

void write_summary(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml) {
    xml.row(2);
    xml.text(2, sheet.dollars ? "Country Summary, US$" : "Country Summary, €");
    xml.row(sheet.header_row);
    for (unsigned at = 0; at < summary.size(); ++at) {
        xml.text(2 + at, std::string(summary[at].first));
    }
    xml.row(sheet.header_row + 1);
    for (unsigned at = 0; at < summary.size(); ++at) {
        if (!summary[at].second.empty()) {
            const bool euro = summary[at].second == "€ billion";
            xml.text(2 + at,
                     euro && sheet.dollars && at < 11 ? "$ billion" : std::string(summary[at].second));
        }
    }
    auto row = sheet.header_row + 1;
    for (std::size_t donor = 0; donor < sheets.ledger.donors.size(); ++donor) {
        write_summary_row(sheets, donor, ++row, xml);
    }
    xml.row(++row);
    xml.text(2, "Total");
    for (unsigned at = 3; at < summary.size(); ++at) {
        const auto letter = column_name(2 + at);
        xml.formula(2 + at, fmt::format("SUM({0}{1}:{0}{2})", letter, sheet.header_row + 2, row - 1), "1.5");
    }
}

void write_by_month(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml) {
    Chance chance(static_cast<std::uint32_t>(sheet.name.size()));
    xml.row(2);
    xml.text(2, sheet.name);
    xml.row(sheet.header_row - 1);
    for (int month = 1; month <= sheets.shape.months; ++month) {
        xml.text(static_cast<unsigned>(2 + month), month_label(month));
    }
    xml.row(sheet.header_row);
    xml.text(2, "Country");
    for (int month = 1; month <= sheets.shape.months; ++month) {
        xml.number(static_cast<unsigned>(2 + month), month);
    }
    auto row = sheet.header_row;
    for (const auto& donor : sheets.ledger.donors) {
        xml.row(++row);
        xml.text(2, donor.name);
        for (int month = 1; month <= sheets.shape.months; ++month) {
            xml.formula(
                static_cast<unsigned>(2 + month), sumifs(sheets.shape, sheet.measure, row, sheet.kind, month),
                chance.one_in(2)
                    ? "0"
                    : fmt::format("0.{:08}{:08}", chance.below(100'000'000), chance.below(100'000'000)));
        }
    }
}

void write_by_type_and_month(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml) {
    static constexpr std::array<std::string_view, 5> headers{"Month", "Military", "Humanitarian", "Financial",
                                                             "Total"};
    const auto measure = measure_word(sheet.measure);
    xml.row(2);
    xml.text(2, sheet.name);
    xml.row(sheet.header_row);
    for (unsigned at = 0; at < headers.size(); ++at) {
        xml.text(2 + at, std::string(headers[at]));
    }
    auto row = sheet.header_row;
    for (int month = 1; month <= sheets.shape.months; ++month) {
        xml.row(++row);
        xml.text(2, month_label(month));
        Cents total = 0;
        for (unsigned at = 1; at <= 3; ++at) {
            const auto found = sheets.ledger.truth.by_month.find({measure, std::string(headers[at]), month});
            const auto cents = found == sheets.ledger.truth.by_month.end() ? 0 : found->second;
            total += cents;
            xml.formula(2 + at, sumifs(sheets.shape, sheet.measure, row, headers[at], month),
                        billions(cents));
        }
        xml.formula(6, fmt::format("SUM(C{0}:E{0})", row), billions(total));
    }
}

void write_ranking(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml) {
    static constexpr std::array<std::string_view, 5> headers{"Country", "Financial", "Humanitarian",
                                                             "Military", "Total"};
    const auto measure = measure_word(sheet.measure);
    xml.row(2);
    xml.text(2, fmt::format("{} (€ billion)", sheet.name));
    xml.row(sheet.header_row);
    for (unsigned at = 0; at < headers.size(); ++at) {
        xml.text(2 + at, std::string(headers[at]));
    }
    auto row = sheet.header_row;
    for (const auto& donor : sheets.ledger.donors) {
        xml.row(++row);
        xml.text(2, donor.name);
        for (unsigned at = 1; at <= 3; ++at) {
            xml.formula(2 + at, fmt::format("VLOOKUP($B{},'Country Summary (€)'!$B:$AI,{},0)", row, 3 + at),
                        billions(sum_of(sheets.ledger.truth, donor.name, headers[at], measure)));
        }
        xml.formula(6, fmt::format("SUM(C{0}:E{0})", row),
                    billions(sum_of(sheets.ledger.truth, donor.name, {}, measure)));
    }
}

void write_disbursements(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml) {
    Chance chance(13);
    xml.row(2);
    xml.text(2, "Financial disbursements per month (€ billion)");
    xml.row(sheet.header_row - 1);
    for (int month = 1; month <= sheets.shape.months; ++month) {
        xml.text(static_cast<unsigned>(2 + month), month_label(month));
    }
    xml.row(sheet.header_row);
    xml.text(2, "Country");
    xml.text(static_cast<unsigned>(3 + sheets.shape.months), "Total");
    auto row = sheet.header_row;
    for (const auto& donor : sheets.ledger.donors) {
        xml.row(++row);
        xml.text(2, donor.name);
        if (chance.one_in(3)) {
            xml.text(3, "No budget support");
            continue;
        }
        for (int month = 1; month <= sheets.shape.months; ++month) {
            xml.number(static_cast<unsigned>(2 + month),
                       chance.one_in(4) ? fmt::format("0.{:06}", chance.below(1'000'000)) : "0");
        }
    }
}

void write_shares(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml) {
    static constexpr std::array<std::string_view, 5> headers{
        "Country", "Contribution to EU budget (€ million)", "Country Share on total EU budget",
        "Share of EU Committed aid (€ billion)", "Share of EU Allocated aid (€ billion)"};
    Chance chance(21);
    xml.row(2);
    xml.text(2, sheet.name);
    xml.row(sheet.header_row);
    for (unsigned at = 0; at < headers.size(); ++at) {
        xml.text(2 + at, std::string(headers[at]));
    }
    auto row = sheet.header_row;
    for (const auto& donor : sheets.ledger.donors) {
        if (donor.eu) {
            xml.row(++row);
            xml.text(2, donor.name);
            xml.number(3, fmt::format("{}.{}", chance.below(30'000), chance.below(10)));
            xml.formula(4, fmt::format("C{}/C$40", row), fmt::format("0.{:06}", chance.below(200'000)));
            xml.formula(5, fmt::format("D{}*'Country Summary (€)'!$L$50", row),
                        fmt::format("{}.{:04}", chance.below(20), chance.below(10'000)));
            xml.formula(6, fmt::format("D{}*'Country Summary (€)'!$H$50", row),
                        fmt::format("{}.{:04}", chance.below(20), chance.below(10'000)));
        }
    }
}

}  // namespace pledgebook::test_support
