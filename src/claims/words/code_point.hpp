// One code point of UTF-8 after the other.
#pragma once

#include <cstddef>
#include <string_view>

namespace pledgebook::claims {

// The code point that begins at text[at]; no_code_point where the bytes are none. `next` is where the next
// one begins.
char32_t code_point_at(std::string_view text, std::size_t at, std::size_t& next);
constexpr char32_t no_code_point = 0xFFFFFFFF;

}  // namespace pledgebook::claims
