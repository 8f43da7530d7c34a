#include "importers/kiel_workbook/rates_sheet.hpp"

#include "importers/cell_tally.hpp"
#include "importers/kiel_workbook/cell_grid.hpp"
#include "importers/quantity.hpp"

#include <fmt/format.h>

namespace pledgebook::importers::kiel_workbook_sheets {

namespace {

// What a cell of the sheet is: part of a rate, a note, or neither.
enum class Part { rate, note, other };

std::optional<ReleaseRate> rate_in(const formats::Sheet& sheet, const Header& header, std::uint32_t row) {
    const auto column = header.column("per_euro");
    const auto currency = Currency::parse(text_at(sheet, row, header.column("currency")));
    const auto rate = Rate::parse(without_power(text_at(sheet, row, column)));
    if (row <= header.row || !currency || !rate) {
        return std::nullopt;
    }
    return ReleaseRate{*currency, *rate, {sheet.name, row, column}};
}

Part part_of(const formats::Sheet& sheet, const Header& header, const formats::Row& row,
             const formats::Cell& cell) {
    const bool of_the_table = header.field_of(cell.column).has_value();
    if (of_the_table && (row.number == header.row || rate_in(sheet, header, row.number))) {
        return Part::rate;
    }
    const bool words = cell.type == formats::CellType::text && trimmed(cell.text).size() > 3;
    return words && row.number > header.row ? Part::note : Part::other;
}

}  // namespace

std::optional<Header> rates_header(const formats::Sheet& sheet) {
    static const ColumnWords words("importers/kiel_rates.tsv");
    return find_header(sheet, words, {"currency", "per_euro"});
}

void read_rates(const formats::Sheet& sheet, const Header& header, Intake& intake) {
    for (const auto& row : sheet.rows) {
        if (auto rate = rate_in(sheet, header, row.number)) {
            intake.rates.push_back(std::move(*rate));
        } else if (row.number > header.row &&
                   Currency::parse(text_at(sheet, row.number, header.column("currency")))) {
            intake.findings.push_back({"unreadable_rate",
                                       Finding::Weight::wrong,
                                       "there is a currency without a rate that can be read",
                                       {sheet.name, row.number, header.column("per_euro")},
                                       {}});
        }
    }
    tally(intake.cells, sheet, [&](const formats::Row& row, const formats::Cell& cell) {
        const auto part = part_of(sheet, header, row, cell);
        if (part == Part::note) {
            intake.notes.push_back({std::string(trimmed(cell.text)), {sheet.name, row.number, cell.column}});
        }
        if (part != Part::other) {
            return std::string{};
        }
        return fmt::format("sheet '{}': {}", sheet.name,
                           is_blank(cell) ? "cells that hold only blanks" : "outside of the table");
    });
}

}  // namespace pledgebook::importers::kiel_workbook_sheets
