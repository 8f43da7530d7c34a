#include "formats/text_encoding.hpp"

#include "core/error.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cstdint>

namespace pledgebook::formats {

namespace {

using namespace std::string_view_literals;

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

// Length of the UTF-8 sequence at `at`; 0 where it is broken (RFC 3629: no overlong forms, no surrogates).
std::size_t utf8_length(std::string_view bytes, std::size_t at) {
    const auto lead = byte_at(bytes, at);
    if (lead < 0x80) {
        return 1;
    }
    const std::size_t length = lead >= 0xC2 && lead < 0xE0   ? 2
                               : (lead & 0xF0U) == 0xE0      ? 3
                               : lead >= 0xF0 && lead < 0xF5 ? 4
                                                             : 0;
    if (length == 0 || at + length > bytes.size()) {
        return 0;
    }
    for (std::size_t next = 1; next < length; ++next) {
        if ((byte_at(bytes, at + next) & 0xC0U) != 0x80) {
            return 0;
        }
    }
    const auto second = byte_at(bytes, at + 1);
    const bool wrong = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second >= 0xA0) ||
                       (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second >= 0x90);
    return wrong ? 0 : length;
}

void append_utf8(std::string& out, std::uint32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
        return;
    }
    const int tails = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    constexpr unsigned leads[] = {0, 0xC0, 0xE0, 0xF0};
    out += static_cast<char>(leads[tails] | (code >> (6U * static_cast<unsigned>(tails))));
    for (int tail = tails - 1; tail >= 0; --tail) {
        out += static_cast<char>(0x80U | ((code >> (6U * static_cast<unsigned>(tail))) & 0x3FU));
    }
}

[[noreturn]] void fail(std::size_t place, const char* what) {
    throw Error(fmt::format("byte {} is no text: {}", place + 1, what),
                "Save the file as CSV in UTF-8 and try again.");
}

std::string decode_utf8(std::string_view bytes, std::size_t at) {
    for (auto place = at; place < bytes.size();) {
        if (bytes[place] == '\0') {
            fail(place, "a zero byte");
        }
        const auto length = utf8_length(bytes, place);
        if (length == 0) {
            fail(place, "it is not UTF-8");
        }
        place += length;
    }
    return std::string(bytes.substr(at));
}

std::string decode_utf16(std::string_view bytes, std::size_t at, bool big) {
    const auto unit = [&](std::size_t place) {
        const auto first = byte_at(bytes, place);
        const auto second = byte_at(bytes, place + 1);
        return static_cast<std::uint32_t>(big ? (first << 8U) | second : (second << 8U) | first);
    };
    if ((bytes.size() - at) % 2 != 0) {
        fail(bytes.size() - 1, "UTF-16 that is cut off in the middle of a character");
    }
    std::string result;
    result.reserve((bytes.size() - at) / 2);
    while (at < bytes.size()) {
        auto code = unit(at);
        const auto place = at;
        at += 2;
        if (code >= 0xD800 && code < 0xDC00 && at < bytes.size() && unit(at) >= 0xDC00 && unit(at) < 0xE000) {
            code = 0x10000 + ((code - 0xD800) << 10U) + (unit(at) - 0xDC00);
            at += 2;
        }
        if (code == 0) {
            fail(place, "a zero character");
        }
        if (code >= 0xD800 && code < 0xE000) {
            fail(place, "half a UTF-16 pair");
        }
        append_utf8(result, code);
    }
    return result;
}

}  // namespace

EncodingGuess guess_encoding(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF"sv)) {
        return {Encoding::utf8, 3};
    }
    if (bytes.starts_with("\xFF\xFE"sv)) {
        return {Encoding::utf16_little, 2};
    }
    if (bytes.starts_with("\xFE\xFF"sv)) {
        return {Encoding::utf16_big, 2};
    }
    // Without a mark: in the UTF-16 of our languages most characters have one byte that is zero, and it is
    // always the same one of the two.
    const auto head = bytes.substr(0, 4096);
    std::size_t zeros[2] = {0, 0};
    for (std::size_t at = 0; at < head.size(); ++at) {
        zeros[at % 2] += head[at] == '\0' ? 1U : 0U;
    }
    const auto half = head.size() / 2;
    if (half > 0 && zeros[1] * 2 > half && zeros[0] * 20 < half) {
        return {Encoding::utf16_little, 0};
    }
    if (half > 0 && zeros[0] * 2 > half && zeros[1] * 20 < half) {
        return {Encoding::utf16_big, 0};
    }
    return {};
}

std::string decode_text(std::string_view bytes) {
    const auto guess = guess_encoding(bytes);
    return guess.encoding == Encoding::utf8
               ? decode_utf8(bytes, guess.mark)
               : decode_utf16(bytes, guess.mark, guess.encoding == Encoding::utf16_big);
}

std::optional<std::string> decode_head(std::string_view bytes) {
    constexpr std::size_t enough = 4096;
    auto head = bytes.substr(0, enough);
    const bool whole = head.size() == bytes.size();
    // A cut in the middle of a character is not the file's fault.
    for (int trial = 0; trial < 4; ++trial) {
        try {
            return decode_text(head);
        } catch (const Error&) {
            if (whole || head.empty()) {
                return std::nullopt;
            }
            head.remove_suffix(1);
        }
    }
    return std::nullopt;
}

}  // namespace pledgebook::formats
