// How like two headings or two sheets are, between 0 (nothing in common) and 1.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::importers::kiel_workbook_sheets {

// By the pairs of letters that both have: a renamed heading keeps most of them.
double likeness(std::string_view a, std::string_view b);

// By the words that both have; numbers, and words of two letters, do not count ("Figure 2" is no "Figure 3").
double likeness_of_words(std::string_view a, std::string_view b);

// By the headings that both lists have.
double likeness_of_sets(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace pledgebook::importers::kiel_workbook_sheets
