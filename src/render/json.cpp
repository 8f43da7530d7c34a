#include "render/json.hpp"

#include "render/screen_text.hpp"

#include <fmt/format.h>
#include <array>
#include <cmath>

namespace pledgebook::render {

namespace {

constexpr std::size_t line_length = 100;

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const auto letter = next_letter(text, at);
        if (letter == '"' || letter == '\\') {
            out += '\\';
            append_letter(out, letter);
        } else if (letter == '\n') {
            out += "\\n";
        } else if (letter == '\t') {
            out += "\\t";
        } else if (letter < 0x20 || letter == 0x7F || letter == 0x2028 || letter == 0x2029) {
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(letter));
        } else {
            append_letter(out, letter);
        }
    }
    return out + "\"";
}

std::string number(Decimal value) {
    auto text = to_string(value);
    return text.find('.') == std::string::npos ? text + ".0" : text;
}

}  // namespace

Json::Json(std::string_view text) : m_text(quoted(text)) {}

Json::Json(Decimal value) : m_text(number(value)) {}

Json::Json(Number value) : m_text(to_string(value)) {}

Json::Json(double value) : m_text(std::isfinite(value) ? fmt::format("{:.10g}", value) : "null") {
    if (m_text == "-0") {
        m_text = "0";
    }
}

Json Json::object(std::initializer_list<Member> members) {
    Json json;
    json.m_sort = Sort::object;
    json.m_members = members;
    return json;
}

Json Json::array() {
    Json json;
    json.m_sort = Sort::array;
    return json;
}

Json Json::array(const std::vector<std::string>& texts) {
    Json json = array();
    for (const auto& text : texts) {
        json.add(Json(text));
    }
    return json;
}

void Json::add(std::string name, Json value) {
    m_members.emplace_back(std::move(name), std::move(value));
}

void Json::add(Json value) {
    m_members.emplace_back(std::string{}, std::move(value));
}

std::string Json::on_one_line() const {
    if (m_sort == Sort::plain) {
        return m_text;
    }
    std::string out(1, m_sort == Sort::object ? '{' : '[');
    for (const auto& [name, value] : m_members) {
        out += out.size() == 1 ? "" : ", ";
        out += m_sort == Sort::object ? quoted(name) + ": " : "";
        out += value.on_one_line();
        if (out.size() > line_length) {
            return out;  // too long in any case
        }
    }
    return out + (m_sort == Sort::object ? "}" : "]");
}

void Json::write(std::string& out, std::size_t indent) const {
    if (const auto line = on_one_line();
        m_sort == Sort::plain || m_members.empty() || indent + line.size() <= line_length) {
        out += line;
        return;
    }
    const std::string before(indent + 2, ' ');
    out += m_sort == Sort::object ? "{\n" : "[\n";
    bool first = true;
    for (const auto& [name, value] : m_members) {
        out += (first ? "" : ",\n") + before;
        out += m_sort == Sort::object ? quoted(name) + ": " : "";
        value.write(out, indent + 2);
        first = false;
    }
    out += "\n" + std::string(indent, ' ') + (m_sort == Sort::object ? "}" : "]");
}

Json Json::settled(std::size_t levels) const {
    Json text;
    text.m_text.clear();
    write(text.m_text, 2 * levels);
    return text;
}

std::string Json::written() const {
    std::string out;
    write(out, 0);
    return out;
}

}  // namespace pledgebook::render
