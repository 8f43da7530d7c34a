#include "importers/kiel_workbook/release_prose.hpp"

#include "core/reference.hpp"
#include "core/tsv.hpp"
#include "data_files.hpp"
#include "importers/written_date.hpp"

#include <vector>

namespace pledgebook::importers::kiel_workbook_sheets {

namespace {

struct Token {
    std::string word;       // folded
    std::size_t begin = 0;  // in the folded text
};

std::vector<Token> tokens_of(const std::string& text) {
    std::vector<Token> tokens;
    std::string word;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const char c = at < text.size() ? text[at] : ' ';
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            word += c;
        } else if (!word.empty()) {
            tokens.push_back({word, at - word.size()});
            word.clear();
        }
    }
    return tokens;
}

// "7th" -> 7
std::optional<int> ordinal(std::string_view word) {
    int value = 0;
    std::size_t digits = 0;
    for (; digits < word.size() && word[digits] >= '0' && word[digits] <= '9' && digits < 4; ++digits) {
        value = value * 10 + (word[digits] - '0');
    }
    const auto ending = word.substr(digits);
    const bool plain = ending.empty() || ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
    return digits > 0 && digits < 4 && plain ? std::optional(value) : std::nullopt;
}

struct Match {
    std::optional<int> number;
    std::vector<WrittenDate> dates;
};

// The pattern at this token of the text; nothing where it does not fit.
std::optional<Match> match_at(const std::string& text, const std::vector<Token>& tokens, std::size_t at,
                              const std::vector<std::string_view>& pattern) {
    Match match;
    for (const auto item : pattern) {
        if (at >= tokens.size()) {
            return std::nullopt;
        }
        if (item == "{number}") {
            match.number = ordinal(tokens[at++].word);
            if (!match.number) {
                return std::nullopt;
            }
        } else if (item == "{date}") {
            const auto date = read_written_date(std::string_view(text).substr(tokens[at].begin));
            if (!date) {
                return std::nullopt;
            }
            const auto end = tokens[at].begin + date->length;
            match.dates.push_back(*date);
            while (at < tokens.size() && tokens[at].begin < end) {
                ++at;
            }
        } else if (tokens[at++].word != item) {
            return std::nullopt;
        }
    }
    return match;
}

void apply(std::string_view what, Match match, ReleaseProse& prose) {
    if (what == "number") {
        prose.number = prose.number ? prose.number : match.number;
    } else if (!match.dates.empty() && !prose.cutoff && match.dates.back().last()) {
        prose.cutoff = match.dates.back().last();
        auto begin = match.dates.front();
        if (what == "coverage" && match.dates.size() == 2) {
            begin.year = begin.year == 0 ? match.dates.back().year : begin.year;
            prose.begins = begin.first();
        }
    }
}

}  // namespace

ReleaseProse read_release_prose(std::string_view text) {
    static const Tsv patterns("data/importers/release_words.tsv", data::file("importers/release_words.tsv"));
    const auto what = patterns.column("what");
    const auto words = patterns.column("words");
    const auto small = folded(text);
    const auto tokens = tokens_of(small);
    ReleaseProse prose;
    for (std::size_t row = 0; row < patterns.rows(); ++row) {
        const auto pattern = split(patterns.cell(row, words), ' ');
        for (std::size_t at = 0; at < tokens.size(); ++at) {
            if (auto match = match_at(small, tokens, at, pattern)) {
                apply(patterns.cell(row, what), std::move(*match), prose);
                break;
            }
        }
    }
    return prose;
}

}  // namespace pledgebook::importers::kiel_workbook_sheets
