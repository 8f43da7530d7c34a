// The audit as one page of HTML that stands alone.
#include "render/audit.hpp"
#include "render/scope.hpp"
#include "render/screen_text.hpp"

#include <fmt/format.h>

namespace pledgebook::render {

namespace {

constexpr std::string_view style = R"(
:root { color-scheme: light dark; --ink: #1b1f24; --faint: #57606a; --paper: #fff; --card: #f6f8fa; --line: #d0d7de;
  --certain: #b3261e; --likely: #8a5a00; --possible: #3a5a7a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --faint: #9aa4af; --paper: #0d1117; --card: #161b22;
  --line: #30363d; --certain: #ff8a80; --likely: #e3b341; --possible: #9cc4ea; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 .25rem; }
p { margin: .25rem 0; }
.about { color: var(--faint); }
ol { list-style: none; margin: 1.25rem 0; padding: 0; }
li.finding { border: 1px solid var(--line); border-left: .3rem solid var(--possible); border-radius: .4rem;
  background: var(--card); margin: 0 0 .9rem; padding: .7rem .9rem; overflow-wrap: anywhere; }
li.certain { border-left-color: var(--certain); }
li.likely { border-left-color: var(--likely); }
li.known { opacity: .75; }
h2 { font-size: 1rem; margin: 0; display: flex; flex-wrap: wrap; gap: .2rem .7rem; align-items: baseline; }
h2 .effect { margin-left: auto; font-variant-numeric: tabular-nums; }
.sure { font-size: .85rem; font-weight: 600; }
.certain .sure { color: var(--certain); }
.likely .sure { color: var(--likely); }
.possible .sure { color: var(--possible); }
dl { display: grid; grid-template-columns: 5.5rem 1fr; gap: .1rem .8rem; margin: .5rem 0 0; font-size: .92rem; }
dt { color: var(--faint); }
dd { margin: 0; }
code { font-size: .85rem; }
@media (max-width: 32rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .35rem; }
  h2 .effect { margin-left: 0; flex-basis: 100%; } }
)";

std::string escaped(std::string_view words) {
    std::string out;
    for (const auto each : harmless(words)) {
        switch (each) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += each;
        }
    }
    return out;
}

std::string term(std::string_view name, const std::string& content) {
    return content.empty() ? "" : fmt::format("<dt>{}</dt><dd>{}</dd>\n", name, content);
}

std::string places_of(const AuditFinding& finding) {
    std::string out;
    for (const auto& place : finding.places) {
        out += (out.empty() ? "" : ", ") + escaped(to_string(place));
    }
    return out;
}

std::string effect_of(const AuditFinding& finding) {
    return finding.effect
               ? fmt::format("<span class=\"effect\">{} EUR</span>", grouped(finding.effect->value(), 0))
               : "";
}

std::string item(const AuditFinding& finding) {
    auto out = fmt::format("<li class=\"finding {}{}\">\n", to_string(finding.sure),
                           finding.acknowledged ? " known" : "");
    out += fmt::format("<h2>{} <span class=\"sure\">{}</span>{}</h2>\n", escaped(finding.rule),
                       to_string(finding.sure), effect_of(finding));
    out += fmt::format("<p>{}</p>\n<dl>\n", escaped(finding.what));
    out += term("Why", escaped(finding.why)) + term("Mend", escaped(finding.mend));
    out += term("Changes", finding.effect ? escaped(finding.effect_on) : "");
    out += term("Where", places_of(finding));
    out += term("Key", "<code>" + escaped(finding.key) + "</code>");
    if (finding.acknowledged) {
        out += term("Known since", escaped(describe(finding.acknowledged->day)));
        out += term("Reason", escaped(finding.acknowledged->reason));
    }
    return out + "</dl>\n</li>\n";
}

}  // namespace

std::string html(const Audit& audit) {
    const auto title = escaped(summary(audit));
    auto out = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>Audit of {}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n",
        escaped(audit.release.id), style, title);
    out += fmt::format("<p class=\"about\">{}</p>\n", escaped(release_words(audit.release)));
    out += audit.findings.empty() ? "" : "<ol>\n";
    for (const auto& finding : audit.findings) {
        out += item(finding);
    }
    out += audit.findings.empty() ? "" : "</ol>\n";
    return out + "</main>\n</body>\n</html>\n";
}

}  // namespace pledgebook::render
