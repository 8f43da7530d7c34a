// The rows of a made ledger and what they truly add up to, by the same seed always the same.
#pragma once

#include "support/tracker/shape.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace pledgebook::test_support {

using Cents = std::int64_t;  // hundredths of a euro

struct TrackerDonor {
    std::string name;
    std::string prefix;  // of its packages: "DE"
    bool eu = false;
};

struct TrackerRow {
    std::size_t donor = 0;
    std::string donor_text;  // as the cell has it, blanks and all
    std::string kind;        // as it truly is; empty: none that is valid
    std::string kind_text;   // as the cell has it
    std::string measure;     // likewise
    std::string measure_text;
    std::string specific;
    std::string package;
    std::string part;
    bool first_of_package = false;
    bool first_of_part = false;
    int day = 0;  // as a spreadsheet counts days; 0: a text stands there
    std::string day_text;
    int month = 0;  // as coded; 0: unknown
    int month_mark = 1;
    std::size_t item = 0;  // place in the price list; 0: none
    std::string units;     // or a word in its place
    std::string units_delivered;
    bool valued = false;   // else the release says that no value is given
    Cents commitment = 0;  // on the first row of a package
    Cents allocation = 0;  // on the first row of a part
    Cents allocation_raw = 0;
    Cents delivery = 0;
    std::string explanation;
};

// What an importer must find. The sums are of rows with a valid kind; measures are those of the core.
struct TrackerTruth {
    std::map<std::tuple<std::string, std::string, std::string>, Cents> sums;  // donor's name, kind, measure
    std::map<std::tuple<std::string, std::string, int>, Cents> by_month;      // measure, kind, month
    std::size_t rows = 0;
    std::size_t packages = 0;
    std::size_t without_kind = 0;
    std::size_t without_measure = 0;
    Cents allocated_without_measure = 0;
    std::size_t negative = 0;
    std::size_t undated = 0;        // month 0 or marked as unknown
    std::size_t month_differs = 0;  // dated, and coded with another month
    std::size_t marked_without_month = 0;
    std::size_t month_marked_unknown = 0;
};

struct TrackerItem {
    std::string name;
    std::string type;
    std::string sub_type;
    int price_usd = 0;  // 0: no price
};

struct TrackerLedger {
    std::vector<TrackerDonor> donors;
    std::vector<TrackerItem> items;  // the first one is the line without a name
    std::vector<TrackerRow> rows;
    TrackerTruth truth;
};

TrackerLedger make_ledger(const TrackerShape& shape, unsigned rows, std::uint32_t seed);

// The month (1 is January 2022) and the calendar's words of a day as a spreadsheet counts it.
int month_of_day(int day);
int day_of_month(int month, int day);  // the day of the month is from 1 to 28

}  // namespace pledgebook::test_support
