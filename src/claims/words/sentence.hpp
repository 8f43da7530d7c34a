// A sentence with its words and what they can mean.
#pragma once

#include "claims/page/page.hpp"
#include "claims/words/words.hpp"

#include <bitset>
#include <cstddef>
#include <functional>
#include <vector>

namespace pledgebook::claims {

struct Sentence {
    std::size_t start = 0, end = 0;  // bytes of the page's text
    std::size_t block = 0;           // number of its block
    bool heading = false;
    std::vector<Token> tokens;
    std::vector<Mention> mentions;           // by first token
    std::vector<std::size_t> first_mention;  // of each token: where its mentions begin in `mentions`
    std::bitset<role_count> roles;           // of its mentions

    // The mention that begins at the token in that role; nothing where there is none.
    [[nodiscard]] const Mention* at(std::size_t token, Role role) const;
    // One that ends just before the token.
    [[nodiscard]] const Mention* before(std::size_t token, Role role) const;
    // Whether one of that role begins within tokens [from, to).
    [[nodiscard]] const Mention* within(std::size_t from, std::size_t to, Role role) const;
    [[nodiscard]] bool has(Role role) const { return roles.test(static_cast<std::size_t>(role)); }
};

// By ICU's rules for sentences, except behind the language's abbreviations. A sentence longer than
// `longest_sentence` tokens is cut, so that no text takes more than linear time.
constexpr std::size_t longest_sentence = 300;
// One after the other, so that a long text takes no more memory than its longest sentence; until `next` says
// false.
void read_sentences(const Page& page, const Words& words, const std::function<bool(const Sentence&)>& next);

// One that is made of the whole text.
Sentence sentence_of(std::string_view text, std::size_t start, std::size_t end, const Words& words);

}  // namespace pledgebook::claims
