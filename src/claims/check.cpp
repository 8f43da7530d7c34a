#include "claims/check.hpp"

#include "claims/page/page.hpp"
#include "claims/slots/dates.hpp"
#include "claims/slots/statements.hpp"
#include "claims/verdicts/verdict.hpp"
#include "claims/words/words.hpp"
#include "core/error.hpp"
#include "core/reference.hpp"

#include <algorithm>
#include <array>

namespace pledgebook::claims {

namespace {

constexpr std::size_t sample = 20000;  // bytes that tell the language and the form

bool looks_like_html(std::string_view text) {
    const auto head = folded(text.substr(0, std::min<std::size_t>(text.size(), 2000)));
    if (head.find("<!doctype html") != std::string::npos || head.find("<html") != std::string::npos ||
        head.find("<head") != std::string::npos || head.find("<body") != std::string::npos) {
        return true;
    }
    static constexpr std::array<std::string_view, 6> tags{"<p>", "<p ", "<div", "<article", "<h1", "<br"};
    return std::any_of(tags.begin(), tags.end(),
                       [&](std::string_view tag) { return head.find(tag) != std::string::npos; });
}

std::string language_of(const Page& page, const std::string& wanted) {
    if (!wanted.empty()) {
        return wanted;
    }
    const auto guess = Words::guess(tokens_of(page.text, 0, std::min(page.text.size(), sample), false));
    if (guess.empty()) {
        std::string known;
        for (const auto& language : Words::languages()) {
            known += (known.empty() ? "" : ", ") + language;
        }
        throw Error(
            "this text is in a language that there are no words for",
            "There are words for: " + known + ". Where it is one of these all the same, say --language.");
    }
    return guess;
}

std::vector<std::string> furniture_parts() {
    std::vector<std::string> parts;
    for (const auto& language : Words::languages()) {
        const auto& more = Words::of(language).phrases(Role::furniture_part);
        parts.insert(parts.end(), more.begin(), more.end());
    }
    return parts;
}

Coverage coverage_of(const std::vector<Claim>& claims) {
    Coverage coverage;
    std::array<std::size_t, 6> count{};
    for (const auto& claim : claims) {
        if (!claim.in_scope) {
            ++coverage.elsewhere;
            continue;
        }
        ++coverage.figures;
        coverage.checkable += claim.verdict != Verdict::not_in_data ? 1 : 0;
        ++count.at(static_cast<std::size_t>(claim.verdict));
    }
    for (std::size_t at = 0; at < count.size(); ++at) {
        if (count.at(at) > 0) {
            coverage.verdicts.emplace_back(static_cast<Verdict>(at), count.at(at));
        }
    }
    return coverage;
}

// The article's title: of the page's head, else its first heading.
std::string title_of(const Page& page) {
    if (!page.title.empty() || page.blocks.empty() || !page.blocks.front().heading) {
        return page.title;
    }
    const auto& block = page.blocks.front();
    return page.text.substr(block.start, block.end - block.start);
}

}  // namespace

CheckedArticle check(std::string_view text, const CheckOptions& options, const questions::Desk& desk) {
    auto page = read_page(text);
    if (looks_like_html(page.text)) {
        page = read_html(page, furniture_parts());
    } else {
        read_plain(page);
    }
    CheckedArticle checked;
    checked.article.language = language_of(page, options.language);
    const auto& words = Words::of(checked.article.language);
    drop_furniture(page, words);
    checked.article.file = options.file;
    checked.article.date = options.date ? options.date : page.date;
    checked.article.title = title_of(page);
    checked.text = std::string(text);

    const Sums sums(desk, options.release, checked.article.date);
    Court court(sums, checked.article.date);
    read_statements(page, words, checked.article.date, [&](Statement& statement) {
        court.judge(statement);
        auto& claim = statement.claim;
        const auto end = page.origin[claim.end - 1];
        claim.start = page.origin[claim.start];
        claim.end = std::max<std::size_t>(page.origin[claim.end], end + 1);
        checked.claims.push_back(std::move(claim));
    });
    checked.coverage = coverage_of(checked.claims);
    return checked;
}

}  // namespace pledgebook::claims
