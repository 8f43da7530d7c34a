// The sheets of a made workbook, each by its layout.
#pragma once

#include "support/tracker/ledger.hpp"
#include "support/tracker/sheet_xml.hpp"

namespace pledgebook::test_support {

struct TrackerSheets {
    const TrackerShape& shape;
    const TrackerLedger& ledger;
    StringTable& strings;
};

// The sheet's part and that of its relationships.
std::pair<std::string, std::string> tracker_sheet_xml(const TrackerSheets& sheets, const SheetShape& sheet);

// Where the ledger's columns stand: "$R:$R" with the sheet before it; the first one of that content.
std::string ledger_range(const TrackerShape& shape, Content content);
std::string billions(Cents cents);  // exact: "0.12345678901"
std::string euros(Cents cents);     // "123.45"

void write_ledger(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml);
void write_prose(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml);
void write_summary(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml);
void write_by_month(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml);
void write_by_type_and_month(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml);
void write_ranking(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml);
void write_disbursements(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml);
void write_shares(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml);
void write_rates(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml);
void write_rates_series(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml);
void write_prices(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml);
void write_weapons(const TrackerSheets& sheets, const SheetShape& sheet, SheetXml& xml);

}  // namespace pledgebook::test_support
