#include "tables/refugee_rates.hpp"

#include "tables/workings.hpp"

#include <cctype>
#include <string>

namespace pledgebook::tables {

namespace {

bool is_digit(char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

// The last number before the words, in words as header_words() makes them.
Value number_before(const std::string& text, std::string_view words) {
    auto end = text.find(words);
    if (end == std::string::npos) {
        return std::nullopt;
    }
    while (end > 0 && !is_digit(text[end - 1])) {
        --end;
    }
    auto begin = end;
    while (begin > 0 && is_digit(text[begin - 1])) {
        --begin;
    }
    return begin == end ? std::nullopt : Number::parse(std::string_view(text).substr(begin, end - begin));
}

// "… for 6 Months"
Value months(const At& at) {
    for (const auto* table : {"refugee_calculations", "refugee_costs"}) {
        for (const auto& column : at.workings().layout(table).columns) {
            const auto title = header_words(column.column.title);
            if (const auto found =
                    title.ends_with("months") ? number_before(title, "months") : std::nullopt) {
                return found;
            }
        }
    }
    return std::nullopt;
}

Value rate_a_month(const At& at, const std::string& table) {
    const auto& layout = at.workings().layout(table);
    const auto column = layout.column(at.column(), std::nullopt);
    if (!column) {
        return std::nullopt;
    }
    return number_before(header_words(layout.columns[*column].column.title), "per refugee");
}

}  // namespace

Rule refugee_costs_at(std::string_view persons) {
    return [persons](const At& at) -> Value {
        const auto count = at.here(persons);
        const auto spent = months(at);
        const auto rate = rate_a_month(at, at.table());
        return count && spent && rate ? Value(*count * *rate * *spent) : std::nullopt;
    };
}

}  // namespace pledgebook::tables
