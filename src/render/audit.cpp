#include "render/audit.hpp"

#include "render/json.hpp"
#include "render/rows.hpp"
#include "render/scope.hpp"
#include "render/screen_text.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace pledgebook::render {

namespace {

constexpr std::size_t places_shown = 6;
constexpr std::string_view inset = "     ";

std::size_t count_of(const Audit& audit, Sureness sure) {
    return static_cast<std::size_t>(
        std::count_if(audit.findings.begin(), audit.findings.end(),
                      [&](const auto& each) { return each.sure == sure && !each.acknowledged; }));
}

std::string effect_words(const AuditFinding& finding) {
    if (!finding.effect) {
        return {};
    }
    const auto amount = finding.effect->value();
    const auto shorter = in_short(amount);
    const auto words = shorter.empty() ? grouped(amount, 2) + " EUR" : shorter + " EUR";
    return words + (finding.effect_on.empty() ? "" : " on " + finding.effect_on);
}

// Places of one sheet name it once: "'Country Summary'!P47, Q47".
std::string places_words(const AuditFinding& finding, std::size_t most) {
    std::string words;
    std::string sheet;
    std::size_t shown = 0;
    for (const auto& place : finding.places) {
        if (most > 0 && shown == most) {
            words += fmt::format(" and {} more", finding.places.size() - shown);
            break;
        }
        auto here = place;
        here.sheet = shown > 0 && place.sheet == sheet ? "" : place.sheet;
        const auto address = to_string(here);
        words += (shown > 0 && !address.empty() ? ", " : "") + address;
        sheet = place.sheet;
        ++shown;
    }
    return words;
}

std::string line(std::string_view name, const std::string& words, const Look& look) {
    return words.empty() ? "" : paragraph(fmt::format("{}{:<7}", inset, name), harmless(words), look.width);
}

std::string in_colour(Sureness sure, const Look& look) {
    const std::string word(to_string(sure));
    return sure == Sureness::certain ? red(word, look)
                                     : (sure == Sureness::likely ? yellow(word, look) : word);
}

std::string finding_text(const AuditFinding& finding, std::size_t number, const Look& look) {
    const auto effect = effect_words(finding);
    auto out = fmt::format("{:>3}. {}: {}{}\n", number, strong(harmless(finding.rule), look),
                           in_colour(finding.sure, look), effect.empty() ? "" : ", " + harmless(effect));
    out += paragraph(inset, harmless(finding.what), look.width);
    out += line("Why", finding.why, look);
    out += line("Mend", finding.mend, look);
    out += line("Where", places_words(finding, look.spelled_out ? 0 : places_shown), look);
    out += line("Key", finding.key, look);
    if (finding.acknowledged) {
        out += line("Known",
                    fmt::format("acknowledged {}: {}", describe(finding.acknowledged->day),
                                finding.acknowledged->reason),
                    look);
    }
    return out;
}

Json place_json(const Place& place) {
    return Json::object({{"sheet", place.sheet},
                         {"row", place.row == 0 ? Json() : Json(place.row)},
                         {"column", place.column == 0 ? Json() : Json(place.column)},
                         {"address", to_string(place)}});
}

Json finding_json(const AuditFinding& finding) {
    Json places = Json::array();
    for (const auto& place : finding.places) {
        places.add(place_json(place));
    }
    Json acknowledged;
    if (finding.acknowledged) {
        acknowledged =
            Json::object({{"day", finding.acknowledged->day}, {"reason", finding.acknowledged->reason}});
    }
    return Json::object({{"rule", finding.rule},
                         {"key", finding.key},
                         {"sure", to_string(finding.sure)},
                         {"effect", finding.effect ? Json(finding.effect->value()) : Json()},
                         {"effect_on", finding.effect_on},
                         {"what", finding.what},
                         {"why", finding.why},
                         {"mend", finding.mend},
                         {"places", places},
                         {"acknowledged", acknowledged}});
}

std::size_t open_findings(const Audit& audit) {
    return count_of(audit, Sureness::certain) + count_of(audit, Sureness::likely) +
           count_of(audit, Sureness::possible);
}

// In Markdown a line of its own, with nothing in it that would be read as a mark.
std::string plain(const std::string& words) {
    std::string out;
    for (const auto each : harmless(words)) {
        if (each == '*' || each == '_' || each == '|' || each == '<' || each == '`' || each == '\\') {
            out += '\\';
        }
        out += each;
    }
    return out;
}

}  // namespace

