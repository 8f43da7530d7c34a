#include "formats/xlsx/sheet_reader.hpp"

#include "core/error.hpp"
#include "core/place.hpp"
#include "formats/xlsx/cell_reader.hpp"
#include "formats/xlsx/formulas.hpp"
#include "formats/xlsx/references.hpp"
#include "formats/xlsx/xml.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>

namespace pledgebook::formats::xlsx {

namespace {

constexpr const char* save_again =
    "Open the file in a spreadsheet program and save it as .xlsx, or download it again.";

std::string name_of(CellName at) {
    return column_letters(at.column) + std::to_string(at.row);
}

class SheetHandler : public XmlHandler {
public:
    SheetHandler(std::string_view bytes, const SheetContext& context, const std::function<void(Row&&)>& row)
        : m_context(context),
          m_hand_over(row),
          m_formulas(bytes, context.limits),
          m_cell(context, m_formulas),
          m_hidden_steps(last_column + 2, 0) {}

    void start(const XmlElement& element) override {
        if (element.space != Space::main) {
            return;
        }
        if (m_in_cell) {
            located([&] { m_cell.start(element); });
        } else if (m_in_data) {
            if (element.name == "row") {
                begin_row(element);
            } else if (element.name == "c") {
                begin_cell(element);
            }
        } else {
            start_outside(element);
        }
    }

    void end(Space space, std::string_view name) override {
        if (space != Space::main || !m_in_data) {
            return;
        }
        if (m_in_cell && name == "c") {
            end_cell();
        } else if (m_in_cell) {
            m_cell.end(name);
        } else if (name == "row") {
            end_row();
        } else if (name == "sheetData") {
            m_in_data = false;
        }
    }

    void text(std::string_view piece) override {
        if (m_in_cell) {
            m_cell.text(piece);
        }
    }

    SheetRemainder take_remainder() {
        std::int64_t covered = 0;
        for (std::uint32_t column = 1; column <= last_column; ++column) {
            covered += m_hidden_steps[column];
            if (covered > 0) {
                m_rest.hidden_columns.push_back(column);
            }
        }
        return std::move(m_rest);
    }

    [[nodiscard]] bool is_worksheet() const { return m_is_worksheet; }

private:
    void start_outside(const XmlElement& element) {
        if (element.name == "worksheet") {
            m_is_worksheet = true;
        } else if (element.name == "sheetData") {
            m_in_data = true;
        } else if (element.name == "col" && element.flag("hidden")) {
            hide_columns(element);
        } else if (element.name == "mergeCell") {
            m_rest.merged.push_back(range_of(element));
        } else if (element.name == "legacyDrawing") {
            m_rest.comment_shapes = element.attribute(Space::links, "id").value_or("");
        } else if (element.name == "hyperlink") {
            m_rest.links.push_back({range_of(element),
                                    std::string(element.attribute(Space::links, "id").value_or("")),
                                    std::string(element.attribute("location").value_or(""))});
        }
    }

    static Range range_of(const XmlElement& element) {
        const auto text = element.attribute("ref").value_or("");
        const auto range = parse_range(text);
        if (!range) {
            throw Error(fmt::format("'{}' is no range of cells", text.substr(0, 40)), save_again);
        }
        return *range;
    }

    void hide_columns(const XmlElement& element) {
        const auto number = [&](std::string_view name) {
            std::uint32_t value = 0;
            const auto text = element.attribute(name).value_or("");
            std::from_chars(text.data(), text.data() + text.size(), value);
            return std::clamp(value, 1U, last_column);
        };
        const auto first = number("min");
        ++m_hidden_steps[first];
        --m_hidden_steps[std::max(number("max"), first) + 1];
    }

    // A row or a cell without a name follows the one before it (ECMA-376 part 1, 18.3.1.73 and 18.3.1.4).
    void begin_row(const XmlElement& element) {
        auto number = m_row.number + 1;
        if (const auto text = element.attribute("r")) {
            number = parse_row(*text).value_or(0);
        }
        if (number == 0 || number > last_row) {
            throw Error(fmt::format("a row with the number '{}'", element.attribute("r").value_or("1048577")),
                        save_again);
        }
        if (m_in_row) {
            throw Error(fmt::format("row {} begins inside of row {}", number, m_row.number), save_again);
        }
        m_in_row = true;
        m_row = Row{number, element.flag("hidden"), {}};
        m_at = {number, 0};
    }

