// Which columns of which sheets other cells look names up in, and by which names: by the formulas alone.
#pragma once

#include "audit/evidence.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace pledgebook::audit {

class MatchedColumns {
public:
    explicit MatchedColumns(const Evidence& evidence);

    // True where a formula that refers to this column names that text between quotes, or stands in a sheet
    // that has it in a cell. Case does not matter, as in a spreadsheet.
    [[nodiscard]] bool look_up(const std::string& sheet, std::uint32_t column, std::string_view name) const;

private:
    void add(const std::string& formula, const formats::Sheet& from);

    struct Reference {
        std::set<std::string> quoted;  // folded
        std::set<const formats::Sheet*> from;
    };
    std::map<std::pair<std::string, std::uint32_t>, Reference> m_columns;
    std::map<const formats::Sheet*, std::set<std::string>> m_texts;  // of the sheets that refer, folded
};

}  // namespace pledgebook::audit
