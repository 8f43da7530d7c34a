// A range that stops one or more rows before the table it is about does.
#include "audit/reckoning.hpp"
#include "audit/rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace pledgebook::audit {

namespace {

using formulas::Area;
using formulas::Position;
using formulas::Spreadsheet;
using formulas::Value;

constexpr std::uint32_t fewest = 5;  // rows of a range that is a table's
constexpr std::uint32_t most_columns = 20;
constexpr std::uint32_t most_rows = 50;  // that may be left out

struct Range {
    Area area;
    std::vector<std::uint32_t> readers;  // cells
};

std::vector<Range> ranges(Reckoning& reckoning) {
    std::map<Area, std::vector<std::uint32_t>> found;
    const auto& spreadsheet = reckoning.spreadsheet();
    for (std::uint32_t cell = 0; cell < spreadsheet.grid().size(); ++cell) {
        const auto form = spreadsheet.form_of(cell);
        if (form == Spreadsheet::no_form) {
            continue;
        }
        for (const auto& area : spreadsheet.areas(form, spreadsheet.grid().entry(cell).at)) {
            if (area.rows() >= fewest && area.columns() <= most_columns &&
                area.last_row < formulas::last_row_of_sheet) {
                auto& readers = found[area];
                if (readers.empty() || readers.back() != cell) {
                    readers.push_back(cell);
                }
            }
        }
    }
    std::vector<Range> all;
    for (auto& [area, readers] : found) {
        all.push_back({area, std::move(readers)});
    }
    return all;
}

// How a cell is filled: two rows of one table are filled alike.
std::string filling(Reckoning& reckoning, Position at) {
    const auto form = reckoning.spreadsheet().form_at(at);
    const auto type = reckoning.values().at(at).type;
    return fmt::format("{}{}", static_cast<int>(type),
                       form == Spreadsheet::no_form ? "" : fmt::format("f{}", form));
}

bool filled_alike(Reckoning& reckoning, const Area& area, std::uint32_t row, std::uint32_t like) {
    bool any = false;
    for (auto column = area.first_column; column <= area.last_column; ++column) {
        const auto own = filling(reckoning, {area.sheet, row, column});
        if (own != filling(reckoning, {area.sheet, like, column})) {
            return false;
        }
        any = any || own != "0";
    }
    return any;
}

// The label of a row: its first text.
std::string label(Reckoning& reckoning, std::uint32_t sheet, std::uint32_t row) {
    for (std::uint32_t column = 1; column <= reckoning.values().grid().columns(sheet); ++column) {
        const auto value = reckoning.values().at({sheet, row, column});
        if (value.is(Value::Type::text) && !slug(value.text).empty()) {
            return value.text;
        }
    }
    return {};
}

// Rows behind the last that are filled as the last two of the range are, each with a label of its own.
std::uint32_t rows_left_out(Reckoning& reckoning, const Range& range) {
    const auto& area = range.area;
    if (!filled_alike(reckoning, area, area.last_row - 1, area.last_row)) {
        return 0;
    }
    const bool labelled = !label(reckoning, area.sheet, area.last_row).empty();
    std::uint32_t count = 0;
    while (count < most_rows && filled_alike(reckoning, area, area.last_row + count + 1, area.last_row) &&
           labelled && !label(reckoning, area.sheet, area.last_row + count + 1).empty()) {
        ++count;
    }
    return count;
}

// Others read the same table from the same row on, and farther: then it is known how far it goes.
std::uint32_t readers_beyond(const std::vector<Range>& all, const Range& range) {
    std::uint32_t readers = 0;
    for (const auto& other : all) {
        const auto& area = other.area;
        const bool same = area.sheet == range.area.sheet && area.first_row == range.area.first_row &&
                          area.first_column <= range.area.last_column &&
                          area.last_column >= range.area.first_column;
        readers += same && area.last_row > range.area.last_row
                       ? static_cast<std::uint32_t>(other.readers.size())
                       : 0;
    }
    return readers;
}

// The same table is read as whole columns elsewhere, or a formula that reads the range stands just below
// the rows that it leaves out.
bool stands_below(Reckoning& reckoning, const Range& range, std::uint32_t left_out) {
    return std::any_of(range.readers.begin(), range.readers.end(), [&](std::uint32_t cell) {
        const auto& at = reckoning.spreadsheet().grid().entry(cell).at;
        return at.sheet == range.area.sheet && at.row > range.area.last_row + left_out &&
               at.row <= range.area.last_row + left_out + 3 && at.column >= range.area.first_column &&
               at.column <= range.area.last_column;
    });
}

AuditFinding made_of(const Range& range, std::uint32_t left_out, Reckoning& reckoning) {
    const auto& area = range.area;
    AuditFinding finding;
    for (const auto cell : range.readers) {
        finding.places.push_back(reckoning.place(reckoning.spreadsheet().grid().entry(cell).at));
    }
    const auto at = [&](std::uint32_t row, std::uint32_t column) {
        return fmt::format("{}{}", column_letters(column), row);
    };
    const auto sheet = reckoning.evidence().sheets()[area.sheet].name;
    finding.key = reckoning.evidence().key_of(finding.places.front());
    finding.sure = Sureness::likely;
    finding.what = fmt::format(
        "{}{} read {}:{} of '{}', and leave out {} to {}", to_string(finding.places.front()),
        range.readers.size() > 1 ? fmt::format(" and {} more", range.readers.size() - 1) : "",
        at(area.first_row, area.first_column), at(area.last_row, area.last_column), sheet,
        fmt::format("row {} ({})", area.last_row + 1, label(reckoning, area.sheet, area.last_row + 1)),
        fmt::format("row {} ({})", area.last_row + left_out,
                    label(reckoning, area.sheet, area.last_row + left_out)));
    finding.why = "Those rows are filled as the last rows of the range are: the table goes on behind it.";
    finding.mend = fmt::format("Let the range reach to row {}.", area.last_row + left_out);
    return finding;
}

// Puts the longer range into the formulas that read the short one.
std::vector<formulas::Change> longer(const Range& range, std::uint32_t left_out, Reckoning& reckoning) {
    std::vector<formulas::Change> changes;
    const auto& spreadsheet = reckoning.spreadsheet();
    for (const auto cell : range.readers) {
        const auto& at = spreadsheet.grid().entry(cell).at;
        const auto& form = spreadsheet.form(spreadsheet.form_of(cell));
        auto tokens = form.formula.tokens;
        for (std::uint32_t token = 0; token < tokens.size(); ++token) {
            if (tokens[token].kind == formulas::Token::Kind::reference &&
                spreadsheet.area(form, token, at) == range.area) {
                tokens[token].reference.last_row.value += static_cast<std::int32_t>(left_out);
            }
        }
        changes.push_back({at, formulas::written_at(tokens, at.row, at.column)});
    }
    return changes;
}

std::vector<AuditFinding> look(const Evidence& evidence) {
    std::vector<AuditFinding> findings;
    with_reckoning(evidence, [&](Reckoning& reckoning) {
        const auto all = ranges(reckoning);
        for (const auto& range : all) {
            const auto left_out = rows_left_out(reckoning, range);
            if (left_out == 0 || left_out == most_rows ||
                (readers_beyond(all, range) == 0 && !stands_below(reckoning, range, left_out) &&
                 range.area.columns() == 1)) {
                continue;
            }
            findings.push_back(made_of(range, left_out, reckoning));
            reckoning.add_effect(findings.back(), longer(range, left_out, reckoning));
        }
    });
    return findings;
}

}  // namespace

Rule range_edge_rule() {
    return {"ranges that stop before their table does", look};
}

}  // namespace pledgebook::audit
