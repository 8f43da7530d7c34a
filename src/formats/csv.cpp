#include "formats/csv.hpp"

#include "core/error.hpp"
#include "formats/csv_dialect.hpp"
#include "formats/sniff.hpp"
#include "formats/text_encoding.hpp"

#include <fmt/format.h>

namespace pledgebook::formats {

namespace {

void refuse_other_files(std::string_view bytes) {
    const auto type = sniff(bytes);
    if (type == FileType::text || type == FileType::empty || type == FileType::binary) {
        return;  // what is binary is told from broken text by decode_text, with the place
    }
    throw Error(fmt::format("the file is no CSV file but {}", describe(type)), "Choose the CSV file itself.");
}

}  // namespace

Sheet read_csv(std::string_view bytes) {
    refuse_other_files(bytes);
    const auto whole = decode_text(bytes);
    const auto dialect = guess_dialect(whole);
    CsvSplitter splitter(std::string_view(whole).substr(dialect.skip), dialect.delimiter);
    Sheet sheet;
    sheet.open_end = !whole.empty() && whole.back() != '\n' && whole.back() != '\r';
    Row row{1, false, {}, 0};
    std::uint32_t column = 0;
    while (true) {
        const auto step = splitter.next();
        if (step == CsvSplitter::Step::end) {
            return sheet;
        }
        if (step == CsvSplitter::Step::open_quote) {
            throw Error("a quote opens here and never closes",
                        "Close the quote, or save the file as CSV again.")
                .at(fmt::format("row {}", row.number));
        }
        ++column;
        if (!splitter.field().empty()) {
            Cell cell;
            cell.row = row.number;
            cell.column = column;
            cell.type = CellType::text;
            cell.text = std::move(splitter.field());
            row.cells.push_back(std::move(cell));
        }
        if (step == CsvSplitter::Step::last_field) {
            const auto next = row.number + 1;
            row.fields = column;
            if (!row.cells.empty()) {
                sheet.rows.push_back(std::move(row));
            }
            row = Row{next, false, {}, 0};
            column = 0;
        }
    }
}

}  // namespace pledgebook::formats
