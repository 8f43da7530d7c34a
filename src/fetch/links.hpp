// A page of HTML as its links, each with the words in it and around it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::fetch {

struct Link {
    std::string address;   // absolute, http or https
    std::string text;      // in the link, with its title and label; blanks made one
    std::string download;  // the file name the page gives it
    std::string type;      // the media type the page says
    std::string around;    // the row, list item or paragraph it stands in, where that is short
    std::string heading;   // the last heading before it

    bool operator==(const Link&) const = default;
};

struct HtmlPage {
    std::string title;
    std::string first_heading;
    bool asks_for_password = false;
    std::string leads_to;     // where the page sends its readers by itself; empty where it does not
    std::vector<Link> links;  // in the page's order
};

// `address` is where the page came from in the end; the page's own <base> counts over it. Throws Error where
// elements are nested deeper than any page's are.
HtmlPage read_html(std::string_view html, const std::string& address);

// The addresses in a page's text, scripts included, that end so (".xlsx"): for pages whose links are made by
// a script from what it carries. As links without words, each once.
std::vector<Link> addresses_in(std::string_view html, std::string_view ending, const std::string& address);

}  // namespace pledgebook::fetch
