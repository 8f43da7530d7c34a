// The ledger as a source gives it: entries (one item of one package) and observations (sums without entries).
#pragma once

#include "core/date.hpp"
#include "core/kinds.hpp"
#include "core/money.hpp"
#include "core/place.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pledgebook {

// What an entry states of one measure. An entry may carry several (a commitment and a delivery); they are
// separate numbers and never added. An entry that carries no value of a measure has no Value for it at all
// (the second item line of a package whose money stands on the first).
struct Value {
    Measure measure = Measure::commitment;
    Given given = Given::given;
    std::optional<Amount> amount;  // in the currency of the entry
    std::optional<Euros> euros;    // as the release converts it; this is what totals add up
    Place place;                   // the cell of the euro value

    bool operator==(const Value&) const = default;
};

// A number of goods: units or a price, or why there is none.
struct Quantity {
    Given given = Given::none;
    std::optional<Decimal> value;
    std::string text;  // as the source has it, where it is not a plain number

    bool operator==(const Quantity&) const = default;
};

struct Item {
    std::string name;          // key into the price list; empty where the entry names no item
    std::string type;          // "Heavy weapon"
    std::string sub_type;      // "155mm howitzer"
    Quantity units;            // promised
    Quantity units_delivered;  // arrived
    Quantity unit_price_usd;

    bool operator==(const Item&) const = default;
};

// The month by which a source's own series count an entry, where it codes one beside the date.
struct CodedMonth {
    bool coded = false;          // false: the source has no such code for the entry
    std::optional<Month> month;  // nothing where it is coded as unknown: in the totals, but in no series

    bool operator==(const CodedMonth&) const = default;
};

struct Entry {
    std::string package;     // the source's ID ("DEM1"), same on each entry of the package
    std::uint32_t line = 0;  // position within the package, from 1
    Channel channel = Channel::bilateral;
    std::string donor;       // code ("DEU"); empty where the name is not known (a finding says so)
    std::string donor_text;  // as the source writes it
    std::optional<Kind> kind;
    std::string kind_text;  // the source's finer type ("Weapons and equipment", "Loan")
    EntryDate announced;
    CodedMonth coded_month;
    std::string explanation;
    std::optional<Currency> currency;  // of the source's amounts
    Quantity source_value;      // "Monetary Value as Given by Source", in `currency`, of the whole package
    std::string value_source;   // how the value came about, as the release says
    std::vector<Value> values;  // at most one per measure
    Item item;
    std::vector<std::string> links;  // addresses and other citations, in the order of the columns
    Place place;                     // the row

    bool operator==(const Entry&) const = default;
};

// An amount that a source publishes only in sum.
struct Observation {
    std::string donor;
    std::string donor_text;
    Month month;
    std::optional<Kind> kind;  // nothing: all kinds together, not split by the source
    Measure measure = Measure::allocation;
    Euros euros;
    Place place;

    bool operator==(const Observation&) const = default;
};

}  // namespace pledgebook
