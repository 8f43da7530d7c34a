// A JSON value that is written the same way each time: members in the order in which they were added, exact
// numbers from decimals, no text that is not UTF-8.
#pragma once

#include "core/date.hpp"
#include "core/decimal.hpp"
#include "core/number.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pledgebook::render {

class Json {
public:
    using Member = std::pair<std::string, Json>;

    Json() : m_text("null") {}
    Json(bool value) : m_text(value ? "true" : "false") {}
    Json(const char* text) : Json(std::string_view(text)) {}
    Json(const std::string& text) : Json(std::string_view(text)) {}
    Json(std::string_view text);
    Json(std::uint64_t value) : m_text(std::to_string(value)) {}
    Json(std::uint32_t value) : m_text(std::to_string(value)) {}
    Json(int value) : m_text(std::to_string(value)) {}
    Json(Decimal value);  // at least one decimal, at most four: 115380650000.0
    Json(Number value);   // with all the decimals that it has
    Json(double value);   // ten significant digits; null where it is no number
    Json(Date day) : Json(std::string_view(to_string(day))) {}
    Json(Month month) : Json(std::string_view(to_string(month))) {}
    template <class Value>
    Json(const std::optional<Value>& value) : Json(value ? Json(*value) : Json()) {}

    static Json object(std::initializer_list<Member> members);
    static Json array();
    static Json array(const std::vector<std::string>& texts);

    void add(std::string name, Json value);  // to an object
    void add(Json value);                    // to an array

    // The same value as the text that it will be within `levels` others: a long list of such takes no more
    // memory than its text.
    [[nodiscard]] Json settled(std::size_t levels) const;

    // Two blanks a level; what fits on a line of 100 columns stands on one. Without a line end.
    [[nodiscard]] std::string written() const;

private:
    enum class Sort { plain, array, object };

    [[nodiscard]] std::string on_one_line() const;
    void write(std::string& out, std::size_t indent) const;

    Sort m_sort = Sort::plain;
    std::string m_text;  // of a plain value, as written
    std::vector<Member> m_members;
};

}  // namespace pledgebook::render
