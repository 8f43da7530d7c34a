#include "importers/kiel_workbook/sheet_roles.hpp"

#include "core/reference.hpp"
#include "core/tsv.hpp"
#include "data_files.hpp"
#include "importers/kiel_ledger/ledger_sheet.hpp"
#include "importers/kiel_workbook/country_summary.hpp"
#include "importers/kiel_workbook/price_list.hpp"
#include "importers/kiel_workbook/rates_sheet.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace pledgebook::importers::kiel_workbook_sheets {

namespace {

struct Known {
    Role role;
    std::vector<std::string> words;
};

std::set<std::string, std::less<>> words_of(std::string_view name) {
    std::set<std::string, std::less<>> words;
    std::string word;
    for (const char c : folded(name) + " ") {
        const auto byte = static_cast<unsigned char>(c);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80) {
            word += c;
        } else if (!word.empty()) {
            words.insert(word);
            word.clear();
        }
    }
    return words;
}

const std::vector<Known>& known_sheets() {
    static const auto sheets = [] {
        std::vector<Known> made;
        const Tsv tsv("data/importers/kiel_sheets.tsv", data::file("importers/kiel_sheets.tsv"));
        for (std::size_t row = 0; row < tsv.rows(); ++row) {
            Known known{{std::string(tsv.cell(row, tsv.column("role"))),
                         std::string(tsv.cell(row, tsv.column("aside")))},
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

}  // namespace

Role role_by_name(std::string_view sheet_name) {
    const auto words = words_of(sheet_name);
    for (const auto& known : known_sheets()) {
        if (std::all_of(known.words.begin(), known.words.end(),
                        [&](const std::string& word) { return words.contains(word); })) {
            return known.role;
        }
    }
    return {};
}

Role role_by_content(const formats::Sheet& sheet) {
    if (const auto header = kiel_ledger::ledger_header(sheet)) {
        return {header->column("contributor") != 0 ? "multilateral" : "bilateral", {}};
    }
    if (rates_header(sheet)) {
        return {"rates", {}};
    }
    if (price_header(sheet)) {
        return {"prices", {}};
    }
    if (summary_header(sheet, false)) {
        return {"country_summary", {}};
    }
    return {};
}

std::optional<Channel> channel_of(const Role& role) {
    return parse_channel(role.name);
}

}  // namespace pledgebook::importers::kiel_workbook_sheets
