// The words of data/tables/: by which headers a table's columns are known over the releases, what their
// numbers are of, and which rows mean a group or a total.
#pragma once

#include "core/kinds.hpp"
#include "core/table.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::tables {

// One column of a table, as data/tables/<table>.tsv has it. A spelling may hold {donor}, {month},
// {weapons} or {any}: it fits as many columns as there are names, and the column's key becomes "key:DEU",
// "key:03".
struct ColumnWords {
    std::string key;
    std::optional<Measure> measure;
    bool usual_measure = false;  // allocations where the release has them, else commitments
    TableUnit unit;
    std::vector<std::string> titles;     // the spellings as they are
    std::vector<std::string> spellings;  // as header_words() makes them; a last "*" stands for any more words
    bool by_default = false;             // part of the table where the release does not publish it
    bool with_eu = false;                // part of it only where the EU's aid is reckoned to the members

    // How the column is called where the release does not publish it: by the first spelling that names the
    // measure, else by the first.
    [[nodiscard]] std::string title(std::optional<Measure> of) const;
    // The part of the header that stands where the placeholder is, as what it means; nothing where the
    // words do not fit, "" where they fit and there is no placeholder.
    [[nodiscard]] std::optional<std::string> argument(const std::string& header) const;
};

// A column found among those of the file, and what stood in its placeholder.
struct FoundColumn {
    std::size_t index = 0;
    std::string argument;
};

// Throws Error where the file is not as it must be; empty where there is none.
std::vector<ColumnWords> read_columns(std::string_view table);

// The best match for a published column: its words must fit, and its unit where it has one that says
// something. `taken` tells which of the list are used already.
std::optional<FoundColumn> find_column(const std::vector<ColumnWords>& columns,
                                       const std::vector<bool>& taken, std::string_view header,
                                       std::string_view unit);

// "€ billion" -> money, EUR, 9; "% GDP" -> percent; anything else is plain. Never throws.
TableUnit unit_of(std::string_view words);

// Lower case, without accents, line ends or signs other than % € $, blanks as one.
std::string header_words(std::string_view header);

// The code that a row's words mean in this table: of a donor, a group, "TOTAL", "REST" (all donors that no
// other row has), "MULTILATERAL" (all that gave through organisations). Empty where they mean none of these.
std::string row_code(std::string_view table, std::string_view words);

// "March", "2022-03", "March (2022)" -> 3 …; nothing where it is no month.
std::optional<int> month_number(std::string_view words);

// Whom a row counts in this column, where that is more than the donor it is called after
// (data/tables/row_donors.tsv); empty where it is not.
std::vector<std::string> row_donors(std::string_view table, std::string_view column, std::string_view row,
                                    bool has_allocations);

}  // namespace pledgebook::tables
