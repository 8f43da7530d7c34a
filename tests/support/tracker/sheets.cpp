#include "support/tracker/sheets.hpp"

#include "support/tracker/chance.hpp"

#include <fmt/format.h>

#include <array>

namespace pledgebook::test_support {

namespace {

using Write = void (*)(const TrackerSheets&, const SheetShape&, SheetXml&);

Write writer_of(Layout layout) {
    switch (layout) {
        case Layout::ledger:
            return write_ledger;
        case Layout::country_summary:
            return write_summary;
        case Layout::by_month:
            return write_by_month;
        case Layout::by_type_and_month:
            return write_by_type_and_month;
        case Layout::ranking:
            return write_ranking;
        case Layout::disbursements:
            return write_disbursements;
        case Layout::aid_shares:
            return write_shares;
        case Layout::rates:
            return write_rates;
        case Layout::rates_series:
            return write_rates_series;
        case Layout::prices:
            return write_prices;
        case Layout::weapons:
            return write_weapons;
        case Layout::readme:
        case Layout::updates:
        case Layout::notes:
            break;
    }
    return write_prose;
}

}  // namespace

std::pair<std::string, std::string> tracker_sheet_xml(const TrackerSheets& sheets, const SheetShape& sheet) {
    SheetXml xml(sheets.strings);
    writer_of(sheet.layout)(sheets, sheet, xml);
    return {xml.take(), xml.relationships()};
}

std::string ledger_range(const TrackerShape& shape, Content content) {
    for (unsigned at = 0; at < shape.columns.size(); ++at) {
        if (shape.columns[at].content == content) {
            const auto letters = column_name(shape.first_column + at);
            return fmt::format("'Bilateral Assistance, MAIN DATA'!${0}:${0}", letters);
        }
    }
    return "'Bilateral Assistance, MAIN DATA'!$A:$A";
}

std::string euros(Cents cents) {
    const auto whole = cents < 0 ? -cents : cents;
    return fmt::format("{}{}.{:02}", cents < 0 ? "-" : "", whole / 100, whole % 100);
}

std::string billions(Cents cents) {
    constexpr Cents billion = 100'000'000'000;
    const auto whole = cents < 0 ? -cents : cents;
    return fmt::format("{}{}.{:011}", cents < 0 ? "-" : "", whole / billion, whole % billion);
}

void write_prose(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml) {
    const auto& shape = sheets.shape;
    Chance chance(static_cast<std::uint32_t>(sheet.name.size()));
    xml.row(2);
    if (sheet.layout == Layout::readme) {
        xml.text(2, fmt::format("Ukraine Support Tracker, Release {} (covering January 24, 2022 to {})",
                                shape.name, shape.cutoff));
    } else if (sheet.layout == Layout::updates) {
        xml.text(2, fmt::format("Release {} (until {})", shape.name, shape.cutoff));
    } else {
        xml.text(2, sheet.name);
    }
    for (unsigned line = 4; line < 24; ++line) {
        xml.row(line);
        xml.text(2, chance.prose(60 + chance.below(400)));
    }
}

void write_rates(const TrackerSheets& /*sheets*/, const SheetShape& sheet, SheetXml& xml) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 17> rates{{{"EUR", "1"},
                                                                                          {"USD", "1.0846"},
                                                                                          {"CAD", "1.4712"},
                                                                                          {"GBP", "0.8532"},
                                                                                          {"PLN", "4.3215"},
                                                                                          {"RON", "4.9744"},
                                                                                          {"SEK", "11.2312"},
                                                                                          {"CZK", "25.123"},
                                                                                          {"DKK", "7.4591"},
                                                                                          {"AUD", "1.6432"},
                                                                                          {"NOK", "11.4523"},
                                                                                          {"CHF", "0.9612"},
                                                                                          {"NZD", "1.7723"},
                                                                                          {"HUF", "389.42"},
                                                                                          {"CNY", "7.7812"},
                                                                                          {"TWD", "34.912"},
                                                                                          {"JPY", "162.45"}}};
    xml.row(sheet.header_row);
    xml.text(2, "Currency");
    xml.text(3, "1 EUR");
    auto row = sheet.header_row;
    for (const auto& [currency, rate] : rates) {
        xml.row(++row);
        xml.text(2, std::string(currency));
        xml.number(3, rate);
    }
}

void write_rates_series(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml) {
    static constexpr std::array<std::string_view, 16> currencies{"USD", "CAD", "GBP", "PLN", "RON", "SEK",
                                                                 "CZK", "DKK", "AUD", "NOK", "CHF", "NZD",
                                                                 "HUF", "CNY", "TWD", "JPY"};
    Chance chance(5);
    xml.row(sheet.header_row);
    xml.text(1, "Date");
    for (unsigned at = 0; at < currencies.size(); ++at) {
        xml.text(2 + at, std::string(currencies[at]));
    }
    const int first = day_of_month(1, 3);
    const int last = day_of_month(sheets.shape.months, 28);
    auto row = sheet.header_row;
    for (int day = first; day <= last; ++day) {
        xml.row(++row);
        xml.day(1, day);
        for (unsigned at = 0; at < currencies.size(); ++at) {
            xml.number(2 + at, fmt::format("{}.{:04}", 1 + at, chance.below(10'000)));
        }
    }
}

void write_prices(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml) {
    static constexpr std::array<std::string_view, 10> headers{
        "Item",       "Type of item ", "Sub-type of item", "Soviet origin (1)", "Heavy weapon",
        "Unit Price", "Currency",      "Source",           "Source category",   "Notes"};
    Chance chance(9);
    xml.row(sheet.header_row);
    for (unsigned at = 0; at < headers.size(); ++at) {
        xml.text(1 + at, std::string(headers[at]));
    }
    auto row = sheet.header_row;
    for (const auto& item : sheets.ledger.items) {
        xml.row(++row);
        xml.text(1, item.name);
        xml.text(2, item.type);
        xml.text(3, item.sub_type);
        xml.formula(5, fmt::format("IF(B{}=\"Heavy weapon\",1,0)", row),
                    item.type == "Heavy weapon" ? "1" : "0");
        item.price_usd == 0 ? xml.text(6, ".") : xml.number(6, item.price_usd);
        xml.text(7, item.price_usd == 0 ? "." : "USD");
        xml.text(8, fmt::format("https://prices.example/{}", chance.prose(20)));
    }
}

void write_weapons(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml) {
    const auto units = ledger_range(sheets.shape, Content::units);
    const auto items = ledger_range(sheets.shape, Content::item);
    const auto donors = ledger_range(sheets.shape, Content::donor);
    Chance chance(static_cast<std::uint32_t>(sheet.name.size()));
    xml.row(sheet.header_row);
    xml.text(1, "Item");
    for (unsigned at = 0; at < sheets.ledger.donors.size(); ++at) {
        xml.text(2 + at, sheets.ledger.donors[at].name);
    }
    // A small ledger has a small table of weapons.
    const auto most_items = sheets.ledger.rows.size() / 9;
    auto row = sheet.header_row;
    for (std::size_t item = 1; item < sheets.ledger.items.size() && item <= most_items; ++item) {
        xml.row(++row);
        xml.text(1, sheets.ledger.items[item].name);
        for (unsigned at = 0; at < sheets.ledger.donors.size(); ++at) {
            xml.formula(
                2 + at,
                fmt::format("SUMIFS({},{},$A{},{},{}$1)", units, items, row, donors, column_name(2 + at)),
                std::to_string(chance.below(90)));
        }
    }
}

}  // namespace pledgebook::test_support
