#include "claims/page/page.hpp"

#include "claims/words/code_point.hpp"
#include "core/error.hpp"

#include <unicode/unistr.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>

namespace pledgebook::claims {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

Page utf16_of(std::string_view bytes, bool big) {
    Page page;
    const auto unit = [&](std::size_t at) {
        const auto a = static_cast<unsigned char>(bytes[at]);
        const auto b = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<std::uint32_t>(big ? (a << 8U) | b : (b << 8U) | a);
    };
    for (std::size_t at = 2; at + 1 < bytes.size();) {
        std::uint32_t c = unit(at);
        std::size_t width = 2;
        if (U16_IS_LEAD(c) && at + 3 < bytes.size() && U16_IS_TRAIL(unit(at + 2))) {
            c = static_cast<std::uint32_t>(U16_GET_SUPPLEMENTARY(c, unit(at + 2)));
            width = 4;
        } else if (U16_IS_SURROGATE(c) || c == 0) {
            c = 0xFFFD;
        }
        std::string out;
        icu::UnicodeString(static_cast<UChar32>(c)).toUTF8String(out);
        page.append_at(out, at);
        at += width;
    }
    page.origin.push_back(static_cast<std::uint32_t>(bytes.size()));
    return page;
}

void refuse(std::string_view bytes) {
    struct Known {
        std::string_view begins;
        std::string_view what;
    };
    static constexpr std::array<Known, 8> others{{{"%PDF", "a PDF"},
                                                  {"PK\x03\x04", "an archive or an office document"},
                                                  {"\x89PNG", "a picture"},
                                                  {"\xFF\xD8\xFF", "a picture"},
                                                  {"GIF8", "a picture"},
                                                  {"{\\rtf", "a rich text document"},
                                                  {"\xD0\xCF\x11\xE0", "an old office document"},
                                                  {"\x1F\x8B", "compressed"}}};
    for (const auto& other : others) {
        if (bytes.starts_with(other.begins)) {
            throw Error("this is " + std::string(other.what) + ", not a text",
                        "Give the article as text or HTML.");
        }
    }
}

}  // namespace

void Page::append(std::string_view bytes, std::size_t from) {
    text.append(bytes);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        origin.push_back(static_cast<std::uint32_t>(from + at));
    }
}

void Page::append_at(std::string_view bytes, std::size_t from) {
    text.append(bytes);
    origin.insert(origin.end(), bytes.size(), static_cast<std::uint32_t>(from));
}

Page utf8_of(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        return utf16_of(bytes, bytes.front() == '\xFE');
    }
    Page page;
    page.text.reserve(bytes.size());
    page.origin.reserve(bytes.size() + 1);
    for (std::size_t at = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0; at < bytes.size();) {
        std::size_t next = at;
        const auto c = code_point_at(bytes, at, next);
        if (c == no_code_point || c == 0) {
            page.append_at(replacement, at);
        } else {
            page.append(bytes.substr(at, next - at), at);
        }
        at = next;
    }
    page.origin.push_back(static_cast<std::uint32_t>(bytes.size()));
    return page;
}

Page read_page(std::string_view bytes) {
    if (bytes.size() > largest_page) {
        throw Error("the text is larger than 64 MiB", "Give the article alone.");
    }
    refuse(bytes);
    auto page = utf8_of(bytes);
    std::size_t broken = 0;
    for (auto at = page.text.find(replacement); at != std::string::npos;
         at = page.text.find(replacement, at + replacement.size())) {
        ++broken;
    }
    if (broken * 5 > page.origin.size()) {
        throw Error("this is not a text", "Give the article as text or HTML, in UTF-8.");
    }
    if (page.text.find_first_not_of(" \t\r\n") == std::string::npos) {
        throw Error("the text is empty", "Give the article as text or HTML.");
    }
    return page;
}

}  // namespace pledgebook::claims
