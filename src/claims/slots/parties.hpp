// Who is named in a sentence: donors, groups, others; one after the other, lists taken together.
#pragma once

#include "claims/words/sentence.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pledgebook::claims {

struct Party {
    std::vector<std::string> codes;  // donors, groups, or "OTHER:<words>"
    std::size_t from = 0, to = 0;    // tokens
    bool after_agent = false;        // "by X", "from X"
    bool against = false;            // "than X", "behind X"
    bool included = false;           // "including X"
    bool receives = false;           // "to X"
    bool other = false;              // none that a tracker of governments could hold
};

std::vector<Party> parties_of(const Sentence& sentence);

// Who gave what tokens [from, to) say. Nothing where the sentence names nobody for it.
struct Giver {
    Party party;
    bool behind = false;  // named after the figure
};
std::optional<Giver> giver_of(const Sentence& sentence, const std::vector<Party>& parties, std::size_t from,
                              std::size_t to, std::size_t next_figure);

}  // namespace pledgebook::claims
