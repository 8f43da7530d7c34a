#include "importers/kiel_ledger/ledger_sheet.hpp"

#include "core/error.hpp"
#include "importers/kiel_ledger/entry_row.hpp"
#include "importers/kiel_ledger/ledger_checks.hpp"
#include "importers/kiel_ledger/ledger_columns.hpp"

namespace pledgebook::importers::kiel_ledger {

namespace {

const ColumnWords& words() {
    static const ColumnWords made("importers/kiel_ledger.tsv");
    return made;
}

// Release 7 leaves the header of the item column empty (main sheet, column I).
void find_item_column(const formats::Sheet& sheet, Header& header) {
    const auto type = header.column("item_type");
    if (header.column("item") == 0 && type > 1 && text_at(sheet, header.row, type - 1).empty()) {
        header.columns["item"] = type - 1;
    }
}

bool holds_something(const formats::Row& row) {
    for (const auto& cell : row.cells) {
        if (cell.has_value() && !trimmed(cell.text).empty()) {
            return true;
        }
    }
    return false;
}

// A program that writes formulas without working them out (many libraries do) leaves a workbook in which
// every amount is missing. Taken in, that would look like a release without money, so it is refused.
void refuse_uncalculated(const formats::Sheet& sheet, const Header& header, std::string_view field) {
    const auto column = header.column(field);
    std::size_t formulas = 0;
    for (const auto& row : sheet.rows) {
        const auto* cell = row.number > header.row && column != 0 ? sheet.at(row.number, column) : nullptr;
        if (cell == nullptr || (cell->formula.empty() && !cell->has_value())) {
            continue;
        }
        if (cell->has_value()) {
            return;
        }
        ++formulas;
    }
    if (formulas > 0) {
        throw Error(
            "all " + std::to_string(formulas) + " formulas are without a result",
            "The file was saved by a program that does not calculate. Open it in a spreadsheet program, "
            "save it there, and import that file.")
            .at("column " + column_letters(column))
            .at("sheet '" + sheet.name + "'");
    }
}

}  // namespace

std::optional<Header> ledger_header(const formats::Sheet& sheet) {
    auto header = find_header(sheet, words(), {"donor", "announced", "kind"});
    if (header && header->column("commitment_eur") == 0 && header->column("allocation_eur") == 0 &&
        header->column("source_value") == 0) {
        return std::nullopt;
    }
    if (header) {
        find_item_column(sheet, *header);
    }
    return header;
}

void read_ledger(const formats::Sheet& sheet, const Header& header, LedgerSort sort, Intake& intake) {
    for (const auto* field : {"commitment_eur", "allocation_eur"}) {
        refuse_uncalculated(sheet, header, field);
    }
    count_ledger_cells(sheet, header, intake);
    if (header.column("commitment_eur") == 0 && header.column("allocation_eur") == 0) {
        intake.findings.push_back({"no_value_column",
                                   Finding::Weight::wrong,
                                   "no column of the sheet is known as its values in euros, so that it adds "
                                   "nothing to any total",
                                   {sheet.name, header.row, 0},
                                   {}});
    }
    const auto first = intake.entries.size();
    EntryReader reader(sheet, header, sort, intake.findings);
    for (const auto& row : sheet.rows) {
        if (row.number > header.row && holds_something(row)) {
            intake.entries.push_back(reader.read(row));
        }
    }
    reader.finish();
    const std::span<const Entry> entries(intake.entries.begin() + static_cast<std::ptrdiff_t>(first),
                                         intake.entries.end());
    check_names(entries, sheet, header, intake.findings);
    check_packages(entries, reader.first_rows(), intake.findings);
}

}  // namespace pledgebook::importers::kiel_ledger
