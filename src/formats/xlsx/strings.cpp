#include "formats/xlsx/strings.hpp"

#include <cstdint>
#include <optional>

namespace pledgebook::formats::xlsx {

namespace {

constexpr std::size_t escape_length = 7;  // _xHHHH_

std::optional<std::uint32_t> escape_at(std::string_view text) {
    if (text.size() < escape_length || text[0] != '_' || text[1] != 'x' || text[6] != '_') {
        return std::nullopt;
    }
    std::uint32_t code = 0;
    for (const auto each : text.substr(2, 4)) {
        code <<= 4U;
        if (each >= '0' && each <= '9') {
            code += static_cast<std::uint32_t>(each - '0');
        } else if (each >= 'A' && each <= 'F') {
            code += static_cast<std::uint32_t>(each - 'A' + 10);
        } else if (each >= 'a' && each <= 'f') {
            code += static_cast<std::uint32_t>(each - 'a' + 10);
        } else {
            return std::nullopt;
        }
    }
    return code;
}

void append_utf8(std::string& out, std::uint32_t code) {
    const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80U | ((code >> shift) & 0x3FU)); };
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0U | (code >> 6U));
        tail(0);
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0U | (code >> 12U));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0U | (code >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

bool is_blank(char each) {
    return each == ' ' || each == '\t' || each == '\n' || each == '\r';
}

std::string_view without_blank_ends(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_blank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

class SharedStringsHandler : public XmlHandler {
public:
    void start(const XmlElement& element) override {
        if (element.space != Space::main) {
            return;
        }
        if (element.name == "si") {
            m_item.clear();
        } else {
            m_item.start(element);
        }
    }
    void end(Space space, std::string_view name) override {
        if (space != Space::main) {
            return;
        }
        if (name == "si") {
            texts += m_item.joined();
            ends.push_back(texts.size());
        } else {
            m_item.end(name);
        }
    }
    void text(std::string_view piece) override { m_item.text(piece); }

    std::string texts;
    std::vector<std::size_t> ends;

private:
    RichText m_item;
};

}  // namespace

std::string unescape_text(std::string_view text) {
    if (text.find("_x") == std::string_view::npos) {
        return std::string(text);
    }
    std::string result;
    while (!text.empty()) {
        auto code = escape_at(text);
        if (!code) {
            result += text.front();
            text.remove_prefix(1);
            continue;
        }
        text.remove_prefix(escape_length);
        if (*code >= 0xD800 && *code < 0xDC00) {
            const auto low = escape_at(text);
            if (low && *low >= 0xDC00 && *low < 0xE000) {
                code = 0x10000 + ((*code - 0xD800) << 10U) + (*low - 0xDC00);
                text.remove_prefix(escape_length);
            }
        }
        const bool no_text = *code == 0 || (*code >= 0xD800 && *code < 0xE000);
        append_utf8(result, no_text ? 0xFFFD : *code);
    }
    return result;
}

void RichText::clear() {
    m_joined.clear();
    m_run.clear();
    m_in_text = false;
    m_phonetic = 0;
}

bool RichText::start(const XmlElement& element) {
    if (element.name == "rPh") {
        ++m_phonetic;
        return true;
    }
    if (element.name == "t" && m_phonetic == 0) {
        m_in_text = true;
        m_keep_blanks = element.attribute(Space::xml, "space") == "preserve";
        m_run.clear();
        return true;
    }
    return false;
}

bool RichText::end(std::string_view name) {
    if (name == "rPh") {
        --m_phonetic;
        return true;
    }
    if (name == "t" && m_in_text) {
        m_joined += unescape_text(m_keep_blanks ? std::string_view(m_run) : without_blank_ends(m_run));
        m_in_text = false;
        return true;
    }
    return false;
}

SharedStrings SharedStrings::parse(std::string_view bytes, const WorkbookLimits& limits) {
    SharedStringsHandler handler;
    parse_xml(bytes, handler, limits);
    SharedStrings result;
    result.m_text = std::move(handler.texts);
    result.m_ends = std::move(handler.ends);
    return result;
}

}  // namespace pledgebook::formats::xlsx
