#include "importers/kiel_ledger/ledger_sheet.hpp"

#include "core/error.hpp"
#include "importers/kiel_ledger/entry_row.hpp"
#include "importers/kiel_ledger/ledger_checks.hpp"
#include "importers/kiel_ledger/ledger_columns.hpp"
#include "importers/kiel_ledger/ledger_rows.hpp"
#include "importers/kiel_ledger/near_headers.hpp"

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

// Enough to know a ledger by: who, when, what kind.
const std::vector<std::string_view> naming_fields{"donor", "announced", "kind"};

// A header row in which one of the three is not known but for a slip of the pen.
std::optional<Header> find_near_header(const formats::Sheet& sheet) {
    for (const auto missing : naming_fields) {
        auto others = naming_fields;
        std::erase(others, missing);
        auto header = find_header(sheet, words(), others);
        if (header) {
            take_near_columns(sheet, *header);
        }
        if (header && header->column(missing) != 0) {
            return header;
        }
    }
    return std::nullopt;
}

bool has_values(const Header& header) {
    return header.column("commitment_eur") != 0 || header.column("allocation_eur") != 0;
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

FirstRows read_rows(const formats::Sheet& sheet, const Header& header, LedgerSort sort, Intake& intake) {
    LedgerColumns columns(sheet, header, kept_table(sort.channel), intake);
    RowSorter sorter(sheet, header);
    EntryReader reader(sheet, header, sort, intake.findings);
    for (const auto& row : sheet.rows) {
        if (row.number < header.row) {
            columns.set_aside(row, "above the table");
        }
        if (row.number <= header.row) {
            continue;
        }
        switch (sorter.sort(row)) {
            case RowSort::entry:
                intake.entries.push_back(reader.read(row));
                columns.take(row, intake.entries.back().package);
                break;
            case RowSort::blank:
                columns.set_aside(row, "cells that hold only blanks");
                break;
            case RowSort::header_again:
                columns.set_aside(row, "the header once more");
                break;
            case RowSort::units:
                columns.set_aside(row, "the row of units");
                break;
        }
    }
    columns.finish();
    reader.finish();
    return reader.first_rows();
}

}  // namespace

std::string kept_table(Channel channel) {
    return channel == Channel::bilateral ? "main_data" : std::string(to_string(channel)) + "_data";
}

bool is_kept_table(std::string_view table) {
    return table == kept_table(Channel::bilateral) || table == kept_table(Channel::commercial) ||
           table == kept_table(Channel::multilateral);
}

std::optional<Header> ledger_header(const formats::Sheet& sheet) {
    auto header = find_header(sheet, words(), naming_fields);
    if (header) {
        take_near_columns(sheet, *header);
    } else {
        header = find_near_header(sheet);
    }
    if (!header || (!has_values(*header) && header->column("source_value") == 0)) {
        return std::nullopt;
    }
    find_item_column(sheet, *header);
    return header;
}

void read_ledger(const formats::Sheet& sheet, const Header& header, LedgerSort sort, Intake& intake) {
    for (const auto* field : {"commitment_eur", "allocation_eur"}) {
        refuse_uncalculated(sheet, header, field);
    }
    if (!has_values(header)) {
        intake.findings.push_back({"no_value_column",
                                   Finding::Weight::wrong,
                                   "no column of the sheet is known as its values in euros, so that it adds "
                                   "nothing to any total",
                                   {sheet.name, header.row, 0},
                                   {}});
    }
    const auto first = intake.entries.size();
    const auto first_rows = read_rows(sheet, header, sort, intake);
    const std::span<const Entry> entries(intake.entries.begin() + static_cast<std::ptrdiff_t>(first),
                                         intake.entries.end());
    check_names(entries, sheet, header, intake.findings);
    check_packages(entries, first_rows, intake.findings);
    check_months(entries, intake.findings);
}

}  // namespace pledgebook::importers::kiel_ledger
