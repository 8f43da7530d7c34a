#include "importers/kiel_workbook/month_labels.hpp"

#include "core/reference.hpp"
#include "core/tsv.hpp"
#include "data_files.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace pledgebook::importers::kiel_workbook_sheets {

namespace {

struct MonthLabel {
    int month = 0;
    std::optional<int> year;
};

const std::map<std::string, int>& months() {
    static const auto all = [] {
        std::map<std::string, int> made;
        const Tsv tsv("data/importers/months.tsv", data::file("importers/months.tsv"));
        for (std::size_t row = 0; row < tsv.rows(); ++row) {
            int month = 0;
            const auto number = tsv.cell(row, tsv.column("month"));
            std::from_chars(number.data(), number.data() + number.size(), month);
            for (const auto word : split(tsv.cell(row, tsv.column("words")), '|')) {
                made.emplace(std::string(word), month);
            }
        }
        return made;
    }();
    return all;
}

// "January", "January (2023)", "Jan 2023"; nothing where there is more or less in it.
std::optional<MonthLabel> read_label(const std::string& label) {
    std::vector<std::string> words;
    bool within = false;
    for (const char c : folded(label)) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (letter && !within) {
            words.emplace_back();
        }
        if (letter) {
            words.back() += c;
        }
        within = letter;
    }
    const auto month = words.empty() || words.size() > 2 ? months().end() : months().find(words.front());
    if (month == months().end()) {
        return std::nullopt;
    }
    MonthLabel read{month->second, {}};
    if (words.size() == 2) {
        int year = 0;
        const auto& text = words.back();
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
        if (error != std::errc{} || end != text.data() + text.size() || text.size() != 4) {
            return std::nullopt;
        }
        read.year = year;
    }
    return read;
}

}  // namespace

std::vector<std::string> with_years(std::vector<std::string> labels) {
    std::vector<std::optional<MonthLabel>> read;
    for (const auto& label : labels) {
        read.push_back(read_label(label));
    }
    const auto first = std::find_if(read.begin(), read.end(),
                                    [](const auto& label) { return label && label->year.has_value(); });
    if (first == read.end()) {
        return labels;
    }
    auto year = *(*first)->year - 1;
    for (std::size_t at = 0; at < labels.size(); ++at) {
        if (read[at] && read[at]->year) {
            year = *read[at]->year;
        } else if (read[at]) {
            labels[at] += " (" + std::to_string(year) + ")";
        }
    }
    return labels;
}

}  // namespace pledgebook::importers::kiel_workbook_sheets
