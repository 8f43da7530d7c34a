// Numbers as sources write them, and what stands in the place of a number.
#pragma once

#include "core/entry.hpp"
#include "formats/cell.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace pledgebook::importers {

// What the words in the place of a number mean ("Not given", "undisclosed", "No price"), by
// data/importers/missing_words.tsv; nothing where they are none of those.
std::optional<Given> missing_word(std::string_view text);

// The number in a cell or what stands for it. `blank` is what an empty cell or a lone dot means in this
// column. A text that is neither a number nor a known word is Given::unreadable, with the text.
Quantity read_quantity(const formats::Cell* cell, Given blank);

// The number of a cell times ten to the power of `zeros`, exact to four places; nothing where it is none.
std::optional<Decimal> read_number(std::string_view text, int zeros = 0);

// "1.5E-3" as "0.0015", for readers of numbers that know no powers. Other texts as they are.
std::string without_power(std::string_view text);

// True where a spreadsheet holds a number as text: it drops out of the sheet's own sums.
bool is_number_as_text(const formats::Cell* cell);

// The unit of a published column, as data/importers/units.tsv knows it.
struct Unit {
    Currency currency;
    int zeros = 0;  // "€ billion": 9
};
std::optional<Unit> read_unit(std::string_view text);

}  // namespace pledgebook::importers
