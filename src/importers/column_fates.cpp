#include "importers/column_fates.hpp"

#include "core/tsv.hpp"
#include "data_files.hpp"

#include <fmt/format.h>

namespace pledgebook::importers {

namespace {

// {column} in a reason stands for the header's words.
std::string with_column(std::string reason, const std::string& header) {
    constexpr std::string_view mark = "{column}";
    const auto at = reason.find(mark);
    return at == std::string::npos ? reason : reason.replace(at, mark.size(), header);
}

}  // namespace

ColumnFates::ColumnFates(const formats::Sheet& sheet, const Header& header, std::string_view asides,
                         std::vector<Finding>& findings)
    : m_sheet(sheet), m_header(header) {
    const Tsv tsv("data/" + std::string(asides), data::file(asides));
    for (std::size_t row = 0; row < tsv.rows(); ++row) {
        for (const auto spelling : split(tsv.cell(row, tsv.column("spellings")), '|')) {
            m_known.emplace(header_key(spelling), tsv.cell(row, tsv.column("reason")));
        }
    }
    for (const auto& [field, column] : header.columns) {
        m_used.insert(header_key(text_at(sheet, header.row, column)));
        m_used_columns.insert(column);
    }
    tell_of_unknown(findings);
}

bool ColumnFates::is_unknown(std::uint32_t column) const {
    const auto key = header_key(text_at(m_sheet, m_header.row, column));
    return !key.empty() && !m_known.contains(key) && !m_used.contains(key);
}

// One finding for all of them: a later release brings dozens.
void ColumnFates::tell_of_unknown(std::vector<Finding>& findings) const {
    std::string names;
    std::uint32_t first = 0;
    std::size_t count = 0;
    for (const auto& cell : m_sheet.row(m_header.row)->cells) {
        if (cell.has_value() && is_unknown(cell.column)) {
            first = count++ == 0 ? cell.column : first;
            names += fmt::format("{}'{}'", names.empty() ? "" : ", ", trimmed(cell.text));
        }
    }
    if (count > 0) {
        const auto what = count == 1
                              ? fmt::format("the column {} is not known and is not read", names)
                              : fmt::format("{} columns are not known and are not read: {}", count, names);
        findings.push_back(
            {"unknown_column", Finding::Weight::note, what, {m_sheet.name, m_header.row, first}, {}});
    }
}

std::string ColumnFates::named(std::string_view what) const {
    return m_sheet.name.empty() ? fmt::format("the sheet: {}", what)
                                : fmt::format("sheet '{}': {}", m_sheet.name, what);
}

std::string ColumnFates::reason(std::uint32_t column) {
    if (m_used_columns.contains(column)) {
        return {};
    }
    auto [known, added] = m_reasons.emplace(column, std::string{});
    if (added) {
        known->second = named(find_reason(column));
    }
    return known->second;
}

std::string ColumnFates::find_reason(std::uint32_t column) const {
    const std::string text(text_at(m_sheet, m_header.row, column));
    const auto key = header_key(text);
    if (key.empty()) {
        return fmt::format("column {} has no header", column_letters(column));
    }
    const auto known = m_known.find(key);
    if (known != m_known.end()) {
        return with_column(known->second, text);
    }
    if (m_used.contains(key)) {
        return fmt::format("a second column '{}'; the first is read", text);
    }
    return fmt::format("column '{}' is not known", text);
}

}  // namespace pledgebook::importers
