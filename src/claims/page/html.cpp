#include "claims/page/page.hpp"

#include "core/error.hpp"
#include "core/reference.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

namespace pledgebook::claims {

namespace {

constexpr std::size_t deepest = 400;        // elements within elements that the parser is asked to bear
constexpr std::size_t linked_percent = 60;  // of a block's letters in links: then it is no text

struct Run {
    bool heading = false;
    std::size_t letters = 0, linked = 0;
    std::size_t start = 0;
    bool open = false;
};

// How deep the tags go at most, counted without a parser, so that no page can exhaust the stack.
std::size_t depth_of(std::string_view text) {
    std::size_t depth = 0;
    std::size_t most = 0;
    for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        const auto next = at + 1 < text.size() ? text[at + 1] : ' ';
        if (next == '/') {
            depth -= depth > 0 ? 1 : 0;
        } else if ((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z')) {
            const auto end = text.find_first_of(" \t\r\n/>", at);
            const auto name = folded(text.substr(at + 1, std::min(end, at + 12) - at - 1));
            static const std::set<std::string, std::less<>> lone{
                "area", "base", "br",   "col", "dd", "dt",     "embed", "hr", "img", "input", "li",    "link",
                "meta", "p",    "path", "td",  "th", "option", "param", "tr", "use", "wbr",   "source"};
            depth += lone.contains(name) ? 0 : 1;
            most = std::max(most, depth);
        }
    }
    return most;
}

class Reader {
public:
    Reader(const Page& source, const std::vector<std::string>& parts) : m_source(source), m_parts(parts) {}

    Page read() {
        const auto depth = depth_of(m_source.text);
        if (depth > deepest * 10) {
            throw Error("the page's elements are nested " + std::to_string(depth) + " deep",
                        "Give the article's text.");
        }
        auto options = kGumboDefaultOptions;
        options.max_errors = 0;
        const auto destroy = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
        const std::unique_ptr<GumboOutput, decltype(destroy)> output(
            gumbo_parse_with_options(&options, m_source.text.data(), m_source.text.size()), destroy);
        walk(output->root, false, 0);
        close();
        m_page.origin.push_back(m_source.origin.back());
        return std::move(m_page);
    }

private:
    static std::string_view attribute(const GumboNode* node, const char* name) {
        const auto* found = gumbo_get_attribute(&node->v.element.attributes, name);
        return found == nullptr ? std::string_view() : std::string_view(found->value);
    }

    static bool is(const GumboNode* node, std::initializer_list<GumboTag> tags) {
        return std::find(tags.begin(), tags.end(), node->v.element.tag) != tags.end();
    }

    // Named as a part of the page by one of the words in its class, id, role or label.
    [[nodiscard]] bool furniture(const GumboNode* node) const {
        if (is(node,
               {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_NAV, GUMBO_TAG_ASIDE,
                GUMBO_TAG_FOOTER, GUMBO_TAG_FORM, GUMBO_TAG_BUTTON, GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION,
                GUMBO_TAG_IFRAME, GUMBO_TAG_SELECT, GUMBO_TAG_SVG, GUMBO_TAG_TEMPLATE, GUMBO_TAG_TEXTAREA})) {
            return true;
        }
        if (gumbo_get_attribute(&node->v.element.attributes, "hidden") != nullptr ||
            attribute(node, "aria-hidden") == "true" ||
            attribute(node, "style").find("display:none") != std::string_view::npos ||
            attribute(node, "style").find("display: none") != std::string_view::npos) {
            return true;
        }
        if (is(node, {GUMBO_TAG_BODY, GUMBO_TAG_HTML, GUMBO_TAG_MAIN, GUMBO_TAG_ARTICLE})) {
            return false;
        }
        return std::any_of(names.begin(), names.end(), [&](const char* name) {
            const auto value = folded(attribute(node, name));
            for (const auto word : split_name(value)) {
                if (std::find(m_parts.begin(), m_parts.end(), word) != m_parts.end()) {
                    return true;
                }
            }
            return false;
        });
    }

    // "article__share-buttons" -> article, share, buttons, and the whole words "share-buttons".
    static std::vector<std::string_view> split_name(std::string_view name) {
        std::vector<std::string_view> words;
        for (const std::string_view marks : {" ", " _-"}) {
            for (std::size_t at = 0; at < name.size();) {
                const auto end = std::min(name.find_first_of(marks, at), name.size());
                words.push_back(name.substr(at, end - at));
                at = end + 1;
            }
        }
        return words;
    }

    void meta(const GumboNode* node) {
        const auto content = attribute(node, "content");
        auto name = folded(attribute(node, "property"));
        name += folded(attribute(node, "name")) + folded(attribute(node, "itemprop"));
        if (name == "og:title") {
            m_page.title = std::string(content);
        }
        static const std::set<std::string, std::less<>> dates{"article:published_time",
                                                              "datepublished",
                                                              "date",
                                                              "dc.date",
                                                              "dc.date.issued",
                                                              "pubdate",
                                                              "publish-date",
                                                              "parsely-pub-date",
                                                              "dcterms.created",
                                                              "og:article:published_time"};
        if (dates.contains(name)) {
            take_date(content);
        }
    }

    void take_date(std::string_view text) {
        if (!m_page.date) {
            m_page.date = Date::parse(text.substr(0, 10));
        }
    }

