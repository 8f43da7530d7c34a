// A checked article: its figures marked, with the verdict of each.
#pragma once

#include "core/claim.hpp"
#include "core/rows.hpp"
#include "render/look.hpp"

#include <string>
#include <vector>

namespace pledgebook::render {

// What was found first, then each sentence with a claim, its figures marked, and what the book says.
std::string text(const CheckedArticle& checked, const Look& look);
std::string json(const CheckedArticle& checked);
std::string markdown(const CheckedArticle& checked);
// A row a claim.
Rows rows(const CheckedArticle& checked);

// "11 figures about aid; 8 could be checked: 5 supported, 3 outdated. 4 figures about something else."
std::string coverage_words(const Coverage& coverage);

// A passage of the text around claims: whole sentences, and where in them the quotes stand.
struct Passage {
    std::string words;                                        // one line, without tags
    std::vector<std::pair<std::size_t, std::size_t>> quotes;  // bytes in `words`, one for each of `claims`
    std::vector<std::size_t> claims;                          // which claims stand in it
};

std::vector<Passage> passages(const CheckedArticle& checked);

}  // namespace pledgebook::render
