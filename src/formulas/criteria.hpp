// What SUMIFS, COUNTIF and their like compare a cell with: "Germany", ">=5", "<>", "a*".
#pragma once

#include "formulas/value.hpp"

#include <string>
#include <string_view>

namespace pledgebook::formulas {

class Criterion {
public:
    explicit Criterion(const Value& wanted);

    [[nodiscard]] bool fits(const Value& value) const;
    // Where it asks for one value and nothing else: the key of that value in an index of keys. Empty: it
    // must be held against each cell.
    [[nodiscard]] const std::string& key() const { return m_key; }
    // The same text for the same criterion.
    [[nodiscard]] std::string name() const;

private:
    enum class Sign { equal, unequal, less, less_equal, greater, greater_equal };

    [[nodiscard]] bool equals(const Value& value) const;

    Sign m_sign = Sign::equal;
    Value m_wanted;
    bool m_pattern = false;  // the wanted text has wildcards
    std::string m_key;
};

// Does the text fit the pattern? * is anything, ? one character, ~ takes the next as it is; no case.
bool fits_pattern(std::string_view text, std::string_view pattern);
bool has_wildcards(std::string_view text);

// Values that a criterion holds equal have the same key: 1 and "1", "a" and "A". Empty for an empty cell.
std::string loose_key(const Value& value);
// Values that a lookup holds equal have the same key: 1 and "1" differ.
std::string strict_key(const Value& value);

}  // namespace pledgebook::formulas
