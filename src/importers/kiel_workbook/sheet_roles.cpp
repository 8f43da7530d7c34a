#include "importers/kiel_workbook/sheet_roles.hpp"

#include "core/reference.hpp"
#include "core/tsv.hpp"
#include "data_files.hpp"
#include "importers/column_words.hpp"
#include "importers/kiel_ledger/ledger_sheet.hpp"
#include "importers/kiel_workbook/country_summary.hpp"
#include "importers/kiel_workbook/price_list.hpp"
#include "importers/kiel_workbook/rates_sheet.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace pledgebook::importers::kiel_workbook_sheets {

namespace {

constexpr std::size_t rows_of_a_title = 6;

struct Known {
    Role role;
    bool by_title = false;  // the words are also looked for in the title within the sheet
    std::vector<std::string> words;
};

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<std::string> words_in(std::string_view name) {
    std::vector<std::string> words;
    bool within = false;
    for (const char c : folded(name)) {
        const bool mark = c == '$' || c == '%';
        if ((is_word(c) && !within) || mark) {
            words.emplace_back();
        }
        if (is_word(c) || mark) {
            words.back() += c;
        }
        within = is_word(c);
    }
    return words;
}

const std::vector<Known>& known_sheets() {
    static const auto sheets = [] {
        std::vector<Known> made;
        const Tsv tsv("data/importers/kiel_sheets.tsv", data::file("importers/kiel_sheets.tsv"));
        for (std::size_t row = 0; row < tsv.rows(); ++row) {
            Known known{std::string(tsv.cell(row, tsv.column("role"))),
                        tsv.cell(row, tsv.column("title")) == "yes",
                        {}};
            for (const auto word : split(tsv.cell(row, tsv.column("words")), ' ')) {
                known.words.emplace_back(word);
            }
            made.push_back(std::move(known));
        }
        return made;
    }();
    return sheets;
}

Role role_of(std::string_view text, bool title) {
    const auto list = words_in(text);
    const std::set<std::string> words(list.begin(), list.end());
    for (const auto& known : known_sheets()) {
        if ((!title || known.by_title) &&
            std::all_of(known.words.begin(), known.words.end(),
                        [&](const std::string& word) { return words.contains(word); })) {
            return known.role;
        }
    }
    return {};
}

bool is_in_dollars(std::string_view sheet_name) {
    const auto words = words_in(sheet_name);
    return std::any_of(words.begin(), words.end(),
                       [](const std::string& word) { return word == "$" || word == "usd"; });
}

Role role_by_title(const formats::Sheet& sheet) {
    std::size_t looked_at = 0;
    for (const auto& row : sheet.rows) {
        for (const auto& cell : row.cells) {
            const bool words = cell.type == formats::CellType::text;
            if (auto role = words ? role_of(cell.text, true) : Role{}; !role.empty()) {
                return role;
            }
        }
        if (++looked_at == rows_of_a_title) {
            break;
        }
    }
    return {};
}

}  // namespace

Role role_by_name(std::string_view sheet_name) {
    const auto role = role_of(sheet_name, false);
    const bool dollars = !role.empty() && !is_read_once(role) && is_in_dollars(sheet_name);
    return dollars ? role + "_usd" : role;
}

Role role_by_content(const formats::Sheet& sheet) {
    if (const auto header = kiel_ledger::ledger_header(sheet)) {
        return header->column("contributor") != 0 ? "multilateral" : "bilateral";
    }
    if (rates_header(sheet)) {
        return "rates";
    }
    if (price_header(sheet)) {
        return "prices";
    }
    if (summary_header(sheet)) {
        return "country_summary";
    }
    return role_by_title(sheet);
}

std::optional<Channel> channel_of(const Role& role) {
    return parse_channel(role);
}

bool is_read_once(const Role& role) {
    return channel_of(role) || role == "rates" || role == "prices" || role == "readme" || role == "updates";
}

std::string table_of_unknown(std::string_view sheet_name) {
    std::string table = "sheet";
    for (const auto& word : words_in(sheet_name)) {
        table += "_" + (word == "€" ? "eur" : word == "$" ? "usd" : word == "%" ? "percent" : word);
    }
    return table;
}

}  // namespace pledgebook::importers::kiel_workbook_sheets
