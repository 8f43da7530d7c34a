#include "fetch/links.hpp"

#include "core/error.hpp"
#include "core/reference.hpp"
#include "fetch/address.hpp"

#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

namespace pledgebook::fetch {

namespace {

constexpr std::size_t deepest = 3000;         // elements within elements
constexpr std::size_t longest_around = 400;   // bytes; more is no words about one link
constexpr std::size_t longest_text = 10'000;  // bytes

// How deep the tags go at most, counted without the parser, which goes as deep as they do. Elements that
// need no end do not count.
std::size_t depth_of(std::string_view html) {
    static const std::set<std::string, std::less<>> lone{
        "area", "base", "br",   "col", "dd", "dt",     "embed", "hr", "img", "input", "li",    "link",
        "meta", "p",    "path", "td",  "th", "option", "param", "tr", "use", "wbr",   "source"};
    std::size_t depth = 0;
    std::size_t most = 0;
    for (auto at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        const char next = at + 1 < html.size() ? html[at + 1] : ' ';
        if (next == '/') {
            depth -= depth > 0 ? 1 : 0;
        } else if ((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z')) {
            const auto end = html.find_first_of(" \t\r\n/>", at);
            const auto name = html.substr(at + 1, std::min(end, at + 12) - at - 1);
            depth += lone.contains(folded(name)) ? 0 : 1;
            most = std::max(most, depth);
        }
    }
    return most;
}

// Adds text with every run of blanks (also the one that does not break) made one.
void add_words(std::string& to, std::string_view text) {
    for (std::size_t at = 0; at < text.size() && to.size() < longest_text; ++at) {
        const bool hard = text.substr(at).starts_with("\xC2\xA0");
        if (hard || std::string_view(" \t\r\n\f").find(text[at]) != std::string_view::npos) {
            at += hard ? 1 : 0;
            if (!to.empty() && to.back() != ' ') {
                to += ' ';
            }
        } else {
            to += text[at];
        }
    }
}

std::string words(std::string_view text) {
    std::string out;
    add_words(out, text);
    out.erase(out.find_last_not_of(' ') + 1);
    return out;
}

std::string_view attribute(const GumboNode* node, const char* name) {
    const auto* found = gumbo_get_attribute(&node->v.element.attributes, name);
    return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool is_element(const GumboNode* node) {
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

bool is(const GumboNode* node, std::initializer_list<GumboTag> tags) {
    return is_element(node) && std::find(tags.begin(), tags.end(), node->v.element.tag) != tags.end();
}

bool is_heading(const GumboNode* node) {
    return is(node, {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6});
}

// Calls `visit` for the node and all below it, in the page's order; no recursion, since pages are strangers'.
template <class Visit>
void walk(const GumboNode* top, Visit visit) {
    std::vector<const GumboNode*> waiting{top};
    while (!waiting.empty()) {
        const auto* node = waiting.back();
        waiting.pop_back();
        if (!visit(node) || !is_element(node)) {
            continue;
        }
        const auto& children = node->v.element.children;
        for (unsigned at = children.length; at > 0; --at) {
            waiting.push_back(static_cast<const GumboNode*>(children.data[at - 1]));
        }
    }
}

// The words below a node, at most `most` bytes of them; what a picture shows counts as words.
std::string text_of(const GumboNode* top, std::size_t most = longest_text) {
    std::string text;
    walk(top, [&](const GumboNode* node) {
        if (is(node, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT}) || text.size() > most) {
            return false;
        }
        if (node->type == GUMBO_NODE_TEXT) {
            add_words(text, node->v.text.text);
        } else if (is_element(node)) {
            add_words(text, " ");
            if (is(node, {GUMBO_TAG_IMG})) {
                add_words(text, attribute(node, "alt"));
                add_words(text, " ");
            }
        }
        return true;
    });
    return words(text);
}

// The nearest row, item or paragraph; or the nearest other block, as long as it is short.
std::string around_of(const GumboNode* link) {
    std::string widest;
    for (const auto* node = link->parent; node != nullptr && is_element(node); node = node->parent) {
        const auto text = text_of(node, longest_around);
        if (text.size() > longest_around || is(node, {GUMBO_TAG_BODY, GUMBO_TAG_HTML})) {
            break;
        }
        widest = text;
        if (is(node, {GUMBO_TAG_TR, GUMBO_TAG_LI, GUMBO_TAG_P, GUMBO_TAG_ARTICLE, GUMBO_TAG_SECTION})) {
            break;
        }
    }
    return widest;
}

class Reader {
public:
    explicit Reader(const std::string& address) : m_base(address) {}

    HtmlPage read(const GumboNode* root) {
        // The base counts for all of the page's links, wherever it stands; the first one counts.
        walk(root, [&](const GumboNode* node) {
            if (!m_based && is(node, {GUMBO_TAG_BASE}) && !attribute(node, "href").empty()) {
                m_based = true;
                m_base = joined(m_base, attribute(node, "href")).value_or(m_base);
            }
            return true;
        });
        walk(root, [&](const GumboNode* node) {
            take(node);
            return true;
        });
        return std::move(m_page);
    }

private:
    void take(const GumboNode* node) {
        if (is(node, {GUMBO_TAG_TITLE}) && m_page.title.empty()) {
            m_page.title = text_of(node);
        } else if (is_heading(node)) {
            m_heading = text_of(node);
            m_page.first_heading = m_page.first_heading.empty() ? m_heading : m_page.first_heading;
        } else if (is(node, {GUMBO_TAG_META}) && folded(attribute(node, "http-equiv")) == "refresh") {
            take_refresh(attribute(node, "content"));
        } else if (is(node, {GUMBO_TAG_INPUT})) {
            m_page.asks_for_password =
                m_page.asks_for_password || folded(attribute(node, "type")) == "password";
        } else if (is(node, {GUMBO_TAG_A, GUMBO_TAG_AREA})) {
            take_link(node);
        }
    }

    // "0; url='/new/'"
    void take_refresh(std::string_view content) {
        const auto at = folded(content).find("url=");
        if (at == std::string::npos || at + 4 > content.size()) {
            return;
        }
        auto to = content.substr(at + 4);
        if (!to.empty() && (to.front() == '\'' || to.front() == '"')) {
            to = to.substr(1, to.find(to.front(), 1) - 1);
        }
        m_page.leads_to = joined(m_base, to).value_or("");
    }

    void take_link(const GumboNode* node) {
        const auto address = joined(m_base, attribute(node, "href"));
        if (!address) {
            return;
        }
        Link link;
        link.address = *address;
        link.text = text_of(node);
        for (const auto* name : {"title", "aria-label", "alt"}) {
            const auto more = words(attribute(node, name));
            if (!more.empty() && link.text.find(more) == std::string::npos) {
                link.text += (link.text.empty() ? "" : " ") + more;
            }
        }
        link.download = attribute(node, "download");
        link.type = attribute(node, "type");
        link.around = around_of(node);
        link.heading = m_heading;
        m_page.links.push_back(std::move(link));
    }

    std::string m_base;
    bool m_based = false;
    std::string m_heading;
    HtmlPage m_page;
};

}  // namespace

std::vector<Link> addresses_in(std::string_view html, std::string_view ending, const std::string& address) {
    constexpr std::string_view bounds = "\"'`<>()[]{} \t\r\n=,;|";
    constexpr std::size_t longest = 2000;
    std::vector<Link> links;
    for (auto at = html.find(ending); at != std::string_view::npos; at = html.find(ending, at + 1)) {
        const auto end = at + ending.size();
        if (end < html.size() && bounds.find(html[end]) == std::string_view::npos &&
            html.substr(end, 1) != "\\" && html.substr(end, 1) != "?" && html.substr(end, 1) != "&") {
            continue;  // ".xlsxy"
        }
        const auto before = html.substr(0, at).find_last_of(bounds);
        const auto first = before == std::string_view::npos ? 0 : before + 1;
        if (end - first > longest || first == at) {
            continue;
        }
        std::string text(html.substr(first, end - first));
        std::erase(text, '\\');  // a script writes https:\/\/
        const auto found = joined(address, text);
        if (found && std::none_of(links.begin(), links.end(),
                                  [&](const Link& link) { return link.address == *found; })) {
            links.push_back({*found, {}, {}, {}, {}, {}});
        }
    }
    return links;
}

HtmlPage read_html(std::string_view html, const std::string& address) {
    if (depth_of(html) > deepest) {
        throw Error("the page's elements are nested deeper than those of any page",
                    "open it in a browser, download the workbook, and import it");
    }
    auto options = kGumboDefaultOptions;
    options.max_errors = 0;
    const auto destroy = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
    const std::unique_ptr<GumboOutput, decltype(destroy)> output(
        gumbo_parse_with_options(&options, html.data(), html.size()), destroy);
    return Reader(address).read(output->root);
}

}  // namespace pledgebook::fetch
