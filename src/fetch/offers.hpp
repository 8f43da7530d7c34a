// Which links of a page are releases, told by what they are and are called, never by where they stand.
// The words are in data/fetch/link_words.tsv.
#pragma once

#include "fetch/links.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::fetch {

// "30v2" is the second workbook published under the number 30.
struct ReleaseNumber {
    int number = 0;
    int version = 1;

    auto operator<=>(const ReleaseNumber&) const = default;
};

std::string to_string(ReleaseNumber number);
// "28", "30v2"; also with what a book's ids begin with ("ust-28").
std::optional<ReleaseNumber> parse_release_number(std::string_view text);

// A workbook that a page links.
struct Offer {
    std::optional<ReleaseNumber> release;  // nothing where the page does not say
    std::string address;
    std::string file_name;
    std::string words;  // what the page says of it
    int likeness = 0;   // how much it is like a release: more is better

    bool operator==(const Offer&) const = default;
};

// The page's workbooks, the newest first; those without a number last, in the page's order. Where some are
// called after the subject, those of which nothing says so are left out.
std::vector<Offer> offers_of(const HtmlPage& page);
// The same of a page whose links are not in its HTML: of the addresses anywhere in its text.
std::vector<Offer> offers_in_text(std::string_view html, const std::string& address);

// A file at an address that no page describes.
Offer offer_at(const std::string& address, std::string_view words);

// Addresses of pages or files that the page calls data on the subject, without saying that they are
// workbooks; the likeliest first.
std::vector<Offer> leads_of(const HtmlPage& page);

}  // namespace pledgebook::fetch
