#include "importers/kiel_workbook/likeness.hpp"

#include "core/reference.hpp"
#include "importers/column_words.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace pledgebook::importers::kiel_workbook_sheets {

namespace {

constexpr std::size_t shortest_word = 3;

// Twice what both have, over what each has.
template <typename Items>
double shared(const Items& a, const Items& b) {
    Items both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::inserter(both, both.end()));
    const auto all = a.size() + b.size();
    return all == 0 ? 0 : 2 * static_cast<double>(both.size()) / static_cast<double>(all);
}

std::multiset<std::string> letter_pairs(std::string_view text) {
    const auto key = header_key(text);
    std::multiset<std::string> pairs;
    for (std::size_t at = 0; at + 1 < key.size(); ++at) {
        pairs.insert(key.substr(at, 2));
    }
    return pairs;
}

// "fig" and "figure" are in every name and say nothing.
std::set<std::string> words_of(std::string_view text) {
    std::set<std::string> words;
    std::string word;
    for (const char c : folded(text) + " ") {
        const bool letter = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
        if (letter) {
            word += c;
            continue;
        }
        if (word.size() >= shortest_word && word != "fig" && word != "figure" && word != "sheet") {
            words.insert(word.back() == 's' ? word.substr(0, word.size() - 1) : word);  // "drones": "drone"
        }
        word.clear();
    }
    return words;
}

}  // namespace

double likeness(std::string_view a, std::string_view b) {
    return shared(letter_pairs(a), letter_pairs(b));
}

double likeness_of_words(std::string_view a, std::string_view b) {
    return shared(words_of(a), words_of(b));
}

double likeness_of_sets(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::set<std::string> keys_a;
    std::set<std::string> keys_b;
    std::transform(a.begin(), a.end(), std::inserter(keys_a, keys_a.end()), header_key);
    std::transform(b.begin(), b.end(), std::inserter(keys_b, keys_b.end()), header_key);
    return shared(keys_a, keys_b);
}

}  // namespace pledgebook::importers::kiel_workbook_sheets
