#include "support/tracker/chance.hpp"

#include <array>
#include <string_view>

namespace pledgebook::test_support {

std::string Chance::prose(int letters) {
    static constexpr std::array<std::string_view, 40> syllables{
        "ra",   "ken", "mil", "to",  "ver", "an",  "dis", "por", "fe",  "lu", "gra", "ment", "is", "bo",
        "quar", "te",  "nim", "sol", "ad",  "pre", "con", "ti",  "ul",  "ex", "har", "mo",   "ne", "ci",
        "vel",  "o",   "zu",  "pin", "sta", "re",  "du",  "ig",  "wes", "ka", "li",  "on"};
    std::string text;
    int in_word = 0;
    while (static_cast<int>(text.size()) < letters) {
        text += of(syllables);
        if (++in_word > 1 + below(3)) {
            text += one_in(9) ? ". " : " ";
            in_word = 0;
        }
    }
    return text;
}

}  // namespace pledgebook::test_support
