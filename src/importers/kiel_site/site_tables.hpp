// The tables of the site feed: which CSV file is which, by its header (data/importers/kiel_site.tsv).
#pragma once

#include "core/date.hpp"
#include "core/decimal.hpp"
#include "formats/cell.hpp"
#include "importers/column_words.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::importers::site {

struct Field {
    std::string name;
    std::string use;  // "figure", "kind", "month" …
    std::string unit;
};

struct Table {
    std::string name;  // "data_explorer"
    formats::Sheet sheet;
    Header header;
    std::vector<Field> fields;  // those that the file has

    // The month that the row is of; nothing where it is of none.
    [[nodiscard]] std::optional<Month> month(std::uint32_t row) const;
    // The code of the row's donor by its ISO code, else by its name; empty where it is none.
    [[nodiscard]] std::string donor(std::uint32_t row) const;
    [[nodiscard]] std::string_view text(std::uint32_t row, std::string_view field) const;
    // In full units ("0.002645" in € billion is 2645000); nothing where there is no number.
    [[nodiscard]] std::optional<Decimal> number(std::uint32_t row, const Field& field) const;
    [[nodiscard]] const Field* field(std::string_view name) const;
};

// The table that this sheet is; nothing where it is none.
std::optional<Table> table_of(formats::Sheet sheet);

}  // namespace pledgebook::importers::site