    // "datePublished": "2025-11-14…" of a JSON-LD script; no more of it is needed.
    void linked_data(const GumboNode* node) {
        for (unsigned at = 0; at < node->v.element.children.length; ++at) {
            const auto* child = static_cast<const GumboNode*>(node->v.element.children.data[at]);
            const std::string_view text = child->v.text.text;
            const auto key = text.find("\"datePublished\"");
            if (key != std::string_view::npos) {
                const auto value = text.find('"', text.find(':', key));
                if (value != std::string_view::npos) {
                    take_date(text.substr(value + 1, 10));
                }
            }
        }
    }

    void close() {
        if (m_run.open && m_page.text.size() > m_run.start &&
            m_run.linked * 100 <= m_run.letters * linked_percent) {
            m_page.blocks.push_back({m_run.start, m_page.text.size(), m_run.heading, true});
        }
        m_run = {};
    }

    void add_text(const GumboNode* node, bool heading, bool linked) {
        const auto& piece = node->v.text.original_text;
        if (piece.data == nullptr) {
            return;
        }
        if (!m_run.open) {
            if (!m_page.text.empty()) {
                m_page.append_at("\n", m_page.origin.back());
            }
            m_run = {heading, 0, 0, m_page.text.size(), true};
        }
        const std::string_view text = node->v.text.text;
        const std::string_view as_given(piece.data, piece.length);
        const auto from = static_cast<std::size_t>(piece.data - m_source.text.data());
        std::size_t given = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            const bool plain =
                given < as_given.size() && as_given[given] == text[at] && as_given[given] != '&';
            const auto place = from + std::min(given, as_given.size());
            m_page.append_at(text.substr(at, 1),
                             m_source.origin[std::min(place, m_source.origin.size() - 1)]);
            if (plain) {
                ++given;
            } else if (at + 1 == text.size() || (static_cast<unsigned char>(text[at + 1]) & 0xC0U) != 0x80U) {
                given = past_reference(as_given, given);  // the last byte of what an entity stood for
            }
        }
        m_run.letters += text.size();
        m_run.linked += linked ? text.size() : 0;
    }

    // Past "&pound;", "&#163;" or a carriage return.
    static std::size_t past_reference(std::string_view text, std::size_t at) {
        if (at < text.size() && text[at] == '&') {
            constexpr std::size_t longest = 34;
            auto end = at + 1;
            while (end < text.size() && end - at < longest &&
                   (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '#')) {
                ++end;
            }
            return end < text.size() && text[end] == ';' ? end + 1 : end;
        }
        return std::min(at + 1, text.size());
    }

    void walk(const GumboNode* node, bool linked, std::size_t depth) {
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) {
            if (node->type == GUMBO_NODE_TEXT || m_run.open) {
                add_text(node, m_heading, linked);
            }
            return;
        }
        if (node->type != GUMBO_NODE_ELEMENT || depth > deepest * 10) {
            return;
        }
        element(node, linked, depth);
    }

    void element(const GumboNode* node, bool linked, std::size_t depth) {
        if (is(node, {GUMBO_TAG_META})) {
            meta(node);
            return;
        }
        if (is(node, {GUMBO_TAG_SCRIPT}) && attribute(node, "type") == "application/ld+json") {
            linked_data(node);
        }
        if (is(node, {GUMBO_TAG_TIME})) {
            take_date(attribute(node, "datetime"));
        }
        if (is(node, {GUMBO_TAG_TITLE})) {
            title(node);
            return;
        }
        if (furniture(node)) {
            close();
            return;
        }
        const bool inline_part =
            is(node, {GUMBO_TAG_A,    GUMBO_TAG_B,    GUMBO_TAG_I,   GUMBO_TAG_EM,    GUMBO_TAG_STRONG,
                      GUMBO_TAG_SPAN, GUMBO_TAG_SUP,  GUMBO_TAG_SUB, GUMBO_TAG_SMALL, GUMBO_TAG_MARK,
                      GUMBO_TAG_ABBR, GUMBO_TAG_CITE, GUMBO_TAG_Q,   GUMBO_TAG_U,     GUMBO_TAG_S,
                      GUMBO_TAG_FONT, GUMBO_TAG_TIME, GUMBO_TAG_WBR, GUMBO_TAG_CODE,  GUMBO_TAG_DATA,
                      GUMBO_TAG_BDI,  GUMBO_TAG_INS});
        const bool heading = is(node, {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4});
        const bool outer = m_heading;
        if (!inline_part) {
            close();
            m_heading = heading;
        }
        for (unsigned at = 0; at < node->v.element.children.length; ++at) {
            walk(static_cast<const GumboNode*>(node->v.element.children.data[at]),
                 linked || is(node, {GUMBO_TAG_A}), depth + 1);
        }
        if (!inline_part) {
            close();
            m_heading = outer;
        }
    }

    void title(const GumboNode* node) {
        if (m_page.title.empty() && node->v.element.children.length > 0) {
            const auto* child = static_cast<const GumboNode*>(node->v.element.children.data[0]);
            if (child->type == GUMBO_NODE_TEXT) {
                m_page.title = child->v.text.text;
            }
        }
    }

    static constexpr std::array<const char*, 5> names{"class", "id", "role", "aria-label", "data-component"};

    const Page& m_source;
    const std::vector<std::string>& m_parts;
    Page m_page;
    Run m_run;
    bool m_heading = false;
};

}  // namespace

Page read_html(const Page& source, const std::vector<std::string>& furniture_parts) {
    return Reader(source, furniture_parts).read();
}

}  // namespace pledgebook::claims
