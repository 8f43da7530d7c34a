// A table as a release publishes it: its rows and columns by their words, and which figure stands where.
#pragma once

#include "core/table.hpp"
#include "tables/column_words.hpp"
#include "tables/definition.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace pledgebook::tables {

struct LaidRow {
    std::string code;   // of a donor or group, "TOTAL" …; empty for other words
    std::string title;  // as published
    int repeated = 0;   // of rows with the same words, how many stand before it
};

struct LaidColumn {
    TableColumn column;
    const ColumnRule* rule = nullptr;  // nothing: there is none
    std::uint32_t number = 0;          // on the sheet; 0 where it is not published
    std::size_t formulas = 0;          // cells that hold one
    std::size_t typed = 0;             // cells that hold a number alone
    std::string usual_formula;         // in relative form; empty where most are typed
};

struct Layout {
    const Definition* definition = nullptr;
    std::string sheet;
    std::vector<LaidRow> rows;
    std::vector<LaidColumn> columns;
    std::map<std::pair<std::size_t, std::size_t>, const Figure*> figures;
    // Where rows and columns stand: by code or words, and how many such are before; by key.
    std::map<std::string, std::vector<std::size_t>, std::less<>> row_index, column_index;

    [[nodiscard]] const Figure* figure(std::size_t row, std::size_t column) const;
    // By code, or by its words where it has no code; of several the one with so many before it.
    [[nodiscard]] std::optional<std::size_t> row(std::string_view code, int repeated = 0) const;
    [[nodiscard]] std::optional<std::size_t> column(std::string_view key,
                                                    std::optional<Measure> measure) const;
};

// From the figures of the release; rows and columns by default where it has none for the table.
// `with_eu`: with the columns that say how the EU's aid is reckoned to its members.
Layout lay_out(const Definition& definition, const Sums& sums, bool with_eu);

// A formula with its references to cells as distances from the row it stands in: two cells of a column
// have the same where one was filled down from the other.
std::string relative_formula(std::string_view formula, std::uint32_t row);

}  // namespace pledgebook::tables
