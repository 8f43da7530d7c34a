#include "audit/name_nearly_matches/matched_columns.hpp"

#include "core/reference.hpp"

namespace pledgebook::audit {

namespace {

std::uint32_t column_at(std::string_view text, std::size_t& at) {
    std::uint32_t column = 0;
    at += at < text.size() && text[at] == '$' ? 1 : 0;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; ++at) {
        column = column * 26 + static_cast<std::uint32_t>(text[at] - 'A' + 1);
    }
    return column;
}

// What stands between quotation marks.
std::set<std::string> quoted_in(std::string_view formula) {
    std::set<std::string> all;
    for (auto begin = formula.find('"'); begin != std::string_view::npos;) {
        const auto end = formula.find('"', begin + 1);
        if (end == std::string_view::npos) {
            break;
        }
        all.insert(folded(formula.substr(begin + 1, end - begin - 1)));
        begin = formula.find('"', end + 1);
    }
    return all;
}

// The name of the sheet that ends before '!' at `mark`.
std::string sheet_before(std::string_view formula, std::size_t mark) {
    if (mark > 0 && formula[mark - 1] == '\'') {
        const auto begin = formula.rfind('\'', mark - 2);
        return begin == std::string_view::npos || mark < 2
                   ? std::string{}
                   : std::string(formula.substr(begin + 1, mark - begin - 2));
    }
    const auto begin = formula.find_last_of("(,+-*/=<>&: ", mark);
    const auto first = begin == std::string_view::npos ? 0 : begin + 1;
    return std::string(formula.substr(first, mark - first));
}

}  // namespace

MatchedColumns::MatchedColumns(const Evidence& evidence) {
    for (const auto& sheet : evidence.sheets()) {
        for (const auto& row : sheet.rows) {
            for (const auto& cell : row.cells) {
                if (cell.formula.find('!') != std::string::npos &&
                    cell.formula.find(':') != std::string::npos) {
                    add(cell.formula, sheet);
                }
            }
        }
    }
    for (const auto& [column, reference] : m_columns) {
        for (const auto* sheet : reference.from) {
            auto [texts, fresh] = m_texts.try_emplace(sheet);
            for (const auto& row : fresh ? sheet->rows : std::vector<formats::Row>{}) {
                for (const auto& cell : row.cells) {
                    if (cell.type == formats::CellType::text) {
                        texts->second.insert(folded(cell.text));
                    }
                }
            }
        }
    }
}

void MatchedColumns::add(const std::string& formula, const formats::Sheet& from) {
    const std::string_view text = formula;
    for (auto mark = text.find('!'); mark != std::string_view::npos; mark = text.find('!', mark + 1)) {
        auto at = mark + 1;
        const auto first = column_at(text, at);
        while (at < text.size() && (text[at] == '$' || (text[at] >= '0' && text[at] <= '9'))) {
            ++at;
        }
        if (first == 0 || at >= text.size() || text[at] != ':') {
            continue;
        }
        // Of a range of many columns a lookup searches the first.
        auto& reference = m_columns[{sheet_before(text, mark), first}];
        reference.quoted.merge(quoted_in(text));
        reference.from.insert(&from);
    }
}

bool MatchedColumns::look_up(const std::string& sheet, std::uint32_t column, std::string_view name) const {
    const auto found = m_columns.find({sheet, column});
    if (found == m_columns.end()) {
        return false;
    }
    const auto wanted = folded(name);
    if (found->second.quoted.contains(wanted)) {
        return true;
    }
    for (const auto* from : found->second.from) {
        if (from->name != sheet && m_texts.at(from).contains(wanted)) {
            return true;
        }
    }
    return false;
}

}  // namespace pledgebook::audit
