#include "importers/column_words.hpp"

#include "core/reference.hpp"
#include "core/tsv.hpp"
#include "data_files.hpp"

#include <algorithm>

namespace pledgebook::importers {

namespace {

constexpr std::size_t rows_to_look_at = 50;
constexpr std::string_view no_break_space = "\xC2\xA0";

bool belongs_to_a_key(std::string_view folded_text, std::size_t at) {
    const auto c = static_cast<unsigned char>(folded_text[at]);
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '$' || c == '%' || c >= 0x80;
}

Header columns_of(const formats::Row& row, const ColumnWords& words) {
    Header header{row.number, {}};
    std::map<std::string, std::size_t> ranks;
    for (const auto& cell : row.cells) {
        if (!cell.has_value()) {
            continue;
        }
        for (const auto& [field, rank] : words.spelled(header_key(cell.text))) {
            const auto [known, added] = ranks.emplace(field, rank);
            if (added || rank < known->second) {
                known->second = rank;
                header.columns[field] = cell.column;
            }
        }
    }
    return header;
}

}  // namespace

std::string header_key(std::string_view header) {
    std::string key;
    const bool plain = std::all_of(header.begin(), header.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (plain) {  // as below, without the detour through ICU
        for (const char c : header) {
            const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            if (belongs_to_a_key({&small, 1}, 0)) {
                key += small;
            }
        }
        return key;
    }
    const auto text = folded(header);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (belongs_to_a_key(text, at)) {
            key += text[at];
        }
    }
    return key;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    while (true) {
        if (!text.empty() && blanks.find(text.front()) != std::string_view::npos) {
            text.remove_prefix(1);
        } else if (!text.empty() && blanks.find(text.back()) != std::string_view::npos) {
            text.remove_suffix(1);
        } else if (text.starts_with(no_break_space)) {
            text.remove_prefix(no_break_space.size());
        } else if (text.ends_with(no_break_space)) {
            text.remove_suffix(no_break_space.size());
        } else {
            return text;
        }
    }
}

std::string_view text_at(const formats::Sheet& sheet, std::uint32_t row, std::uint32_t column) {
    const auto* cell = column == 0 ? nullptr : sheet.at(row, column);
    return cell == nullptr ? std::string_view{} : trimmed(cell->text);
}

ColumnWords::ColumnWords(std::string_view file, std::string_view table) {
    const Tsv tsv("data/" + std::string(file), data::file(file));
    const auto field = tsv.column("field");
    const auto spellings = tsv.column("spellings");
    for (std::size_t row = 0; row < tsv.rows(); ++row) {
        if (!table.empty() && tsv.cell(row, tsv.column("table")) != table) {
            continue;
        }
        std::string name(tsv.cell(row, field));
        auto& ranks = m_ranks[name];
        for (const auto spelling : split(tsv.cell(row, spellings), '|')) {
            auto key = header_key(spelling);
            const auto place = ranks.size();
            if (ranks.emplace(key, place).second && !key.empty()) {
                m_spelled[std::move(key)].push_back({name, place});
            }
        }
        m_fields.push_back(std::move(name));
    }
}

std::optional<std::size_t> ColumnWords::rank(std::string_view field, const std::string& key) const {
    const auto ranks = m_ranks.find(field);
    if (ranks == m_ranks.end()) {
        return std::nullopt;
    }
    const auto found = ranks->second.find(key);
    return found == ranks->second.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> ColumnWords::field_of(const std::string& key) const {
    for (const auto& field : m_fields) {
        if (rank(field, key)) {
            return field;
        }
    }
    return std::nullopt;
}

const std::vector<ColumnWords::Spelled>& ColumnWords::spelled(const std::string& key) const {
    static const std::vector<Spelled> none;
    const auto found = m_spelled.find(key);
    return found == m_spelled.end() ? none : found->second;
}

std::uint32_t Header::column(std::string_view field) const {
    const auto found = columns.find(field);
    return found == columns.end() ? 0 : found->second;
}

std::optional<std::string_view> Header::field_of(std::uint32_t column) const {
    for (const auto& [field, at] : columns) {
        if (at == column) {
            return field;
        }
    }
    return std::nullopt;
}

std::optional<Header> find_header(const formats::Sheet& sheet, const ColumnWords& words,
                                  const std::vector<std::string_view>& required) {
    std::size_t looked_at = 0;
    for (const auto& row : sheet.rows) {
        if (looked_at++ == rows_to_look_at) {
            break;
        }
        auto header = columns_of(row, words);
        if (std::all_of(required.begin(), required.end(),
                        [&](std::string_view field) { return header.column(field) != 0; })) {
            return header;
        }
    }
    return std::nullopt;
}

}  // namespace pledgebook::importers
