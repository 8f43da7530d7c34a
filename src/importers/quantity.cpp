#include "importers/quantity.hpp"

#include "core/error.hpp"
#include "core/reference.hpp"
#include "core/tsv.hpp"
#include "data_files.hpp"
#include "importers/column_words.hpp"

#include <charconv>
#include <map>

namespace pledgebook::importers {

namespace {

std::map<std::string, Given> read_missing_words() {
    std::map<std::string, Given> words;
    const Tsv tsv("data/importers/missing_words.tsv", data::file("importers/missing_words.tsv"));
    for (std::size_t row = 0; row < tsv.rows(); ++row) {
        const auto given = parse_given(tsv.cell(row, tsv.column("given")));
        if (!given) {
            tsv.fail(row, "there is no such state of a value");
        }
        for (const auto word : split(tsv.cell(row, tsv.column("words")), '|')) {
            words.emplace(folded(word), *given);
        }
    }
    return words;
}

std::map<std::string, Unit> read_units() {
    std::map<std::string, Unit> units;
    const Tsv tsv("data/importers/units.tsv", data::file("importers/units.tsv"));
    for (std::size_t row = 0; row < tsv.rows(); ++row) {
        const auto currency = Currency::parse(tsv.cell(row, tsv.column("currency")));
        const auto zeros = tsv.cell(row, tsv.column("zeros"));
        int power = 0;
        std::from_chars(zeros.data(), zeros.data() + zeros.size(), power);
        if (!currency) {
            tsv.fail(row, "there is no such currency");
        }
        for (const auto spelling : split(tsv.cell(row, tsv.column("spellings")), '|')) {
            units.emplace(header_key(spelling), Unit{*currency, power});
        }
    }
    return units;
}

constexpr int largest_power = 400;  // beyond what a spreadsheet's number can have

// The number without its power of ten, and that power.
std::pair<std::string_view, int> parted(std::string_view text) {
    const auto mark = text.find_first_of("eE");
    if (mark == std::string_view::npos) {
        return {text, 0};
    }
    auto power = text.substr(mark + 1);
    if (power.starts_with('+')) {
        power.remove_prefix(1);
    }
    int value = 0;
    const auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), value);
    if (error != std::errc{} || end != power.data() + power.size() || value > largest_power ||
        value < -largest_power) {
        return {text, 0};
    }
    return {text.substr(0, mark), value};
}

}  // namespace

std::optional<Given> missing_word(std::string_view text) {
    static const auto words = read_missing_words();
    const auto found = words.find(folded(trimmed(text)));
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

Quantity read_quantity(const formats::Cell* cell, Given blank) {
    Quantity quantity;
    const auto text = cell == nullptr ? std::string_view{} : trimmed(cell->text);
    if (text.empty() || text == ".") {
        quantity.given = blank;
        return quantity;
    }
    if (cell->date) {
        // A spreadsheet takes "3-5" for a day; its number counts days, not what the column counts.
        quantity.given = Given::unreadable;
        quantity.text = to_string(*cell->date);
        return quantity;
    }
    const bool holds_a_number =
        cell->type == formats::CellType::number || cell->type == formats::CellType::text;
    quantity.value = holds_a_number ? read_number(text) : std::nullopt;
    if (quantity.value) {
        quantity.given = Given::given;
        return quantity;
    }
    quantity.given = missing_word(text).value_or(Given::unreadable);
    quantity.text = std::string(text);
    return quantity;
}

std::optional<Decimal> read_number(std::string_view text, int zeros) {
    const auto [digits, power] = parted(trimmed(text));
    return Decimal::parse(zeros + power == 0 ? std::string(digits)
                                             : std::string(digits) + "E" + std::to_string(zeros + power));
}

std::string without_power(std::string_view text) {
    auto [number, power] = parted(text);
    if (power == 0 || power > 30 || power < -30) {
        return std::string(text);
    }
    const bool negative = number.starts_with('-');
    number.remove_prefix(negative ? 1 : 0);
    const auto point = number.find('.');
    std::string digits(number);
    auto place = static_cast<long>(point == std::string_view::npos ? number.size() : point) + power;
    if (point != std::string_view::npos) {
        digits.erase(point, 1);
    }
    if (place < 1) {
        digits.insert(0, static_cast<std::size_t>(1 - place), '0');
        place = 1;
    }
    if (static_cast<std::size_t>(place) > digits.size()) {
        digits.append(static_cast<std::size_t>(place) - digits.size(), '0');
    }
    digits.insert(static_cast<std::size_t>(place), ".");
    return (negative ? "-" : "") + digits;
}

bool is_number_as_text(const formats::Cell* cell) {
    return cell != nullptr && cell->type == formats::CellType::text && read_number(cell->text).has_value();
}

std::optional<Unit> read_unit(std::string_view text) {
    static const auto units = read_units();
    const auto found = units.find(header_key(text));
    return found == units.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace pledgebook::importers
