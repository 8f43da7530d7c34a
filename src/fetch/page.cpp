#include "fetch/page.hpp"

#include "core/error.hpp"
#include "core/tsv.hpp"
#include "data_files.hpp"
#include "fetch/address.hpp"
#include "fetch/tries.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pledgebook::fetch {

namespace {

constexpr std::string_view workbook_begins = "PK\x03\x04";  // a zip
constexpr std::size_t leads_followed = 4;

struct Came {
    Head head;
    std::string bytes;
    bool workbook = false;  // it is none of the pages but a file; only its first bytes came
};

Came read_page(const std::string& address, const Limits& limits, const Progress& progress) {
    if (progress) {
        progress("asking " + host_of(address), -1);
    }
    Came came;
    Receiver receiver;
    receiver.begin = [&](const Head& head) {
        came.bytes.clear();
        return head.status == 200;
    };
    receiver.take = [&](std::string_view bytes) {
        came.bytes.append(bytes);
        came.workbook = came.bytes.starts_with(workbook_begins);
        return !came.workbook;
    };
    came.head = transfer_patiently({address, {}, true, limits.largest_page}, limits, receiver);
    if (came.head.status != 200) {
        refuse_status(came.head);
    }
    return came;
}

std::string first_line(const Error& error) {
    const std::string_view what = error.what();
    return std::string(what.substr(0, what.find('\n')));
}

// One page and what it leads to; adds to `found` what gave nothing.
class Visit {
public:
    Visit(const Limits& limits, const Progress& progress, Found& found)
        : m_limits(limits), m_progress(progress), m_found(found) {}

    // True where there were offers. Throws Error where the page itself gave nothing.
    bool page(const std::string& address) {
        const auto came = read_page(address, m_limits, m_progress);
        if (came.workbook) {
            return take(address, {offer_at(address, {})});
        }
        const auto html = read_html(came.bytes, came.head.address);
        if (take(came.head.address, offers_of(html)) || follow(html, came.head.address) || take_page(came)) {
            return true;
        }
        if (html.asks_for_password) {
            throw Error("this is a page to log in at", "log in with a browser to see what is there")
                .at(shown(came.head.address));
        }
        const auto title = html.title.empty() ? html.first_heading : html.title;
        throw Error("no workbook is linked there" + (title.empty() ? "" : " (the page is '" + title + "')"),
                    "it may have moved: open the publisher's site in a browser, and name the page with the "
                    "download by --page")
            .at(shown(came.head.address));
    }

private:
    bool take(const std::string& address, std::vector<Offer> offers) {
        if (!offers.empty()) {
            m_found.page = shown(address);
            m_found.offers = std::move(offers);
        }
        return !m_found.offers.empty();
    }

    // Also what is not in its links.
    bool take_page(const Came& came) {
        const auto& address = came.head.address;
        return take(address, offers_of(read_html(came.bytes, address))) ||
               take(address, offers_in_text(came.bytes, address));
    }

    bool follow(const HtmlPage& html, const std::string& from) {
        auto leads = leads_of(html);
        if (!html.leads_to.empty()) {
            leads.insert(leads.begin(), offer_at(html.leads_to, {}));
        }
        std::size_t followed = 0;
        for (const auto& lead : leads) {
            if (lead.address == from || followed++ == leads_followed) {
                continue;
            }
            try {
                const auto came = read_page(lead.address, m_limits, m_progress);
                if (came.workbook ? take(from, {lead}) : take_page(came)) {
                    return true;
                }
            } catch (const Error& error) {
                m_found.passed_over.push_back(first_line(error));
            }
        }
        return false;
    }

    const Limits& m_limits;
    const Progress& m_progress;
    Found& m_found;
};

std::vector<std::string> of_series(std::string_view file, std::string_view series, std::string_view value,
                                   std::string_view kind = {}) {
    const Tsv table("data/" + std::string(file), data::file(file));
    std::vector<std::string> found;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (table.cell(row, table.column("series")) == series &&
            (kind.empty() || table.cell(row, table.column("kind")) == kind)) {
            found.emplace_back(table.cell(row, table.column(value)));
        }
    }
    if (found.empty()) {
        throw Error(fmt::format("nobody is known to publish the series '{}'", series),
                    "name the page with --page");
    }
    return found;
}

}  // namespace

Found find_offers(const std::vector<std::string>& pages, const Limits& limits, const Progress& progress) {
    Found found;
    std::optional<Error> first;
    for (const auto& page : pages) {
        auto own = limits;
        own.plain_allowed = is_plain(page);
        found.plain_allowed = own.plain_allowed;
        try {
            if (Visit(own, progress, found).page(page)) {
                return found;
            }
        } catch (const Error& error) {
            found.passed_over.push_back(first_line(error));
            first = first ? first : error;
        }
    }
    if (!first) {
        throw Error("there is no page to ask", "name one with --page");
    }
    const auto others = pages.size() - 1;
    throw Error(
        first_line(*first) + (others == 0   ? ""
                              : others == 1 ? "; one other page gave nothing either"
                                            : fmt::format("; {} other pages gave nothing either", others)),
        first->advice());
}

std::vector<std::string> pages_of(std::string_view series) {
    return of_series("fetch/pages.tsv", series, "address", "page");
}

std::vector<std::string> site_files_of(std::string_view series, const std::string& folder) {
    auto base = folder.empty() ? of_series("fetch/pages.tsv", series, "address", "site").front() : folder;
    base += base.ends_with("/") ? "" : "/";
    std::vector<std::string> files;
    for (const auto& file : of_series("fetch/site_files.tsv", series, "file")) {
        files.push_back(base + file);
    }
    return files;
}

std::string read_address(const std::string& address, const Limits& limits, std::uint64_t largest) {
    std::string bytes;
    Receiver receiver;
    receiver.begin = [&](const Head& head) {
        bytes.clear();
        return head.status == 200;
    };
    receiver.take = [&](std::string_view more) {
        bytes.append(more);
        return true;
    };
    const auto head = transfer_patiently({address, {}, true, largest}, limits, receiver);
    if (head.status != 200) {
        refuse_status(head);
    }
    return bytes;
}

}  // namespace pledgebook::fetch
