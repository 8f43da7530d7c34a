// Strings of a workbook: the escapes `_x000D_` inside them, and the table of shared ones.
#pragma once

#include "formats/workbook.hpp"
#include "formats/xlsx/xml.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::formats::xlsx {

// ST_Xstring (ECMA-376 part 1, 22.9.2.19): "_x000D_" is a carriage return, "_x005F_" an underscore. What
// cannot be text (a lone surrogate, a zero) becomes U+FFFD.
std::string unescape_text(std::string_view text);

// Joins the text of a string item (<si>, <is>, a comment's <text>): its runs in order, phonetic guides
// left out, and blanks at the ends of a run dropped unless xml:space keeps them, as Excel does.
class RichText {
public:
    void clear();
    // Each returns true where the element belongs to the text.
    bool start(const XmlElement& element);
    bool end(std::string_view name);
    void text(std::string_view piece) {
        if (m_in_text) {
            m_run += piece;
        }
    }
    [[nodiscard]] const std::string& joined() const { return m_joined; }

private:
    std::string m_joined;
    std::string m_run;
    bool m_in_text = false;
    bool m_keep_blanks = false;
    int m_phonetic = 0;
};

// All in one piece of memory.
class SharedStrings {
public:
    static SharedStrings parse(std::string_view bytes, const WorkbookLimits& limits);

    [[nodiscard]] std::size_t size() const { return m_ends.size(); }
    [[nodiscard]] std::string_view at(std::size_t index) const {
        const auto begin = index == 0 ? 0 : m_ends[index - 1];
        return std::string_view(m_text).substr(begin, m_ends[index] - begin);
    }

private:
    std::string m_text;
    std::vector<std::size_t> m_ends;
};

}  // namespace pledgebook::formats::xlsx
