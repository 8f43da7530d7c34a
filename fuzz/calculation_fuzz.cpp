// Any text as the formulas of a small workbook, one a line: reading them, writing them out elsewhere and
// working them out neither crashes nor hangs, and the relative form is the same from wherever it is seen.
#include "formulas/calculation.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace pledgebook;

namespace {

constexpr std::uint32_t row = 500, column = 100;

void hold_relative_form(std::string_view formula) {
    const auto tokens = formulas::tokens_of(formula, row, column);
    const auto moved = formulas::written_at(tokens, row + 7, column + 3);
    const auto form = formulas::relative_form(tokens);
    const auto again = formulas::tokens_of(moved, row + 7, column + 3);
    // Two names with a colon between them read as one range where they are written without blanks.
    const bool colon = std::any_of(tokens.begin(), tokens.end(), [](const auto& token) {
        return token.kind == formulas::Token::Kind::sign && token.text == ":";
    });
    if (!colon && formulas::parse(formula, row, column).ok() && moved.find("#REF!") == std::string::npos &&
        formulas::relative_form(again) != form) {
        std::abort();
    }
}

std::vector<formats::Sheet> workbook(std::string_view text) {
    formats::Sheet sheet;
    sheet.name = "Data";
    std::uint32_t number = 0;
    while (!text.empty() && number < 60) {
        const auto end = std::min(text.find('\n'), text.size());
        formats::Row line;
        line.number = ++number;
        formats::Cell value;
        value.row = number;
        value.column = 1;
        value.type = number % 3 == 0 ? formats::CellType::text : formats::CellType::number;
        value.text = number % 3 == 0 ? "a" : std::to_string(number);
        line.cells.push_back(value);
        value.column = 2;
        value.formula = text.substr(0, end);
        line.cells.push_back(value);
        sheet.rows.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return {sheet};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    hold_relative_form(text.substr(0, text.find('\n')));
    const auto sheets = workbook(text);
    formulas::Spreadsheet spreadsheet(sheets);
    formulas::Calculation base(spreadsheet);
    for (std::uint32_t cell = 0; cell < spreadsheet.grid().size(); ++cell) {
        base.value(cell);
    }
    formulas::Calculation with(base, {{{0, 1, 1}, formulas::Value::of(7.0)}});
    with.at({0, 1, 2});
    return 0;
}
