#include "claims/page/page.hpp"

#include "claims/slots/dates.hpp"
#include "core/reference.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace pledgebook::claims {

namespace {

std::string_view words_of(const Page& page, const Block& block) {
    return std::string_view(page.text).substr(block.start, block.end - block.start);
}

// Letters and digits only, single blanks between: quotes, dashes and colons do not make two lines differ.
std::string bare(std::string_view text) {
    std::string out;
    for (const auto& token : tokens_of(text, 0, text.size(), false)) {
        if (token.sort != Token::Sort::sign) {
            out += (out.empty() ? "" : " ") + token.key;
        }
    }
    return out;
}

std::set<std::string> bare_phrases(const Words& words, Role role) {
    std::set<std::string> all;
    for (const auto& phrase : words.phrases(role)) {
        all.insert(bare(phrase));
    }
    return all;
}

bool has_address(std::string_view text) {
    return text.find("http://") != std::string_view::npos || text.find("https://") != std::string_view::npos;
}

bool ends_like_prose(std::string_view text) {
    static constexpr std::string_view ends = ".!?\"'";
    return ends.find(text.back()) != std::string_view::npos || text.ends_with("\u2019") ||
           text.ends_with("\u201D");
}

constexpr std::size_t shortest_prose = 80;  // after "related", a shorter block is a link
constexpr std::size_t shortest_double = 20;

struct Judge {
    std::set<std::string> lines, tails;
    std::vector<std::string> leads;

    explicit Judge(const Words& words)
        : lines(bare_phrases(words, Role::furniture_line)),
          tails(bare_phrases(words, Role::furniture_tail)),
          leads(words.phrases(Role::furniture_lead)) {}

    [[nodiscard]] bool leads_nowhere(std::string_view text) const {
        const auto begin = folded(text.substr(0, std::min<std::size_t>(text.size(), 80)));
        return std::any_of(leads.begin(), leads.end(), [&](const std::string& lead) {
            return begin.starts_with(lead) && (begin.size() == lead.size() || lead.back() == ':' ||
                                               (begin[lead.size()] == ' ' || begin[lead.size()] == ':'));
        });
    }
};

// An address with a date beside it is a line about the article, not of it.
bool address_line(Page& page, std::string_view text, const Words& words) {
    const auto at = text.find("http");
    const auto gap = text.find_first_of(" \t", at);
    const auto rest = std::string(text.substr(0, at)) +
                      (gap == std::string_view::npos ? "" : std::string(text.substr(gap)));
    const auto tokens = tokens_of(rest, 0, rest.size(), false);
    const auto found = date_in(rest, words);
    if (found && !page.date) {
        page.date = found;
    }
    constexpr std::size_t few = 16;
    return found.has_value() ? tokens.size() <= few : tokens.size() <= 2;
}

}  // namespace

void drop_furniture(Page& page, const Words& words) {
    const Judge judge(words);
    std::map<std::string, std::size_t> seen;  // bare text -> position among all blocks
    std::set<std::size_t> dropped;
    bool tail = false;
    for (std::size_t at = 0; at < page.blocks.size(); ++at) {
        const auto text = words_of(page, page.blocks[at]);
        const auto core = bare(text);
        if (has_address(text) && address_line(page, text, words)) {
            dropped.insert(at);
            continue;
        }
        if (core.empty() || judge.lines.contains(core) || judge.leads_nowhere(text)) {
            dropped.insert(at);
            continue;
        }
        if (judge.tails.contains(core)) {
            tail = true;
            dropped.insert(at);
            continue;
        }
        tail = tail && !(text.size() >= shortest_prose && ends_like_prose(text));
        if (tail) {
            dropped.insert(at);
            continue;
        }
        if (core.size() < shortest_double) {
            continue;
        }
        const auto [first, is_new] = seen.emplace(core, at);
        if (!is_new) {
            dropped.insert(at);
            if (first->second + 1 == at) {
                dropped.insert(first->second);  // a caption, once for the eye and once for the reader's ear
            }
        }
    }
    std::vector<Block> kept;
    for (std::size_t at = 0; at < page.blocks.size(); ++at) {
        if (!dropped.contains(at)) {
            kept.push_back(page.blocks[at]);
        }
    }
    page.blocks = std::move(kept);
}

}  // namespace pledgebook::claims
