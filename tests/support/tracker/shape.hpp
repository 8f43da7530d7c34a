// The shapes of the tracker's workbooks over the releases: which sheets there are, where their headers stand,
// and the columns of the ledger. Data for the writer of whole workbooks (tracker.hpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::test_support {

// What the cells of a ledger's column hold, whatever the release calls it.
enum class Content {
    package,
    part,
    donor,
    day,
    kind,
    specific,
    explanation,
    currency,
    source_value,
    item,
    item_type,
    item_sub_type,
    soviet,
    units,
    units_delivered,
    price,
    value_committed,  // units times price, a formula
    value_delivered,
    total,
    commitment,
    allocation_raw,
    allocation,  // redistributed
    delivery,
    measure,
    official,
    link,
    link_rarely,
    via_bank,
    updated,
    first_row,
    value_source,
    month_mark,
    month,
    before_war,
    year,
    loan_term,
    looked_up,  // from the price list, a formula
    mark,       // 0 or 1, a formula
    check,      // a percentage, a formula
    remark,     // a few words, in half of the rows
    dot,        // nothing but the tracker's sign for it
    empty,
};

struct LedgerColumn {
    std::string_view header;
    Content content = Content::empty;
};

enum class Layout {
    readme,
    updates,
    ledger,
    country_summary,
    by_month,           // donors by months
    by_type_and_month,  // months by kinds
    ranking,            // donors by kinds
    disbursements,
    aid_shares,
    rates,
    rates_series,
    prices,
    weapons,  // items by donors
    notes,
};

struct SheetShape {
    std::string name;
    Layout layout = Layout::notes;
    unsigned header_row = 1;
    std::string_view kind = {};     // "Military"; empty: all
    std::string_view measure = {};  // "Allocation" or "Commitment"
    bool dollars = false;
};

struct TrackerShape {
    std::string name;    // "28"
    std::string cutoff;  // "February 28, 2026", as the ReadMe says it
    int months = 0;      // from January 2022 on
    unsigned rows = 0;   // of the ledger, at true size
    unsigned ledger_header_row = 1;
    unsigned first_column = 1;
    bool parts = false;  // packages have parts, and allocations stand on them
    bool allocations = false;
    bool new_names = false;  // Czechia and Turkiye; Iceland is there
    std::vector<LedgerColumn> columns;
    std::vector<SheetShape> sheets;
};

// 13, 19, 21, 25, 28 or 30. Throws std::invalid_argument where there is no such shape.
TrackerShape tracker_shape(std::string_view name);
const std::vector<std::string_view>& tracker_shape_names();

}  // namespace pledgebook::test_support
