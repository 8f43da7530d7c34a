// What becomes of each column of a table: read, set aside for a known reason, or not known.
#pragma once

#include "core/finding.hpp"
#include "formats/cell.hpp"
#include "importers/column_words.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::importers {

class ColumnFates {
public:
    // `asides` is a file below data/ with the columns `reason` and `spellings`. The sheet and the header must
    // outlive this. A finding tells of the columns that nobody knows.
    ColumnFates(const formats::Sheet& sheet, const Header& header, std::string_view asides,
                std::vector<Finding>& findings);

    // Why the column is set aside, with the sheet named; empty where it is read. A column that nobody knows
    // is set aside by its name, and a finding tells of it once.
    std::string reason(std::uint32_t column);

    // "sheet 'X': what", or "the sheet: what" where it has no name (a CSV file).
    [[nodiscard]] std::string named(std::string_view what) const;

private:
    [[nodiscard]] bool is_unknown(std::uint32_t column) const;
    void tell_of_unknown(std::vector<Finding>& findings) const;
    [[nodiscard]] std::string find_reason(std::uint32_t column) const;

    const formats::Sheet& m_sheet;
    const Header& m_header;
    std::map<std::string, std::string> m_known;  // header key -> reason
    std::set<std::string> m_used;                // header keys
    std::set<std::uint32_t> m_used_columns;
    std::map<std::uint32_t, std::string> m_reasons;
};

}  // namespace pledgebook::importers
