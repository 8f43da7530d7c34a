#include "importers/kiel_ledger/near_headers.hpp"

#include "core/tsv.hpp"
#include "data_files.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>
#include <vector>

namespace pledgebook::importers::kiel_ledger {

namespace {

constexpr const char* fields_file = "importers/kiel_ledger.tsv";
constexpr double alike = 0.6;         // of two headers' pairs of letters, so many are the same
constexpr std::size_t long_key = 12;  // from here on two letters may differ, below one
constexpr std::size_t short_key = 8;  // shorter ones differ in meaning where they differ in a letter

using Pairs = std::vector<std::pair<char, char>>;

Pairs pairs_of(const std::string& key) {
    Pairs pairs;
    for (std::size_t at = 1; at < key.size(); ++at) {
        pairs.emplace_back(key[at - 1], key[at]);
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

// Dice's coefficient: twice the pairs in both, of all pairs.
double likeness(const Pairs& a, const Pairs& b) {
    Pairs both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    const auto all = a.size() + b.size();
    return all == 0 ? 0.0 : 2.0 * static_cast<double>(both.size()) / static_cast<double>(all);
}

struct Spelling {
    std::string field;  // empty where the column is not read
    std::string text;
    std::string key;
    Pairs pairs;
};

void add_spellings(const std::string& file, std::vector<Spelling>& all) {
    const Tsv tsv("data/" + file, data::file(file));
    for (std::size_t row = 0; row < tsv.rows(); ++row) {
        for (const auto spelling : split(tsv.cell(row, tsv.column("spellings")), '|')) {
            const auto key = header_key(spelling);
            const bool read = file == fields_file;
            all.push_back({std::string(read ? tsv.cell(row, tsv.column("field")) : ""), std::string(spelling),
                           key, pairs_of(key)});
        }
    }
}

const std::vector<Spelling>& known_spellings() {
    static const auto all = [] {
        std::vector<Spelling> made;
        for (const auto* file :
             {fields_file, "importers/kiel_ledger_kept.tsv", "importers/kiel_ledger_aside.tsv"}) {
            add_spellings(file, made);
        }
        return made;
    }();
    return all;
}

bool is_known(const std::string& key) {
    const auto& all = known_spellings();
    return std::any_of(all.begin(), all.end(), [&](const Spelling& each) { return each.key == key; });
}

// How many letters must be put in, taken out or changed.
std::size_t letters_apart(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto before = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto changed = before + (a[i - 1] == b[j - 1] ? 0U : 1U);
            before = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row[b.size()];
}

// "Source of Aid 5" is not "Source of Aid 4".
std::string digits_of(const std::string& key) {
    std::string digits;
    std::copy_if(key.begin(), key.end(), std::back_inserter(digits),
                 [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

bool nearly(const std::string& key, const std::string& known) {
    if (known.size() < short_key || key.size() + 2 < known.size() || known.size() + 2 < key.size()) {
        return false;
    }
    const std::size_t allowed = known.size() < long_key ? 1 : 2;
    return letters_apart(key, known) <= allowed && digits_of(key) == digits_of(known);
}

}  // namespace

std::optional<std::string> like_known_header(std::string_view text) {
    const auto pairs = pairs_of(header_key(text));
    double best = alike;
    const Spelling* found = nullptr;
    for (const auto& spelling : known_spellings()) {
        if (const auto like = likeness(pairs, spelling.pairs); like > best) {
            best = like;
            found = &spelling;
        }
    }
    return found == nullptr ? std::nullopt : std::optional(found->text);
}

void take_near_columns(const formats::Sheet& sheet, Header& header) {
    for (const auto& cell : sheet.row(header.row)->cells) {
        const auto key = header_key(cell.text);
        if (!cell.has_value() || key.size() + 2 < short_key || is_known(key)) {
            continue;
        }
        for (const auto& spelling : known_spellings()) {
            if (!spelling.field.empty() && header.column(spelling.field) == 0 && nearly(key, spelling.key)) {
                header.columns[spelling.field] = cell.column;
                header.guessed[cell.column] = spelling.text;
                break;
            }
        }
    }
}

}  // namespace pledgebook::importers::kiel_ledger
