#include "render/screen_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pledgebook::render {

namespace {

constexpr char32_t replacement = 0xFFFD;

using Range = std::pair<char32_t, char32_t>;

// Marks without a width of their own: combining marks, joiners, variation selectors.
constexpr std::array<Range, 17> no_width{{{0x0300, 0x036F},
                                          {0x0483, 0x0489},
                                          {0x0591, 0x05BD},
                                          {0x0610, 0x061A},
                                          {0x064B, 0x065F},
                                          {0x0670, 0x0670},
                                          {0x06D6, 0x06DC},
                                          {0x0900, 0x0902},
                                          {0x093C, 0x093C},
                                          {0x0E31, 0x0E31},
                                          {0x0E34, 0x0E3A},
                                          {0x1AB0, 0x1AFF},
                                          {0x1DC0, 0x1DFF},
                                          {0x200B, 0x200D},
                                          {0x20D0, 0x20FF},
                                          {0xFE00, 0xFE0F},
                                          {0xFE20, 0xFE2F}}};

// East Asian wide and full-width letters, and emoji (Unicode Standard Annex 11, in rough blocks).
constexpr std::array<Range, 13> two_wide{{{0x1100, 0x115F},
                                          {0x2E80, 0x303E},
                                          {0x3041, 0x33FF},
                                          {0x3400, 0x4DBF},
                                          {0x4E00, 0x9FFF},
                                          {0xA000, 0xA4CF},
                                          {0xAC00, 0xD7A3},
                                          {0xF900, 0xFAFF},
                                          {0xFE30, 0xFE6F},
                                          {0xFF00, 0xFF60},
                                          {0xFFE0, 0xFFE6},
                                          {0x1F300, 0x1FAFF},
                                          {0x20000, 0x3FFFD}}};

// Characters that steer a terminal or turn the direction of what follows.
constexpr std::array<Range, 7> steering{{{0x00, 0x1F},
                                         {0x7F, 0x9F},
                                         {0x200E, 0x200F},
                                         {0x2028, 0x2029},
                                         {0x202A, 0x202E},
                                         {0x2066, 0x2069},
                                         {0xFEFF, 0xFEFF}}};

template <std::size_t count>
bool in(const std::array<Range, count>& ranges, char32_t letter) {
    return std::any_of(ranges.begin(), ranges.end(), [letter](const Range& range) {
        return range.first <= letter && letter <= range.second;
    });
}

int width_of_letter(char32_t letter) {
    if (in(no_width, letter)) {
        return 0;
    }
    return in(two_wide, letter) ? 2 : 1;
}

bool is_blank(char32_t letter) {
    return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r' || letter == 0x3000;
}

std::string blanks(int count) {
    return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

}  // namespace

char32_t next_letter(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const unsigned char first = byte(at++);
    if (first < 0x80) {
        return first;
    }
    std::size_t more = 0;
    char32_t letter = 0;
    if (first >= 0xC2 && first < 0xE0) {
        more = 1;
        letter = first & 0x1FU;
    } else if (first >= 0xE0 && first < 0xF0) {
        more = 2;
        letter = first & 0x0FU;
    } else if (first >= 0xF0 && first < 0xF5) {
        more = 3;
        letter = first & 0x07U;
    } else {
        return replacement;
    }
    const std::size_t begin = at;
    for (std::size_t each = 0; each < more; ++each) {
        if (at >= text.size() || (byte(at) & 0xC0U) != 0x80U) {
            at = begin;
            return replacement;
        }
        letter = (letter << 6U) | (byte(at++) & 0x3FU);
    }
    const bool overlong = (more == 2 && letter < 0x800) || (more == 3 && letter < 0x10000);
    const bool surrogate = letter >= 0xD800 && letter <= 0xDFFF;
    return overlong || surrogate || letter > 0x10FFFF ? replacement : letter;
}

void append_letter(std::string& text, char32_t letter) {
    const auto put = [&text](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (letter < 0x80) {
        put(letter);
    } else if (letter < 0x800) {
        put(0xC0U | (letter >> 6U));
        put(0x80U | (letter & 0x3FU));
    } else if (letter < 0x10000) {
        put(0xE0U | (letter >> 12U));
        put(0x80U | ((letter >> 6U) & 0x3FU));
        put(0x80U | (letter & 0x3FU));
    } else {
        put(0xF0U | (letter >> 18U));
        put(0x80U | ((letter >> 12U) & 0x3FU));
        put(0x80U | ((letter >> 6U) & 0x3FU));
        put(0x80U | (letter & 0x3FU));
    }
}

int width_of(std::string_view text) {
    int width = 0;
    for (std::size_t at = 0; at < text.size();) {
        width += width_of_letter(next_letter(text, at));
    }
    return width;
}

std::string harmless(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto letter = next_letter(text, at);
        if (is_blank(letter) && letter < 0x80) {
            out += ' ';
        } else {
            append_letter(out, in(steering, letter) ? replacement : letter);
        }
    }
    return out;
}

std::string harmless_lines(std::string_view text, int longest) {
    std::string out;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        out += shortened(harmless(text.substr(0, end)), longest) + "\n";
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::string to_left(std::string_view text, int width) {
    return std::string(text) + blanks(width - width_of(text));
}

std::string to_right(std::string_view text, int width) {
    return blanks(width - width_of(text)) + std::string(text);
}

std::string shortened(std::string_view text, int width) {
    if (width_of(text) <= width) {
        return std::string(text);
    }
    std::string out;
    int used = 1;  // of "…"
    for (std::size_t at = 0; at < text.size();) {
        const auto letter = next_letter(text, at);
        used += width_of_letter(letter);
        if (used > width) {
            break;
        }
        append_letter(out, letter);
    }
    return out + "…";
}

std::vector<std::string> wrapped(std::string_view text, int width) {
    std::vector<std::string> lines;
    std::string line;
    std::string word;
    const auto end_word = [&] {
        if (word.empty()) {
            return;
        }
        if (!line.empty() && width_of(line) + 1 + width_of(word) > width) {
            lines.push_back(std::move(line));
            line.clear();
        }
        line += (line.empty() ? "" : " ") + word;
        word.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto letter = next_letter(text, at);
        if (is_blank(letter)) {
            end_word();
        } else {
            append_letter(word, letter);
        }
    }
    end_word();
    if (!line.empty() || lines.empty()) {
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string paragraph(std::string_view head, std::string_view text, int width) {
    const int indent = width_of(head);
    std::string out(head);
    bool first = true;
    for (const auto& line : wrapped(text, std::max(width - indent, 20))) {
        out += (first ? "" : blanks(indent)) + line + "\n";
        first = false;
    }
    return out;
}

}  // namespace pledgebook::render