std::string summary(const Audit& audit) {
    auto words =
        fmt::format("{}: {}", audit.release.id, counted(open_findings(audit), "finding", "findings"));
    std::string parts;
    for (const auto sure : {Sureness::certain, Sureness::likely, Sureness::possible}) {
        if (const auto count = count_of(audit, sure); count > 0) {
            parts += fmt::format("{}{} {}", parts.empty() ? ": " : ", ", count, to_string(sure));
        }
    }
    words += parts;
    if (audit.not_shown > 0) {
        words += fmt::format("; {} more not shown", audit.not_shown);
    }
    if (audit.acknowledged > 0) {
        words += fmt::format("; {} acknowledged", audit.acknowledged);
    }
    return words;
}

std::string text(const Audit& audit, const Look& look) {
    std::string out = strong(harmless(summary(audit)), look) + "\n";
    std::size_t number = 0;
    for (const auto& finding : audit.findings) {
        out += "\n" + finding_text(finding, ++number, look);
    }
    return out;
}

std::string json(const Audit& audit) {
    Json findings = Json::array();
    for (const auto& finding : audit.findings) {
        findings.add(finding_json(finding).settled(2));
    }
    const auto& release = audit.release;
    return Json::object(
               {{"release", Json::object({{"id", release.id},
                                          {"title", release.title},
                                          {"cutoff", release.cutoff},
                                          {"file", release.file}})},
                {"summary", Json::object({{"findings", std::uint64_t{open_findings(audit)}},
                                          {"certain", std::uint64_t{count_of(audit, Sureness::certain)}},
                                          {"likely", std::uint64_t{count_of(audit, Sureness::likely)}},
                                          {"possible", std::uint64_t{count_of(audit, Sureness::possible)}},
                                          {"not_shown", std::uint64_t{audit.not_shown}},
                                          {"acknowledged", std::uint64_t{audit.acknowledged}}})},
                {"findings", findings}})
               .written() +
           "\n";
}

std::string markdown(const Audit& audit) {
    auto out = "**" + plain(summary(audit)) + "**\n";
    std::size_t number = 0;
    for (const auto& finding : audit.findings) {
        const auto effect = effect_words(finding);
        out +=
            fmt::format("\n{}. **{}** ({}{}): {}\n", ++number, plain(finding.rule), to_string(finding.sure),
                        effect.empty() ? "" : ", " + plain(effect), plain(finding.what));
        const auto point = [&](std::string_view name, const std::string& words) {
            out += words.empty() ? "" : fmt::format("   - {}: {}\n", name, plain(words));
        };
        point("Why", finding.why);
        point("Mend", finding.mend);
        point("Where", places_words(finding, 0));
        point("Key", finding.key);
        point("Acknowledged", finding.acknowledged ? finding.acknowledged->reason : "");
    }
    return out;
}

Rows rows(const Audit& audit) {
    Rows made;
    made.columns = {{"rule"},         {"sure"},   {"effect_eur", Rows::Type::decimal},
                    {"effect_on"},    {"what"},   {"why"},
                    {"mend"},         {"places"}, {"key"},
                    {"acknowledged"}, {"release"}};
    for (const auto& finding : audit.findings) {
        std::string places;
        for (const auto& place : finding.places) {
            places += (places.empty() ? "" : "; ") + to_string(place);
        }
        made.rows.push_back(
            {finding.rule, std::string(to_string(finding.sure)),
             finding.effect ? std::optional(to_string(finding.effect->value())) : std::nullopt,
             finding.effect_on, finding.what, finding.why, finding.mend, places, finding.key,
             finding.acknowledged ? std::optional(finding.acknowledged->reason) : std::nullopt,
             audit.release.id});
    }
    return made;
}

}  // namespace pledgebook::render
