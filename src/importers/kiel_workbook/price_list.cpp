#include "importers/kiel_workbook/price_list.hpp"

#include "core/tsv.hpp"
#include "data_files.hpp"
#include "importers/cell_tally.hpp"
#include "importers/kiel_workbook/cell_grid.hpp"
#include "importers/kiel_workbook/headings.hpp"
#include "importers/quantity.hpp"

#include <fmt/format.h>

#include <set>

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

// The columns that make no price (marks, counts) are kept as figures of the item.
class OtherColumns {
public:
    OtherColumns(const formats::Sheet& sheet, const Header& header, Intake& intake)
        : m_sheet(sheet), m_header(header), m_intake(intake) {
        tell_of_unknown();
    }

    // Why the cell is set aside; empty where it is used.
    std::string judge(const formats::Row& row, const formats::Cell& cell) {
        if (is_blank(cell)) {
            return fmt::format("sheet '{}': cells that hold only blanks", m_sheet.name);
        }
        const std::string item(text_at(m_sheet, row.number, m_header.column("item")));
        if (row.number < m_header.row || !is_item(item)) {
            return fmt::format("sheet '{}': lines that name no item", m_sheet.name);
        }
        if (row.number > m_header.row && !m_header.field_of(cell.column)) {
            const auto heading = on_one_line(text_at(m_sheet, m_header.row, cell.column));
            m_intake.figures.push_back({"prices",
                                        item,
                                        item,
                                        heading.empty() ? "column " + column_letters(cell.column) : heading,
                                        {},
                                        cell.text,
                                        cell.formula,
                                        {m_sheet.name, cell.row, cell.column}});
        }
        return {};
    }

private:
    void tell_of_unknown() {
        const Tsv tsv("data/importers/kiel_prices_kept.tsv", data::file("importers/kiel_prices_kept.tsv"));
        std::set<std::string> known;
        for (std::size_t row = 0; row < tsv.rows(); ++row) {
            known.insert(header_key(tsv.cell(row, tsv.column("header"))));
        }
        std::string names;
        for (const auto& cell : m_sheet.row(m_header.row)->cells) {
            const bool read = m_header.field_of(cell.column).has_value();
            if (!read && !is_blank(cell) && !known.contains(header_key(cell.text))) {
                names += fmt::format("{}'{}'", names.empty() ? "" : ", ", on_one_line(cell.text));
            }
        }
        if (!names.empty()) {
            m_intake.findings.push_back(
                {"unknown_column",
                 Finding::Weight::note,
                 fmt::format("columns that are not known, kept as figures of 'prices': {}", names),
                 {m_sheet.name, m_header.row, 0},
                 {}});
        }
    }

    const formats::Sheet& m_sheet;
    const Header& m_header;
    Intake& m_intake;
};

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
    OtherColumns others(sheet, header, intake);
    tally(intake.cells, sheet,
          [&](const formats::Row& row, const formats::Cell& cell) { return others.judge(row, cell); });
}

}  // namespace pledgebook::importers::kiel_workbook_sheets
