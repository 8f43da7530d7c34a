// Which encoding a text file is in, by its byte order mark or by how its bytes lie, and its text as UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pledgebook::formats {

enum class Encoding { utf8, utf16_little, utf16_big };

struct EncodingGuess {
    Encoding encoding = Encoding::utf8;
    std::size_t mark = 0;  // length of the byte order mark
};

EncodingGuess guess_encoding(std::string_view bytes);

// The text without its mark. Throws Error with the place of the first byte that is no text: broken UTF-8
// or UTF-16, a NUL.
std::string decode_text(std::string_view bytes);

// The first few thousand bytes as UTF-8; nothing where they are no text.
std::optional<std::string> decode_head(std::string_view bytes);

}  // namespace pledgebook::formats
