// The article itself, out of a text or an HTML page: without the page's furniture, in blocks, each byte
// knowing where it stood in what was given.
#pragma once

#include "claims/words/words.hpp"
#include "core/date.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::claims {

// A paragraph, a heading, an item of a list: bytes [start, end) of the page's text.
struct Block {
    std::size_t start = 0, end = 0;
    bool heading = false;
    bool plain = true;  // false: not judged by its words whether it is furniture (title of the page)
};

struct Page {
    std::string text;                   // valid UTF-8
    std::vector<std::uint32_t> origin;  // of each byte of `text` in the bytes as given, and one past the last
    std::vector<Block> blocks;
    std::string title;
    std::optional<Date> date;

    void append(std::string_view bytes, std::size_t from);     // each byte one further
    void append_at(std::string_view bytes, std::size_t from);  // all at one place
};

// Text and HTML are told apart by content. Throws Error for what is neither: empty, a PDF, a picture, an
// archive, mostly bytes that are no text; or larger than `largest_page`.
Page read_page(std::string_view bytes);
constexpr std::size_t largest_page = 64U << 20U;

// The same with bytes that are no UTF-8 replaced by U+FFFD (UTF-16 with a mark is turned into UTF-8).
Page utf8_of(std::string_view bytes);

// The blocks of plain text: its lines, those that are broken inside a sentence joined.
void read_plain(Page& page);
// The blocks of an HTML page; `source` is the page as text with its origins.
Page read_html(const Page& source, const std::vector<std::string>& furniture_parts);

// Drops blocks that are the page's and not the article's: whole lines and beginnings known as such, what
// follows "related", captions that stand twice, address lines (whose date is the page's).
void drop_furniture(Page& page, const Words& words);

}  // namespace pledgebook::claims
