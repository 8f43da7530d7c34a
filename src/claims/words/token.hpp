// The smallest parts of a text: words, numbers, signs; each knows its bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::claims {

struct Token {
    enum class Sort { word, number, sign };

    Sort sort = Sort::word;
    std::size_t start = 0, end = 0;  // bytes in the page's text
    std::string raw;                 // as written
    std::string key;                 // lower case, without accents; for comparing
    double value = 0;                // of a number
    int places = 0;                  // digits behind its decimal mark
    int zeros = 0;                   // at the end of a whole number
    int digits = 0;
    bool glued = false;  // no blank before it

    [[nodiscard]] bool is(std::string_view sign) const { return sort == Sort::sign && raw == sign; }
    [[nodiscard]] bool is_number() const { return sort == Sort::number; }
};

// Parts text[start, end). Addresses (http…, www…) are left out: they are no text. Linear.
// `decimal_comma`: 1.234,5 instead of 1,234.5; where only one reading makes sense it is taken anyway.
std::vector<Token> tokens_of(std::string_view text, std::size_t start, std::size_t end, bool decimal_comma);

}  // namespace pledgebook::claims
