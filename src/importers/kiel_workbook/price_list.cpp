#include "importers/kiel_workbook/price_list.hpp"

#include "importers/cell_tally.hpp"
#include "importers/column_fates.hpp"
#include "importers/quantity.hpp"

#include <fmt/format.h>

namespace pledgebook::importers::kiel_workbook_sheets {

namespace {

std::string without_dot(std::string_view text) {
    return text == "." ? std::string{} : std::string(text);
}

// A line "." stands for entries without an item, so that their look-ups find something.
bool is_item(std::string_view name) {
    return !name.empty() && name != ".";
}

void find_odd_price(const Price& price, const formats::Cell* cell, std::vector<Finding>& findings) {
    if (price.price.given == Given::unreadable) {
        findings.push_back({"text_in_number",
                            Finding::Weight::wrong,
                            fmt::format("the price '{}' cannot be read as a number", price.price.text),
                            {price.place.sheet, price.place.row, cell->column},
                            {}});
    } else if (is_number_as_text(cell)) {
        findings.push_back(
            {"text_in_number",
             Finding::Weight::odd,
             fmt::format("the price {} is written as text; the sheets that look it up leave it out",
                         to_string(*price.price.value)),
             {price.place.sheet, price.place.row, cell->column},
             {}});
    }
}

}  // namespace

std::optional<Header> price_header(const formats::Sheet& sheet) {
    static const ColumnWords words("importers/kiel_prices.tsv");
    return find_header(sheet, words, {"item", "price", "currency"});
}

void read_prices(const formats::Sheet& sheet, const Header& header, Intake& intake) {
    for (const auto& row : sheet.rows) {
        const auto text = [&](std::string_view field) {
            return without_dot(text_at(sheet, row.number, header.column(field)));
        };
        if (row.number <= header.row || !is_item(text("item"))) {
            continue;
        }
        const auto* cell = sheet.at(row.number, header.column("price"));
        Price price{text("item"),
                    text("type"),
                    text("sub_type"),
                    read_quantity(cell, Given::no_price),
                    Currency::parse(text("currency")),
                    text("source"),
                    text("source_kind"),
                    text("notes"),
                    {sheet.name, row.number, 0}};
        find_odd_price(price, cell, intake.findings);
        intake.prices.push_back(std::move(price));
    }
    ColumnFates fates(sheet, header, "importers/kiel_prices_aside.tsv", intake.findings);
    tally(intake.cells, sheet, [&](const formats::Row& row, const formats::Cell& cell) {
        const bool names_item = is_item(text_at(sheet, row.number, header.column("item")));
        return row.number < header.row || !names_item ? fates.named("lines that name no item")
                                                      : fates.reason(cell.column);
    });
}

}  // namespace pledgebook::importers::kiel_workbook_sheets
