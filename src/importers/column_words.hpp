// Finds the header row of a sheet by what its cells say, and the columns by the headers' words over the
// releases (data/importers/*.tsv), never by position.
#pragma once

#include "formats/cell.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pledgebook::importers {

// What makes two headers the same: letters, digits and € $ % only, without case and accents.
// "Official Source", "OfficialSource" and "official_source" are one header.
std::string header_key(std::string_view header);

// The text of a cell without blanks around (also non-breaking ones); empty where there is none.
std::string_view trimmed(std::string_view text);
std::string_view text_at(const formats::Sheet& sheet, std::uint32_t row, std::uint32_t column);

// Fields and the spellings of their headers: a .tsv with the columns `field` and `spellings` (parted by |,
// the ones to be preferred first).
class ColumnWords {
public:
    // `file` is a path below data/. Where it holds the fields of several tables, `table` names one.
    explicit ColumnWords(std::string_view file, std::string_view table = {});

    // Place of the spelling in the list of the field; nothing where it is none of them.
    [[nodiscard]] std::optional<std::size_t> rank(std::string_view field, const std::string& key) const;
    // The field that has this spelling.
    [[nodiscard]] std::optional<std::string> field_of(const std::string& key) const;
    [[nodiscard]] const std::vector<std::string>& fields() const { return m_fields; }
    // All fields that have this spelling, with its place in the list of each.
    struct Spelled {
        std::string field;
        std::size_t rank = 0;
    };
    [[nodiscard]] const std::vector<Spelled>& spelled(const std::string& key) const;

private:
    std::vector<std::string> m_fields;
    std::map<std::string, std::map<std::string, std::size_t>, std::less<>> m_ranks;
    std::unordered_map<std::string, std::vector<Spelled>> m_spelled;  // by key
};

struct Header {
    std::uint32_t row = 0;
    std::map<std::string, std::uint32_t, std::less<>> columns;  // field -> column
    // Columns whose header is not known but for a slip of the pen -> the header that it is taken for.
    std::map<std::uint32_t, std::string> guessed{};

    // The column of a field, or 0.
    [[nodiscard]] std::uint32_t column(std::string_view field) const;
    // The field that is read from this column; nothing where it is none.
    [[nodiscard]] std::optional<std::string_view> field_of(std::uint32_t column) const;
};

// The first row (of the first fifty that hold anything) in which each required field has a column.
// Of two columns for one field the better spelling is taken, then the one further left.
std::optional<Header> find_header(const formats::Sheet& sheet, const ColumnWords& words,
                                  const std::vector<std::string_view>& required);

}  // namespace pledgebook::importers
