#include "render/look.hpp"

namespace pledgebook::render {

namespace {

std::string marked(const char* code, const std::string& text, const Look& look) {
    return look.colours ? std::string("\x1b[") + code + "m" + text + "\x1b[0m" : text;
}

}  // namespace

std::optional<Format> parse_format(std::string_view word) {
    if (word == "text") {
        return Format::text;
    }
    if (word == "json") {
        return Format::json;
    }
    if (word == "csv") {
        return Format::csv;
    }
    return word == "md" ? std::optional(Format::md) : std::nullopt;
}

std::string strong(const std::string& text, const Look& look) {
    return marked("1", text, look);
}

std::string faint(const std::string& text, const Look& look) {
    return marked("2", text, look);
}

std::string green(const std::string& text, const Look& look) {
    return marked("32", text, look);
}

std::string yellow(const std::string& text, const Look& look) {
    return marked("33", text, look);
}

std::string red(const std::string& text, const Look& look) {
    return marked("31", text, look);
}

}  // namespace pledgebook::render
