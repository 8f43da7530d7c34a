// The built-in figures as files of data/: how they are read and how `export builtin` writes them. Writing
// what was read gives the same bytes.
#pragma once

#include "core/release.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::store {

// One release of observations, and the rates and macro figures beside it.
struct BuiltInFigures {
    Release release;
    std::vector<Observation> observations;
    std::vector<DayRate> day_rates;
    std::vector<Macro> macro;
    std::string publisher;       // "Kiel Institute for the World Economy"
    std::string figures_source;  // a sentence for the head of each file, without its full stop
    std::string rates_source;
    std::string macro_source;
};

// The four files as bytes.
struct BuiltInFiles {
    std::string release;       // data/figures/release.tsv
    std::string observations;  // data/figures/observations.tsv
    std::string rates;         // data/rates.tsv
    std::string macro;         // data/macro.tsv
};

// Sorted, amounts in full with at most four decimals: the same figures give the same bytes. Throws Error
// where a text holds a tab or a line end, or where two observations, rates or figures are of the same.
BuiltInFiles write_builtin(const BuiltInFigures& figures);

// Throws Error (file and line) where a cell cannot be read.
BuiltInFigures read_builtin(const BuiltInFiles& files);

// The figures that are compiled in.
BuiltInFigures read_builtin();

// Parts of it, for those who need no more: the release and its observations, the rates, the macro figures.
BuiltInFigures read_release_files(std::string_view release, std::string_view observations);
std::vector<DayRate> read_rates_file(std::string_view bytes);
std::vector<Macro> read_macro_file(std::string_view bytes);

}  // namespace pledgebook::store
