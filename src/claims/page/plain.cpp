#include "claims/page/page.hpp"

#include <algorithm>

namespace pledgebook::claims {

namespace {

constexpr std::string_view blanks = " \t\r\n\f\v";

bool ends_sentence(std::string_view line) {
    const auto last = line.find_last_not_of(blanks);
    if (last == std::string_view::npos) {
        return true;
    }
    line = line.substr(0, last + 1);
    while (line.ends_with("\"") || line.ends_with(")") || line.ends_with("\u2019") ||
           line.ends_with("\u201D")) {
        line.remove_suffix(line.ends_with("\"") || line.ends_with(")") ? 1 : 3);
    }
    return line.empty() || std::string_view(".!?:;").find(line.back()) != std::string_view::npos;
}

bool begins_small(std::string_view line) {
    return !line.empty() && line.front() >= 'a' && line.front() <= 'z';
}

// A line that was broken by its width: long, and followed by another line without a gap.
constexpr std::size_t wrapped_from = 50;
constexpr std::size_t wrapped_to = 120;
constexpr std::size_t longest_heading = 120;

}  // namespace

void read_plain(Page& page) {
    const std::string_view text = page.text;
    bool gap = true;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        const auto first = line.find_first_not_of(blanks);
        if (first == std::string_view::npos) {
            gap = true;
        } else {
            const auto last = line.find_last_not_of(blanks);
            const auto words = line.substr(first, last + 1 - first);
            auto* before = page.blocks.empty() ? nullptr : &page.blocks.back();
            const auto size = before == nullptr ? 0 : before->end - before->start;
            if (before != nullptr && !gap && size >= wrapped_from && words.size() <= wrapped_to &&
                begins_small(words) && !ends_sentence(text.substr(before->start, size))) {
                before->end = at + last + 1;
            } else {
                page.blocks.push_back({at + first, at + last + 1, false, true});
            }
            gap = false;
        }
        at = end + 1;
    }
    for (auto& block : page.blocks) {
        const auto words = text.substr(block.start, block.end - block.start);
        block.heading = words.size() <= longest_heading && !ends_sentence(words);
    }
}

}  // namespace pledgebook::claims
