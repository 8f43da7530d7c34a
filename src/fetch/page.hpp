// The publisher's pages, asked one after the other until one has a workbook to offer.
#pragma once

#include "fetch/limits.hpp"
#include "fetch/offers.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace pledgebook::fetch {

struct Found {
    std::string page;                      // where the offers stand, without passwords
    std::vector<Offer> offers;             // never empty; the newest first
    bool plain_allowed = false;            // the page was given as one of http
    std::vector<std::string> passed_over;  // pages before that gave nothing, each with the reason
};

// Each page, and the pages that it calls the data (one step from it), until one links workbooks. An address
// that is a workbook itself is the one offer. Throws Error where none has any: the first page's reason, and
// that the others did not help.
Found find_offers(const std::vector<std::string>& pages, const Limits& limits, const Progress& progress);

// Where a series is published (data/fetch/pages.tsv): its pages, in their order.
std::vector<std::string> pages_of(std::string_view series);
// The addresses of the files behind its web site, at `folder` or where it is published.
std::vector<std::string> site_files_of(std::string_view series, const std::string& folder);

// A whole file of text, held in memory. Throws Error where it is not there or does not come.
std::string read_address(const std::string& address, const Limits& limits, std::uint64_t largest);

}  // namespace pledgebook::fetch
