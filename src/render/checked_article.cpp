#include "render/checked_article.hpp"

#include "render/json.hpp"
#include "render/rows.hpp"
#include "render/scope.hpp"
#include "render/screen_text.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace pledgebook::render {

namespace {

std::string words_of(Verdict verdict) {
    std::string words(to_string(verdict));
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string in_colour(Verdict verdict, const std::string& text, const Look& look) {
    switch (verdict) {
        case Verdict::supported:
        case Verdict::close:
            return green(text, look);
        case Verdict::contradicted:
            return red(text, look);
        case Verdict::other_scope:
        case Verdict::outdated:
            return yellow(text, look);
        case Verdict::not_in_data:
            return faint(text, look);
    }
    return text;
}

std::string held_words(const Held& held) {
    if (held.unit == "rank") {
        return fmt::format("rank {:.6g}", held.value) +
               (held.release.empty() ? "" : ", " + harmless(held.release));
    }
    auto value = fmt::format("{:.6g}", held.value);
    // Amounts are told as an article tells them: 135.05 GBP bn.
    if (held.unit.ends_with(" bn") || held.unit == "percent") {
        value = fmt::format("{:.2f}", held.value);
    }
    return harmless(value + " " + held.unit) + (held.release.empty() ? "" : ", " + harmless(held.release));
}

// The sentence with its quotes in brackets, each with the number of its claim.
std::string marked(const Passage& passage) {
    std::string out;
    std::size_t done = 0;
    for (std::size_t at = 0; at < passage.quotes.size(); ++at) {
        const auto [begin, end] = passage.quotes[at];
        out += passage.words.substr(done, begin - done);
        out += fmt::format("[{}]({})", passage.words.substr(begin, end - begin), passage.claims[at] + 1);
        done = end;
    }
    return harmless(out + passage.words.substr(done));
}

std::string claim_text(const Claim& claim, std::size_t number, const Look& look) {
    const auto mark = to_right(fmt::format("({})", number), 6) + " ";
    std::string out = mark + in_colour(claim.verdict, strong(words_of(claim.verdict), look), look) + "\n";
    const std::string indent(static_cast<std::size_t>(width_of(mark)), ' ');
    out += paragraph(indent, harmless(claim.why), look.width);
    if (claim.held) {
        out += paragraph(indent + "book: ", held_words(*claim.held), look.width);
        if (!claim.held->question.empty()) {
            out += paragraph(indent + "ask:  ", "pledgebook " + harmless(claim.held->question), look.width);
        }
    }
    for (const auto& reading : claim.readings) {
        if (reading.holds && claim.verdict == Verdict::other_scope) {
            out += paragraph(indent + "fits: ", harmless(reading.words) + ": " + held_words(reading.held),
                             look.width);
        }
    }
    return out;
}

std::string heading(const Article& article) {
    std::string words = harmless(article.file);
    words += article.title.empty() ? "" : ": " + harmless(article.title);
    words += article.date ? ", " + describe(*article.date) : "";
    return words + (article.language.empty() ? "" : " (" + harmless(article.language) + ")");
}

Json held_json(const Held& held) {
    return Json::object(
        {{"value", held.value}, {"unit", held.unit}, {"release", held.release}, {"question", held.question}});
}

Json readings_json(const Claim& claim) {
    Json readings = Json::array();
    for (const auto& reading : claim.readings) {
        readings.add(Json::object({{"words", reading.words},
                                   {"held", held_json(reading.held)},
                                   {"holds", reading.holds},
                                   {"likelihood", reading.likelihood}}));
    }
    return readings;
}

Json claim_json(const Claim& claim) {
    Json aid = Json::array();
    for (const auto kind : claim.aid) {
        aid.add(Json(to_string(kind)));
    }
    return Json::object(
        {{"quote", claim.quote},
         {"start", static_cast<std::uint64_t>(claim.start)},
         {"end", static_cast<std::uint64_t>(claim.end)},
         {"kind", to_string(claim.kind)},
         {"value", claim.value},
         {"value_to", claim.value_to},
         {"unit", claim.unit},
         {"approximation", to_string(claim.approximation)},
         {"donors", Json::array(claim.donors)},
         {"compared_with", claim.compared_with.empty() ? Json() : Json::array(claim.compared_with)},
         {"aid", aid},
         {"item", claim.item.empty() ? Json() : Json(claim.item)},
         {"measure", claim.measure ? Json(to_string(*claim.measure)) : Json("unspecified")},
         {"from", claim.from},
         {"to", claim.to},
         {"period_words", claim.period_words},
         {"in_scope", claim.in_scope},
         {"verdict", to_string(claim.verdict)},
         {"held", claim.held ? held_json(*claim.held) : Json()},
         {"readings", readings_json(claim)},
         {"why", claim.why}});
}

Json coverage_json(const Coverage& coverage) {
    Json verdicts = Json::object({});
    for (const auto& [verdict, count] : coverage.verdicts) {
        verdicts.add(std::string(to_string(verdict)), static_cast<std::uint64_t>(count));
    }
    return Json::object({{"figures", static_cast<std::uint64_t>(coverage.figures)},
                         {"checkable", static_cast<std::uint64_t>(coverage.checkable)},
                         {"verdicts", verdicts},
                         {"elsewhere", static_cast<std::uint64_t>(coverage.elsewhere)}});
}

}  // namespace

std::string coverage_words(const Coverage& coverage) {
    auto words = counted(coverage.figures, "figure", "figures") + " about aid; ";
    words +=
        coverage.checkable == coverage.figures && coverage.figures > 0
            ? "all could be checked"
            : (coverage.checkable == 0 ? "none" : std::to_string(coverage.checkable)) + " could be checked";
    std::string verdicts;
    for (const auto& [verdict, count] : coverage.verdicts) {
        verdicts += fmt::format("{}{} {}", verdicts.empty() ? ": " : ", ", count, words_of(verdict));
    }
    words += verdicts + ".";
    if (coverage.elsewhere > 0) {
        words += " " + counted(coverage.elsewhere, "figure", "figures") + " about something else.";
    }
    return words;
}

std::string text(const CheckedArticle& checked, const Look& look) {
    std::string out = strong(heading(checked.article), look) + "\n";
    out += paragraph("", coverage_words(checked.coverage), look.width);
    for (const auto& passage : passages(checked)) {
        out += "\n" + paragraph("  ", marked(passage), look.width);
        for (const auto at : passage.claims) {
            out += claim_text(checked.claims[at], at + 1, look);
        }
    }
    return out;
}

std::string json(const CheckedArticle& checked) {
    Json claims = Json::array();
    for (const auto& claim : checked.claims) {
        claims.add(claim_json(claim).settled(2));
    }
    const auto& article = checked.article;
    return Json::object({{"article", Json::object({{"file", article.file},
                                                   {"title", article.title},
                                                   {"date", article.date},
                                                   {"language", article.language}})},
                         {"claims", claims},
                         {"coverage", coverage_json(checked.coverage)}})
               .written() +
           "\n";
}

std::string markdown(const CheckedArticle& checked) {
    std::string out = "**" + heading(checked.article) + "**\n\n" + coverage_words(checked.coverage) + "\n";
    for (const auto& passage : passages(checked)) {
        out += "\n> " + marked(passage) + "\n\n";
        for (const auto at : passage.claims) {
            const auto& claim = checked.claims[at];
            out += fmt::format("{}. **{}**: {}", at + 1, words_of(claim.verdict), harmless(claim.why));
            out += claim.held ? " Book: " + held_words(*claim.held) + ".\n" : "\n";
        }
    }
    return out;
}

Rows rows(const CheckedArticle& checked) {
    using Type = Rows::Type;
    Rows table{{{"quote", Type::text},
                {"kind", Type::text},
                {"value", Type::real},
                {"unit", Type::text},
                {"donors", Type::text},
                {"from", Type::text},
                {"to", Type::text},
                {"verdict", Type::text},
                {"held", Type::real},
                {"held_unit", Type::text},
                {"release", Type::text},
                {"question", Type::text},
                {"why", Type::text}},
               {}};
    const auto number = [](double value) { return fmt::format("{:.10g}", value); };
    const auto month = [](const std::optional<Month>& each) {
        return each ? std::optional(to_string(*each)) : std::nullopt;
    };
    for (const auto& claim : checked.claims) {
        const auto held = claim.held.value_or(Held{});
        table.rows.push_back({claim.quote, std::string(to_string(claim.kind)),
                              claim.value ? std::optional(number(*claim.value)) : std::nullopt, claim.unit,
                              fmt::format("{}", fmt::join(claim.donors, ",")), month(claim.from),
                              month(claim.to), std::string(to_string(claim.verdict)),
                              claim.held ? std::optional(number(held.value)) : std::nullopt, held.unit,
                              held.release, held.question, claim.why});
    }
    return table;
}

}  // namespace pledgebook::render