    void begin_cell(const XmlElement& element) {
        if (!m_in_row) {
            throw Error("a cell stands outside of the rows", save_again);
        }
        CellName at{m_at.row, m_at.column + 1};
        if (const auto text = element.attribute("r")) {
            const auto named = parse_cell_name(*text);
            if (!named || named->row != m_at.row) {
                throw Error(fmt::format("a cell named '{}' in row {}", text->substr(0, 40), m_at.row),
                            save_again);
            }
            at = *named;
        }
        if (at.column > last_column) {
            throw Error(fmt::format("a cell outside of the sheet, after {}", name_of(m_at)), save_again);
        }
        m_at = at;
        m_in_cell = true;
        located([&] { m_cell.begin(element, at); });
    }

    void end_cell() {
        m_in_cell = false;
        located([&] {
            auto cell = m_cell.finish();
            if (!cell) {
                return;
            }
            count(*cell);
            m_unsorted = m_unsorted || (!m_row.cells.empty() && m_row.cells.back().column >= cell->column);
            m_row.cells.push_back(std::move(*cell));
        });
    }

    template <typename Step>
    void located(Step step) {
        try {
            step();
        } catch (Error& error) {
            error.at(name_of(m_at));
            throw;
        }
    }

    // A shared string or formula is stored once and read a million times: what comes out is limited too.
    void count(const Cell& cell) {
        m_cells += cell.has_value() ? 1U : 0U;
        m_text += cell.text.size() + cell.formula.size();
        if (m_cells > m_context.limits.cells) {
            throw Error(
                fmt::format("the sheet has more than {} cells, which is the limit", m_context.limits.cells),
                "Split the sheet into smaller ones.");
        }
        if (m_text > m_context.limits.expanded_bytes) {
            throw Error(fmt::format("the sheet's cells hold more than {} bytes of text, which is the limit",
                                    m_context.limits.expanded_bytes),
                        "Do not trust this file; get it again from its publisher.");
        }
    }

    void end_row() {
        m_in_row = false;
        auto& cells = m_row.cells;
        if (m_unsorted) {
            const auto by_column = [](const Cell& a, const Cell& b) { return a.column < b.column; };
            std::stable_sort(cells.begin(), cells.end(), by_column);
            const auto twice =
                std::adjacent_find(cells.begin(), cells.end(),
                                   [](const Cell& a, const Cell& b) { return a.column == b.column; });
            if (twice != cells.end()) {
                throw Error("the cell is there twice", save_again).at(name_of({twice->row, twice->column}));
            }
            m_unsorted = false;
        }
        if (!cells.empty()) {
            const auto number = m_row.number;
            m_hand_over(std::move(m_row));
            m_row = Row{number, false, {}};
        }
    }

    const SheetContext& m_context;
    const std::function<void(Row&&)>& m_hand_over;
    Formulas m_formulas;
    CellReader m_cell;
    SheetRemainder m_rest;
    std::vector<std::int64_t> m_hidden_steps;  // ranges that begin minus ranges that have ended, by column
    Row m_row;
    CellName m_at;
    std::uint64_t m_cells = 0;
    std::uint64_t m_text = 0;
    bool m_is_worksheet = false;
    bool m_in_data = false;
    bool m_in_row = false;
    bool m_in_cell = false;
    bool m_unsorted = false;
};

}  // namespace

SheetRemainder read_sheet(std::string_view bytes, const SheetContext& context,
                          const std::function<void(Row&&)>& row) {
    SheetHandler handler(bytes, context, row);
    parse_xml(bytes, handler, context.limits);
    if (!handler.is_worksheet()) {
        throw Error("the part is no worksheet", save_again);
    }
    return handler.take_remainder();
}

}  // namespace pledgebook::formats::xlsx
