#include "claims/words/sentence.hpp"

#include "core/error.hpp"
#include "core/reference.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

namespace pledgebook::claims {

namespace {

// Where the sentences of text[start, end) end, by ICU.
class Breaks {
public:
    explicit Breaks(const std::string& language) {
        UErrorCode status = U_ZERO_ERROR;
        m_breaks.reset(icu::BreakIterator::createSentenceInstance(icu::Locale(language.c_str()), status));
        if (U_FAILURE(status)) {
            throw Error("sentences cannot be told apart: " + std::string(u_errorName(status)));
        }
    }

    std::vector<std::size_t> ends(std::string_view text, std::size_t start, std::size_t end) {
        UErrorCode status = U_ZERO_ERROR;
        UText* part =
            utext_openUTF8(nullptr, text.data() + start, static_cast<std::int64_t>(end - start), &status);
        m_breaks->setText(part, status);
        std::vector<std::size_t> found;
        if (U_SUCCESS(status)) {
            m_breaks->first();
            for (auto at = m_breaks->next(); at != icu::BreakIterator::DONE; at = m_breaks->next()) {
                found.push_back(start + static_cast<std::size_t>(at));
            }
        }
        utext_close(part);
        return found;
    }

private:
    std::unique_ptr<icu::BreakIterator> m_breaks;
};

bool after_abbreviation(std::string_view text, const std::vector<std::string>& abbreviations) {
    const auto last = text.find_last_not_of(" \t\r\n");
    text = text.substr(0, last == std::string_view::npos ? 0 : last + 1);
    const auto blank = text.find_last_of(" \t\r\n(\u00A0");
    const auto word = folded(text.substr(blank == std::string_view::npos ? 0 : blank + 1));
    return std::find(abbreviations.begin(), abbreviations.end(), word) != abbreviations.end();
}

}  // namespace

const Mention* Sentence::at(std::size_t token, Role role) const {
    if (token >= tokens.size() || !has(role)) {
        return nullptr;
    }
    for (auto at = first_mention[token]; at < mentions.size() && mentions[at].first == token; ++at) {
        if (mentions[at].role == role) {
            return &mentions[at];
        }
    }
    return nullptr;
}

const Mention* Sentence::before(std::size_t token, Role role) const {
    constexpr std::size_t longest = 8;
    if (!has(role)) {
        return nullptr;
    }
    for (std::size_t back = 1; back <= std::min(longest, token); ++back) {
        if (const auto* found = at(token - back, role); found != nullptr && found->last == token) {
            return found;
        }
    }
    return nullptr;
}

const Mention* Sentence::within(std::size_t from, std::size_t to, Role role) const {
    if (from >= tokens.size() || !has(role)) {
        return nullptr;
    }
    for (auto at = first_mention[from]; at < mentions.size() && mentions[at].first < to; ++at) {
        if (mentions[at].role == role) {
            return &mentions[at];
        }
    }
    return nullptr;
}

namespace {

void find_mentions(Sentence& sentence, const Words& words) {
    sentence.mentions = words.find(sentence.tokens);
    sentence.first_mention.assign(sentence.tokens.size(), sentence.mentions.size());
    for (const auto& mention : sentence.mentions) {
        sentence.roles.set(static_cast<std::size_t>(mention.role));
    }
    std::size_t mention = 0;
    for (std::size_t token = 0; token < sentence.tokens.size(); ++token) {
        while (mention < sentence.mentions.size() && sentence.mentions[mention].first < token) {
            ++mention;
        }
        sentence.first_mention[token] = mention;
    }
}

}  // namespace

Sentence sentence_of(std::string_view text, std::size_t start, std::size_t end, const Words& words) {
    Sentence sentence;
    sentence.start = start;
    sentence.end = end;
    sentence.tokens = tokens_of(text, start, end, !words.phrases(Role::decimal_comma).empty());
    find_mentions(sentence, words);
    return sentence;
}

namespace {

// The tokens of one sentence, cut where it is too long.
bool read_parts(std::vector<Token> tokens, const Words& words, const Sentence& like,
                const std::function<bool(const Sentence&)>& next) {
    for (std::size_t at = 0; at < tokens.size(); at += longest_sentence) {
        auto sentence = like;
        const auto last = std::min(tokens.size(), at + longest_sentence);
        sentence.tokens.assign(std::make_move_iterator(tokens.begin() + static_cast<std::ptrdiff_t>(at)),
                               std::make_move_iterator(tokens.begin() + static_cast<std::ptrdiff_t>(last)));
        sentence.start = sentence.tokens.front().start;
        sentence.end = sentence.tokens.back().end;
        find_mentions(sentence, words);
        if (!next(sentence)) {
            return false;
        }
    }
    return true;
}

}  // namespace

void read_sentences(const Page& page, const Words& words, const std::function<bool(const Sentence&)>& next) {
    Breaks breaks(words.language());
    const auto& abbreviations = words.phrases(Role::abbreviation);
    const bool comma = !words.phrases(Role::decimal_comma).empty();
    for (std::size_t number = 0; number < page.blocks.size(); ++number) {
        const auto& block = page.blocks[number];
        Sentence like;
        like.block = number;
        like.heading = block.heading;
        auto start = block.start;
        for (const auto end : breaks.ends(page.text, block.start, block.end)) {
            const auto text = std::string_view(page.text).substr(start, end - start);
            if (end < block.end && after_abbreviation(text, abbreviations)) {
                continue;
            }
            if (!read_parts(tokens_of(page.text, start, end, comma), words, like, next)) {
                return;
            }
            start = end;
        }
    }
}

}  // namespace pledgebook::claims
