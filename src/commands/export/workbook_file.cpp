#include "commands/export/workbook_file.hpp"

#include "core/date.hpp"
#include "core/error.hpp"

#include <xlsxwriter.h>
#include <cstdlib>
#include <memory>

namespace pledgebook::commands {

namespace {

constexpr std::size_t most_rows = 1'048'575;  // of a sheet, below its heading

struct Styles {
    lxw_format* head = nullptr;
    lxw_format* day = nullptr;
    lxw_format* money = nullptr;
};

// A number that a cell holds without loss; longer ones (15 digits is what Excel keeps) stand as text.
bool fits_a_cell(const std::string& number) {
    std::size_t digits = 0;
    for (const char c : number) {
        digits += c >= '0' && c <= '9' ? 1 : 0;
    }
    return digits <= 15;
}

void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Rows::Column& what,
                const std::string& cell, const Styles& styles) {
    switch (what.type) {
        case Rows::Type::integer:
        case Rows::Type::decimal:
        case Rows::Type::real:
            if (fits_a_cell(cell) || what.type == Rows::Type::real) {
                worksheet_write_number(sheet, row, column, std::strtod(cell.c_str(), nullptr),
                                       what.type == Rows::Type::decimal ? styles.money : nullptr);
                return;
            }
            break;
        case Rows::Type::boolean:
            worksheet_write_boolean(sheet, row, column, cell == "true" ? 1 : 0, nullptr);
            return;
        case Rows::Type::date:
            if (const auto day = Date::parse(cell); day && day->year() >= 1900) {
                lxw_datetime time{day->year(), day->month(), day->day(), 0, 0, 0};
                worksheet_write_datetime(sheet, row, column, &time, styles.day);
                return;
            }
            break;
        case Rows::Type::text:
            break;
    }
    worksheet_write_string(sheet, row, column, cell.c_str(), nullptr);
}

Styles styles_of(lxw_workbook* book) {
    Styles styles{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book)};
    format_set_bold(styles.head);
    format_set_num_format(styles.day, "yyyy-mm-dd");
    format_set_num_format(styles.money, "#,##0.00##");
    return styles;
}

}  // namespace

void write_workbook(const Rows& rows, const std::string& sheet_name, const std::filesystem::path& file) {
    if (rows.rows.size() > most_rows) {
        throw Error("a sheet cannot hold " + std::to_string(rows.rows.size()) + " rows",
                    "export it as csv or parquet");
    }
    lxw_workbook* book = workbook_new(file.c_str());
    if (book == nullptr) {
        throw Error("the workbook could not be begun").at(file.string());
    }
    lxw_doc_properties properties{};
    properties.created = 1;  // the same moment for every workbook; 0 would be now
    workbook_set_properties(book, &properties);
    lxw_worksheet* sheet = workbook_add_worksheet(book, sheet_name.substr(0, 31).c_str());
    const auto styles = styles_of(book);
    for (std::size_t at = 0; at < rows.columns.size(); ++at) {
        worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(at), rows.columns[at].name.c_str(),
                               styles.head);
    }
    worksheet_freeze_panes(sheet, 1, 0);
    for (std::size_t row = 0; row < rows.rows.size(); ++row) {
        for (std::size_t at = 0; at < rows.rows[row].size(); ++at) {
            if (const auto& cell = rows.rows[row][at]) {
                write_cell(sheet, static_cast<lxw_row_t>(row + 1), static_cast<lxw_col_t>(at),
                           rows.columns[at], *cell, styles);
            }
        }
    }
    if (const auto error = workbook_close(book); error != LXW_NO_ERROR) {
        throw Error("the workbook could not be written: " + std::string(lxw_strerror(error)))
            .at(file.string());
    }
}

}  // namespace pledgebook::commands
