// The closed sets of words of the field: kinds of aid, measures, channels, states of a value.
#pragma once

#include <optional>
#include <string_view>

namespace pledgebook {

enum class Kind { military, financial, humanitarian };

// Measures are never added to each other.
enum class Measure { commitment, allocation, delivery, disbursement };

// Only bilateral entries are in totals; the others are kept in the book and asked for by name.
enum class Channel { bilateral, commercial, multilateral };

// What a source says in the place of a number.
enum class Given {
    given,        // there is a number
    not_given,    // the source says that it gives none ("Not given", "." in a value column)
    undisclosed,  // the donor keeps it secret
    no_price,     // there are units, but nobody has a price for them
    none,         // nothing belongs there (an item without units, "." in an item column)
    blanked,      // a cell of a formula column that was emptied by hand
    unreadable,   // there is something, but it is not a number; a finding says where
};

std::string_view to_string(Kind kind);
std::string_view to_string(Measure measure);
std::string_view to_string(Channel channel);
std::string_view to_string(Given given);
std::optional<Kind> parse_kind(std::string_view word);
std::optional<Measure> parse_measure(std::string_view word);  // also in the plural
std::optional<Channel> parse_channel(std::string_view word);
std::optional<Given> parse_given(std::string_view word);

}  // namespace pledgebook
