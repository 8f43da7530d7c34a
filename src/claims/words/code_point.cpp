#include "claims/words/code_point.hpp"

#include <unicode/utf8.h>

#include <cstdint>

namespace pledgebook::claims {

// ICU's macro narrows to bytes on purpose.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"

char32_t code_point_at(std::string_view text, std::size_t at, std::size_t& next) {
    auto index = static_cast<std::int64_t>(at);
    std::int32_t c = 0;
    U8_NEXT(text.data(), index, static_cast<std::int64_t>(text.size()), c);
    next = static_cast<std::size_t>(index);
    return static_cast<char32_t>(c);
}

#pragma GCC diagnostic pop

}  // namespace pledgebook::claims
