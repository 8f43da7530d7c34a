// What an import took in: counts, sums, cells, findings.
#pragma once

#include "core/finding.hpp"
#include "core/release.hpp"
#include "render/look.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace pledgebook::render {

struct ImportSum {
    Channel channel = Channel::bilateral;
    Measure measure = Measure::commitment;
    std::map<Kind, Euros> kinds;
    Euros unsplit;               // that the source gives for all kinds together
    std::uint64_t packages = 0;  // or observations, that carry an amount
    Euros euros;                 // of all
};

struct ImportReport {
    enum class State { added, already_there, tried };  // tried: read, but by wish not kept

    State state = State::added;
    Release release;
    std::string what;                             // what was recognised
    std::map<Channel, std::uint64_t> packages;    // distinct ones
    std::map<Channel, std::uint64_t> rows;        // entries
    std::map<Given, std::uint64_t> without;       // bilateral packages without a value, by what is said
    std::uint64_t valued = 0;                     // bilateral packages with one
    std::vector<ImportSum> sums;                  // by channel and measure
    std::map<std::string, std::uint64_t> others;  // "rates of the release" -> 17, and the like
    std::optional<Period> days;                   // of day rates
    std::vector<std::string> currencies;          // of day rates
    CellCount cells;
    std::vector<Finding> findings;  // worst first
};

// `most`: of the findings, 0 for all. Spelled out, the cells set aside are told by sheet.
std::string text(const ImportReport& report, std::size_t most, const Look& look);
std::string json(const ImportReport& report);

// "wrong", "odd", "note"
std::string_view to_string(Finding::Weight weight);
std::string text(const Finding& finding, const Look& look);

}  // namespace pledgebook::render
