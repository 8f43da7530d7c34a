// One published state of a source, and everything that is taken in with it.
#pragma once

#include "core/date.hpp"
#include "core/entry.hpp"
#include "core/finding.hpp"
#include "core/money.hpp"
#include "core/place.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace pledgebook {

struct Release {
    std::string id;      // "ust-7"; "ust-7.1" for the second content under that label. Given by the book.
    std::string series;  // "ust"; "ecb", "world-bank" for rates and macro figures
    std::string label;   // "7"
    std::string title;   // as the source names itself
    std::optional<Date> begins;     // first day covered
    std::optional<Date> cutoff;     // last day covered
    std::optional<Date> published;  // nothing where the source does not say
    std::string sha256;             // of the source (of a folder: of the list of its files' names and hashes)
    std::string file;               // name of the file or folder it came from, without its path
    std::string importer;           // which importer read it

    bool operator==(const Release&) const = default;
};

// A number that a release itself publishes in one of its tables.
struct Figure {
    std::string table;  // "country_summary"
    std::string row;    // code of the donor where the row is one ("DEU"), else the row's words
    std::string row_text;
    std::string column;   // header, trimmed
    std::string unit;     // "€ billion", "% GDP"; empty where the column has none
    std::string value;    // the number as written in the file, or the text
    std::string formula;  // without the equals sign; empty where the cell is typed
    Place place;

    bool operator==(const Figure&) const = default;
};

// A rate that a release itself uses.
struct ReleaseRate {
    Currency currency;
    Rate rate;
    Place place;

    bool operator==(const ReleaseRate&) const = default;
};

// A line of a release's price list.
struct Price {
    std::string item;
    std::string type;
    std::string sub_type;
    Quantity price;  // per unit, in `currency`
    std::optional<Currency> currency;
    std::string source;
    std::string source_kind;
    std::string notes;
    Place place;

    bool operator==(const Price&) const = default;
};

// A published reference rate of one day.
struct DayRate {
    Currency currency;
    Date day;
    Rate rate;

    auto operator<=>(const DayRate&) const = default;
};

// Gross domestic product or population of a donor.
struct Macro {
    enum class What { gdp, population };

    std::string donor;
    What what = What::gdp;
    int year = 0;
    Decimal value;                     // full units
    std::optional<Currency> currency;  // of a GDP
    Place place;

    bool operator==(const Macro&) const = default;
};

// Each cell that holds something is used or set aside for a stated reason: in == used + sum(set_aside).
struct CellCount {
    std::uint64_t in = 0;
    std::uint64_t used = 0;
    std::map<std::string, std::uint64_t> set_aside;  // reason -> cells

    bool operator==(const CellCount&) const = default;
};

// A text of the release that speaks about its data (a change log, notes), kept with its place.
struct Note {
    std::string text;
    Place place;
    std::vector<std::string> packages = {};  // that it names, of this release or an earlier one, each once
    std::vector<std::string> donors = {};    // codes of those that it names, each once

    bool operator==(const Note&) const = default;
};

// What an importer makes of one source. Everything is in the order of the source.
struct Intake {
    Release release;  // id, sha256 and file are filled in by the book
    std::vector<Entry> entries;
    std::vector<Observation> observations;
    std::vector<Figure> figures;
    std::vector<ReleaseRate> rates;
    std::vector<Price> prices;
    std::vector<DayRate> day_rates;
    std::vector<Macro> macro;
    std::vector<Note> notes;
    std::vector<Finding> findings;
    CellCount cells;
};

}  // namespace pledgebook
