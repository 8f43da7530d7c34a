// For this room's tests: sheets written by hand, a line of text for each row.
#pragma once

#include "formats/cell.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace pledgebook::importers::sheet_writing {

// A cell as a workbook holds it: a number where the text is one, a day where it is written "@2022-03-01", an
// error where it begins with #, text where it begins with ' or is none of those; empty text is no cell.
inline formats::Cell cell(std::uint32_t row, std::uint32_t column, std::string_view text) {
    formats::Cell made;
    made.row = row;
    made.column = column;
    made.type = formats::CellType::text;
    if (text.starts_with('@')) {
        made.type = formats::CellType::number;
        made.is_date = true;
        made.date = Date::parse(text.substr(1));
        made.text = "44621";
        return made;
    }
    const bool number = !text.empty() && text != "." &&
                        text.find_first_not_of("-.0123456789") == std::string_view::npos &&
                        text.find('.') == text.rfind('.');
    if (text.starts_with('#')) {
        made.type = formats::CellType::error;
    } else if (number) {
        made.type = formats::CellType::number;
    } else if (text.starts_with('\'')) {
        text.remove_prefix(1);
    }
    made.text = std::string(text);
    return made;
}

inline void add_row(formats::Sheet& sheet, std::initializer_list<std::string_view> texts,
                    std::uint32_t first_column = 1) {
    formats::Row row;
    row.number = sheet.rows.empty() ? 1 : sheet.rows.back().number + 1;
    auto column = first_column;
    for (const auto text : texts) {
        if (!text.empty()) {
            row.cells.push_back(cell(row.number, column, text));
        }
        ++column;
    }
    sheet.rows.push_back(std::move(row));
}

inline formats::Sheet sheet(std::string name,
                            std::initializer_list<std::initializer_list<std::string_view>> rows,
                            std::uint32_t first_column = 1) {
    formats::Sheet made;
    made.name = std::move(name);
    for (const auto& row : rows) {
        add_row(made, row, first_column);
    }
    return made;
}

}  // namespace pledgebook::importers::sheet_writing
