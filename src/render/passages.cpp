// The sentences around claims, cut from the text as it was given (which may be a web page).
#include "render/checked_article.hpp"
#include "render/screen_text.hpp"

#include <algorithm>
#include <string_view>

namespace pledgebook::render {

namespace {

constexpr std::size_t reach = 400;  // bytes looked at on either side of a quote

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// A sentence ends at a full stop and a blank, or at the end of a line; good enough to read by.
bool ends_sentence(std::string_view text, std::size_t at) {
    if (text[at] == '\n') {
        return true;
    }
    const bool stop = text[at] == '.' || text[at] == '!' || text[at] == '?';
    return stop && at + 1 < text.size() && is_blank(text[at + 1]);
}

std::size_t sentence_begin(std::string_view text, std::size_t from) {
    const std::size_t least = from > reach ? from - reach : 0;
    std::size_t at = from;
    while (at > least && !ends_sentence(text, at - 1)) {
        --at;
    }
    while (at < from && is_blank(text[at])) {
        ++at;
    }
    // Not into the middle of a letter.
    while (at < from && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
        ++at;
    }
    return at;
}

std::size_t sentence_end(std::string_view text, std::size_t from) {
    const std::size_t most = std::min(from + reach, text.size());
    std::size_t at = from;
    while (at < most && !ends_sentence(text, at)) {
        ++at;
    }
    if (at < text.size() && text[at] != '\n') {
        ++at;  // with its full stop
    }
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
        ++at;
    }
    return at;
}

// Appends text without tags, runs of blanks as one.
void append_plain(std::string& out, std::string_view text) {
    bool tag = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool opens = c == '<' && at + 1 < text.size() &&
                           (std::isalpha(static_cast<unsigned char>(text[at + 1])) != 0 ||
                            text[at + 1] == '/' || text[at + 1] == '!');
        if (tag || opens) {
            tag = c != '>';
            continue;
        }
        if (!is_blank(c)) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
}

}  // namespace

std::vector<Passage> passages(const CheckedArticle& checked) {
    struct Span {
        std::size_t begin, end;
        std::vector<std::size_t> claims;
    };
    const std::string_view text = checked.text;
    std::vector<Span> spans;
    for (std::size_t at = 0; at < checked.claims.size(); ++at) {
        const auto& claim = checked.claims[at];
        const auto start = std::min(claim.start, text.size());
        const auto end = std::clamp(claim.end, start, text.size());
        const auto begin = sentence_begin(text, start);
        const auto last = sentence_end(text, end);
        if (!spans.empty() && begin < spans.back().end) {
            spans.back().end = std::max(spans.back().end, last);
            spans.back().claims.push_back(at);
        } else {
            spans.push_back({begin, last, {at}});
        }
    }
    std::vector<Passage> found;
    for (const auto& span : spans) {
        auto& passage = found.emplace_back();
        passage.claims = span.claims;
        std::size_t done = span.begin;
        for (const auto at : span.claims) {
            const auto start = std::clamp(checked.claims[at].start, done, text.size());
            const auto end = std::clamp(checked.claims[at].end, start, text.size());
            append_plain(passage.words, text.substr(done, start - done));
            const auto begins = passage.words.size();
            append_plain(passage.words, text.substr(start, end - start));
            passage.quotes.emplace_back(begins, passage.words.size());
            done = end;
        }
        append_plain(passage.words, text.substr(done, std::max(span.end, done) - done));
        while (passage.words.size() > passage.quotes.back().second &&
               (passage.words.ends_with(' ') || passage.words.ends_with("\u00A0"))) {
            passage.words.resize(passage.words.size() - (passage.words.ends_with(' ') ? 1 : 2));
        }
    }
    return found;
}

}  // namespace pledgebook::render
