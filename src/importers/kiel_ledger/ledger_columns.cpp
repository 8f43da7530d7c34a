#include "importers/kiel_ledger/ledger_columns.hpp"

#include "core/tsv.hpp"
#include "data_files.hpp"
#include "importers/kiel_ledger/near_headers.hpp"
#include "importers/quantity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

namespace pledgebook::importers::kiel_ledger {

namespace {

using ByKey = std::map<std::string, std::string>;  // header key -> reason, or what it says

ByKey read_words(const std::string& file, std::string_view column) {
    ByKey words;
    const Tsv tsv("data/" + file, data::file(file));
    for (std::size_t row = 0; row < tsv.rows(); ++row) {
        for (const auto spelling : split(tsv.cell(row, tsv.column("spellings")), '|')) {
            words.emplace(header_key(spelling), tsv.cell(row, tsv.column(column)));
        }
    }
    return words;
}

const ByKey& asides() {
    static const auto words = read_words("importers/kiel_ledger_aside.tsv", "reason");
    return words;
}

const ByKey& kept() {
    static const auto words = read_words("importers/kiel_ledger_kept.tsv", "what");
    return words;
}

// {column} in a reason stands for the header's words.
std::string with_column(std::string reason, std::string_view header) {
    constexpr std::string_view mark = "{column}";
    const auto at = reason.find(mark);
    return at == std::string::npos ? reason : reason.replace(at, mark.size(), header);
}

const formats::Cell* cell_in(const formats::Row& row, std::uint32_t column) {
    const auto found = std::lower_bound(
        row.cells.begin(), row.cells.end(), column,
        [](const formats::Cell& each, std::uint32_t wanted) { return each.column < wanted; });
    return found != row.cells.end() && found->column == column ? &*found : nullptr;
}

std::string_view text_in(const formats::Row& row, std::uint32_t column) {
    const auto* cell = cell_in(row, column);
    return cell == nullptr ? std::string_view{} : trimmed(cell->text);
}

std::string_view sort_of(const formats::Cell& cell) {
    const auto text = trimmed(cell.text);
    if (cell.date) {
        return "days";
    }
    if (text == "0" || text == "1") {
        return "marks of 0 and 1";
    }
    if (text.starts_with("http")) {
        return "links";
    }
    return read_number(text) ? "numbers" : "texts";
}

}  // namespace

LedgerColumns::LedgerColumns(const formats::Sheet& sheet, const Header& header, std::string table,
                             Intake& intake)
    : m_sheet(sheet), m_header(header), m_table(std::move(table)), m_intake(intake) {
    at(sheet.row(header.row)->cells.back().column);
    count_header();
    tell_of_unknown();
    tell_of_guessed();
}

void LedgerColumns::count_header() {
    for (const auto& cell : m_sheet.row(m_header.row)->cells) {
        if (cell.has_value()) {
            auto& column = at(cell.column);
            ++m_intake.cells.in;
            ++(column.fate == Column::Fate::aside ? column.aside : m_intake.cells.used);
        }
    }
}

LedgerColumns::Column& LedgerColumns::at(std::uint32_t column) {
    while (m_columns.size() <= column) {
        m_columns.push_back(judged(static_cast<std::uint32_t>(m_columns.size())));
    }
    return m_columns[column];
}

LedgerColumns::Column LedgerColumns::judged(std::uint32_t column) const {
    Column made;
    const std::string header(text_at(m_sheet, m_header.row, column));
    made.name = header.empty() ? "column " + column_letters(column) : header;
    const auto key = header_key(header);
    const auto first = first_of(column);
    if (const auto field = m_header.field_of(column)) {
        made.fate = Column::Fate::read;
        made.figures = *field != "allocation_eur" && kept().contains(key);
        made.known = true;
        return made;
    }
    if (first != 0 && says_the_same(column, first)) {
        made.reason = named(fmt::format("a second column '{}', which says the same as the first", header));
    }
    const auto aside = asides().find(key);
    if (made.reason.empty() && aside != asides().end()) {
        made.reason = named(with_column(aside->second, header));
    }
    made.fate = made.reason.empty() ? Column::Fate::kept : Column::Fate::aside;
    made.figures = made.fate == Column::Fate::kept;
    made.known = !made.reason.empty() || (first == 0 && kept().contains(key));
    return made;
}

// The column further left with the same header, or 0.
std::uint32_t LedgerColumns::first_of(std::uint32_t column) const {
    const auto key = header_key(text_at(m_sheet, m_header.row, column));
    for (std::uint32_t first = 1; first < column && !key.empty(); ++first) {
        if (header_key(text_at(m_sheet, m_header.row, first)) == key) {
            return first;
        }
    }
    return 0;
}

bool LedgerColumns::says_the_same(std::uint32_t column, std::uint32_t first) const {
    return std::all_of(m_sheet.rows.begin(), m_sheet.rows.end(), [&](const formats::Row& row) {
        return row.number <= m_header.row || text_in(row, column) == text_in(row, first);
    });
}

std::string LedgerColumns::named(std::string_view what) const {
    return m_sheet.name.empty() ? fmt::format("the sheet: {}", what)
                                : fmt::format("sheet '{}': {}", m_sheet.name, what);
}

// What the column holds and what it is like: "numbers, like 'tot_activity_value_EUR'".
std::string LedgerColumns::described(std::uint32_t column) const {
    std::map<std::string_view, std::size_t> sorts;
    for (const auto& row : m_sheet.rows) {
        const auto* cell = row.number > m_header.row ? cell_in(row, column) : nullptr;
        if (cell != nullptr && cell->has_value() && trimmed(cell->text) != "." &&
            !trimmed(cell->text).empty()) {
            ++sorts[sort_of(*cell)];
        }
    }
    const auto most = std::max_element(sorts.begin(), sorts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    std::string text(most == sorts.end() ? "empty" : most->first);
    if (first_of(column) != 0) {
        text += ", a second column of that name, which says something else";
    } else if (const auto like = like_known_header(text_at(m_sheet, m_header.row, column))) {
        text += fmt::format(", like '{}'", *like);
    }
    return text;
}

// One finding for all of them: a later release brings dozens.
void LedgerColumns::tell_of_unknown() {
    std::string names;
    std::uint32_t first = 0;
    std::size_t count = 0;
    for (const auto& cell : m_sheet.row(m_header.row)->cells) {
        if (cell.has_value() && !trimmed(cell.text).empty() && !at(cell.column).known) {
            first = count++ == 0 ? cell.column : first;
            names += fmt::format("{}'{}' ({})", names.empty() ? "" : ", ", trimmed(cell.text),
                                 described(cell.column));
        }
    }
    if (count > 0) {
        const auto what =
            count == 1 ? fmt::format("the column {} is not known; it is kept as it is", names)
                       : fmt::format("{} columns are not known; they are kept as they are: {}", count, names);
        m_intake.findings.push_back(
            {"unknown_column", Finding::Weight::note, what, {m_sheet.name, m_header.row, first}, {}});
    }
}

void LedgerColumns::tell_of_guessed() {
    for (const auto& [column, known] : m_header.guessed) {
        m_intake.findings.push_back(
            {"column_guessed",
             Finding::Weight::odd,
             fmt::format("the column '{}' is read as '{}', which it is but for a slip",
                         text_at(m_sheet, m_header.row, column), known),
             {m_sheet.name, m_header.row, column},
             {}});
    }
}

void LedgerColumns::take(const formats::Row& row, const std::string& package) {
    for (const auto& cell : row.cells) {
        if (!cell.has_value()) {
            continue;
        }
        ++m_intake.cells.in;
        if (cell.type == formats::CellType::error) {
            m_intake.findings.push_back({"error_cell",
                                         Finding::Weight::wrong,
                                         fmt::format("the cell holds the error {}", cell.text),
                                         {m_sheet.name, row.number, cell.column},
                                         {}});
        }
        auto& column = at(cell.column);
        if (column.fate == Column::Fate::aside) {
            ++column.aside;
            continue;
        }
        ++m_intake.cells.used;
        if (column.figures) {
            keep(row, cell, column, package);
        }
    }
}

// A lone dot is the tracker's way to say nothing.
void LedgerColumns::keep(const formats::Row& row, const formats::Cell& cell, const Column& column,
                         const std::string& package) {
    const auto text = trimmed(cell.text);
    if (text.empty() || text == ".") {
        return;
    }
    Figure figure;
    figure.table = m_table;
    figure.row = package;
    figure.row_text = package;
    figure.column = column.name;
    figure.value = cell.date ? to_string(*cell.date) : std::string(text);
    figure.formula = cell.formula;
    figure.place = {m_sheet.name, row.number, cell.column};
    m_intake.figures.push_back(std::move(figure));
}

void LedgerColumns::set_aside(const formats::Row& row, std::string_view why) {
    const auto cells = std::count_if(row.cells.begin(), row.cells.end(),
                                     [](const formats::Cell& cell) { return cell.has_value(); });
    if (cells > 0) {
        m_intake.cells.in += static_cast<std::uint64_t>(cells);
        m_intake.cells.set_aside[named(why)] += static_cast<std::uint64_t>(cells);
    }
}

void LedgerColumns::finish() {
    for (const auto& column : m_columns) {
        if (column.aside > 0) {
            m_intake.cells.set_aside[column.reason] += column.aside;
        }
    }
}

}  // namespace pledgebook::importers::kiel_ledger
