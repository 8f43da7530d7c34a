#include "importers/kiel_workbook/unit_words.hpp"

#include "core/reference.hpp"
#include "core/tsv.hpp"
#include "data_files.hpp"
#include "importers/column_words.hpp"

#include <algorithm>
#include <vector>

namespace pledgebook::importers::kiel_workbook_sheets {

namespace {

struct UnitWords {
    std::string unit;
    std::string words;  // folded
    bool alone = false;
};

const std::vector<UnitWords>& unit_words() {
    static const auto all = [] {
        std::vector<UnitWords> made;
        const Tsv tsv("data/importers/kiel_units.tsv", data::file("importers/kiel_units.tsv"));
        for (std::size_t row = 0; row < tsv.rows(); ++row) {
            for (const auto words : split(tsv.cell(row, tsv.column("words")), '|')) {
                made.push_back({std::string(tsv.cell(row, tsv.column("unit"))), folded(words),
                                tsv.cell(row, tsv.column("alone")) == "yes"});
            }
        }
        return made;
    }();
    return all;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool has_words(std::string_view text, std::string_view words) {
    for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
        const auto end = at + words.size();
        const bool begins = at == 0 || !is_letter(words.front()) || !is_letter(text[at - 1]);
        const bool ends = end == text.size() || !is_letter(words.back()) || !is_letter(text[end]);
        if (begins && ends) {
            return true;
        }
    }
    return false;
}

}  // namespace

bool is_unit(std::string_view text) {
    const auto key = folded(trimmed(text));
    return key.starts_with('%') || std::any_of(unit_words().begin(), unit_words().end(),
                                               [&](const UnitWords& each) { return each.words == key; });
}

std::string unit_in(std::string_view words) {
    const auto text = folded(words);
    for (const auto& each : unit_words()) {
        if (each.alone ? text == each.words : has_words(text, each.words)) {
            return each.unit;
        }
    }
    return {};
}

}  // namespace pledgebook::importers::kiel_workbook_sheets
