#include "formats/xlsx/cell_reader.hpp"

#include "core/error.hpp"
#include "formats/xlsx/number_format.hpp"

#include <fmt/format.h>
#include <charconv>

namespace pledgebook::formats::xlsx {

namespace {

constexpr const char* save_again =
    "Open the file in a spreadsheet program and save it as .xlsx, or download it again.";

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

template <typename Number>
std::optional<Number> parse_whole(std::string_view text) {
    Number value = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc{} && stop == end ? std::optional(value) : std::nullopt;
}

// [-+]digits[.digits][E[-+]digits]: what XML Schema's double allows, save INF and NaN.
bool is_number(std::string_view text) {
    std::size_t at = 0;
    const auto sign = [&] { at += at < text.size() && (text[at] == '-' || text[at] == '+') ? 1U : 0U; };
    const auto digits = [&] {
        const auto begin = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
            ++at;
        }
        return at - begin;
    };
    sign();
    auto count = digits();
    if (at < text.size() && text[at] == '.') {
        ++at;
        count += digits();
    }
    if (count == 0) {
        return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        sign();
        count = digits();
    }
    return count > 0 && at == text.size();
}

}  // namespace

void CellReader::begin(const XmlElement& element, CellName at) {
    m_at = at;
    m_value.clear();
    m_has_formula = false;
    m_inside = Inside::nothing;
    m_style = 0;
    if (const auto style = element.attribute("s")) {
        m_style = parse_whole<std::size_t>(*style).value_or(0);
    }
    const auto sort = element.attribute("t").value_or("n");
    if (sort == "n") {
        m_sort = Sort::number;
    } else if (sort == "s") {
        m_sort = Sort::shared;
    } else if (sort == "str") {
        m_sort = Sort::string;
    } else if (sort == "inlineStr") {
        m_sort = Sort::inline_string;
        m_inline.clear();
    } else if (sort == "b") {
        m_sort = Sort::boolean;
    } else if (sort == "e") {
        m_sort = Sort::error;
    } else if (sort == "d") {
        m_sort = Sort::day;
    } else {
        throw Error(fmt::format("a cell of the unknown type '{}'", sort), save_again);
    }
}

void CellReader::start(const XmlElement& element) {
    if (element.name == "v") {
        if (!m_value.empty()) {
            throw Error("the cell has two values", save_again);
        }
        m_inside = Inside::value;
    } else if (element.name == "f") {
        if (m_has_formula) {
            throw Error("the cell has two formulas", save_again);
        }
        m_inside = Inside::formula;
        m_has_formula = true;
        m_formula.clear();
        m_formula_sort = element.attribute("t").value_or("normal");
        m_group = parse_whole<std::uint32_t>(element.attribute("si").value_or(""));
        m_range = parse_range(element.attribute("ref").value_or(""));
        m_first_input = element.attribute("r1").value_or("");
        m_second_input = element.attribute("r2").value_or("");
        m_two_inputs = element.flag("dt2D");
        m_row_input = element.flag("dtr");
    } else if (m_sort == Sort::inline_string) {
        m_inline.start(element);
    }
}

void CellReader::end(std::string_view name) {
    if (name == "v" || name == "f") {
        m_inside = Inside::nothing;
    } else if (m_sort == Sort::inline_string) {
        m_inline.end(name);
    }
}

void CellReader::text(std::string_view piece) {
    if (m_inside == Inside::value) {
        m_value += piece;
    } else if (m_inside == Inside::formula) {
        m_formula += piece;
    } else if (m_sort == Sort::inline_string) {
        m_inline.text(piece);
    }
}

std::optional<Cell> CellReader::finish() {
    const auto* array = m_formulas.array_at(m_at);
    const bool nothing = m_value.empty() && m_sort != Sort::inline_string;
    if (nothing && !m_has_formula && array == nullptr) {
        return std::nullopt;  // a mere format: most cells of a real sheet
    }
    Cell cell;
    cell.row = m_at.row;
    cell.column = m_at.column;
    read_value(cell);
    if (m_has_formula) {
        cell.formula = read_formula();
    } else if (array != nullptr) {
        cell.formula = *array;
    }
    return cell.has_value() || !cell.formula.empty() ? std::optional(std::move(cell)) : std::nullopt;
}

void CellReader::read_value(Cell& cell) const {
    const auto value = trimmed(m_value);
    switch (m_sort) {
        case Sort::number:
            return read_number(cell, value);
        case Sort::day:
            return read_day(cell, value);
        case Sort::shared:
            cell.text = shared_string(value);
            cell.type = CellType::text;
            break;
        case Sort::string:
            cell.text = unescape_text(m_value);
            cell.type = CellType::text;
            break;
        case Sort::inline_string:
            cell.text = m_inline.joined();
            cell.type = CellType::text;
            break;
        case Sort::error:
            cell.text = value;
            cell.type = CellType::error;
            break;
        case Sort::boolean:
            cell.text = value.empty() ? "" : value == "1" || value == "true" ? "TRUE" : "FALSE";
            cell.type = CellType::boolean;
            break;
    }
    if (cell.text.empty()) {
        cell.type = CellType::empty;  // an empty string shows nothing and is no value
    }
}

void CellReader::read_number(Cell& cell, std::string_view value) const {
    if (value.empty()) {
        return;
    }
    if (!is_number(value)) {
        throw Error(fmt::format("'{}' stands where a number belongs", value.substr(0, 40)), save_again);
    }
    cell.type = CellType::number;
    cell.text = value;
    if (m_context.styles.is_date(m_style)) {
        cell.is_date = true;
        cell.date = date_of_serial(value, m_context.from_1904);
    }
}

// A day in words (t="d") is handed on as what Excel itself would write: the serial number.
void CellReader::read_day(Cell& cell, std::string_view value) const {
    if (value.empty()) {
        return;
    }
    const auto serial = serial_of_iso(value, m_context.from_1904);
    cell.text = serial ? *serial : std::string(value);
    cell.type = serial ? CellType::number : CellType::text;
    cell.is_date = serial.has_value();
    if (serial) {
        cell.date = date_of_serial(*serial, m_context.from_1904);
    }
}

std::string_view CellReader::shared_string(std::string_view value) const {
    if (value.empty()) {
        return {};
    }
    const auto index = parse_whole<std::size_t>(value);
    if (!index || *index >= m_context.strings.size()) {
        throw Error(fmt::format("the cell points to string {}, and the workbook has {}", value.substr(0, 40),
                                m_context.strings.size()),
                    save_again);
    }
    return m_context.strings.at(*index);
}

std::string CellReader::read_formula() {
    auto formula = unescape_text(m_formula);
    if (m_formula_sort == "shared" && m_group) {
        if (formula.empty()) {
            return m_formulas.shared(*m_group, m_at);
        }
        m_formulas.define_shared(*m_group, m_at, formula);
        return formula;
    }
    if (m_formula_sort == "dataTable") {
        formula = table_formula();
    }
    const bool spreads = m_formula_sort == "array" || m_formula_sort == "dataTable";
    if (spreads && m_range &&
        (m_range->first_row != m_range->last_row || m_range->first_column != m_range->last_column)) {
        m_formulas.define_array(*m_range, formula);
    }
    return formula;
}

// As Excel shows it: {=TABLE(row input, column input)}.
std::string CellReader::table_formula() const {
    if (m_two_inputs) {
        return fmt::format("TABLE({},{})", m_first_input, m_second_input);
    }
    return m_row_input ? fmt::format("TABLE({},)", m_first_input) : fmt::format("TABLE(,{})", m_first_input);
}

}  // namespace pledgebook::formats::xlsx
