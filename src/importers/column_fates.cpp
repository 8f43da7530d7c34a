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
    : m_sheet(sheet), m_header(header), m_findings(findings) {
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

std::string ColumnFates::find_reason(std::uint32_t column) {
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
        return fmt::format("a second column '{}', as the first", text);
    }
    m_findings.push_back({"unknown_column",
                          Finding::Weight::note,
                          fmt::format("the column '{}' is not known and is not read", text),
                          {m_sheet.name, m_header.row, column},
                          {}});
    return fmt::format("column '{}' is not known", text);
}

}  // namespace pledgebook::importers
