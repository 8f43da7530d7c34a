// Pledgebook's own table format, used for everything in data/: UTF-8, one row a line, cells parted by a
// tab, a first line of column names, lines that begin with # are remarks. No quoting: no cell holds a tab
// or a line end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook {

class Tsv {
public:
    // `name` is for errors. The text must outlive the table. Throws Error where a row has not as many
    // cells as there are columns.
    Tsv(std::string name, std::string_view text);

    [[nodiscard]] const std::vector<std::string_view>& columns() const { return m_columns; }
    [[nodiscard]] std::size_t rows() const { return m_rows.size(); }
    // Throws Error where there is no such column.
    [[nodiscard]] std::size_t column(std::string_view name) const;
    [[nodiscard]] bool has_column(std::string_view name) const;
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const;
    // The line of the text on which a row stands, from 1.
    [[nodiscard]] std::size_t line(std::size_t row) const { return m_lines.at(row); }
    // The text of the first remark that begins so ("Source: "), after those words; empty where there is none.
    [[nodiscard]] std::string_view remark(std::string_view begins) const;
    // An Error that names the table and the row.
    [[noreturn]] void fail(std::size_t row, const std::string& what) const;

private:
    std::string m_name;
    std::vector<std::string_view> m_columns;
    std::vector<std::vector<std::string_view>> m_rows;
    std::vector<std::size_t> m_lines;
    std::vector<std::string_view> m_remarks;  // without # and the blanks after it
};

// "a,b" -> {"a", "b"}; blanks around the parts are dropped, and empty parts too.
std::vector<std::string_view> split(std::string_view text, char by);

}  // namespace pledgebook
