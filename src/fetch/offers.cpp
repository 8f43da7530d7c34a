#include "fetch/offers.hpp"

#include "core/reference.hpp"
#include "core/tsv.hpp"
#include "data_files.hpp"
#include "fetch/address.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace pledgebook::fetch {

namespace {

using Words = std::vector<std::string>;

// Small letters and digits; all else parts words.
Words words_of(std::string_view text) {
    Words words;
    std::string word;
    for (const char c : folded(text) + " ") {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    return words;
}

// "28", "7th", "30v2"
std::optional<ReleaseNumber> number_in(std::string_view word) {
    ReleaseNumber found;
    const auto* const end = word.data() + word.size();
    const auto [rest, error] = std::from_chars(word.data(), end, found.number);
    if (error != std::errc{} || found.number < 1 || rest - word.data() > 3) {
        return std::nullopt;
    }
    const std::string_view ending(rest, static_cast<std::size_t>(end - rest));
    if (ending.empty() || ending == "st" || ending == "nd" || ending == "rd" || ending == "th") {
        return found;
    }
    if (ending.size() < 2 || ending.size() > 3 || ending.front() != 'v') {
        return std::nullopt;
    }
    const auto [last, bad] = std::from_chars(rest + 1, end, found.version);
    return bad == std::errc{} && last == end && found.version > 0 ? std::optional(found) : std::nullopt;
}

class LinkWords {
public:
    LinkWords() : m_table("data/fetch/link_words.tsv", data::file("fetch/link_words.tsv")) {
        const auto what = m_table.column("what");
        const auto words = m_table.column("words");
        for (std::size_t row = 0; row < m_table.rows(); ++row) {
            Words pattern;
            for (const auto word : split(m_table.cell(row, words), ' ')) {
                pattern.emplace_back(word);
            }
            m_patterns.emplace_back(m_table.cell(row, what), std::move(pattern));
        }
    }

    [[nodiscard]] bool has(std::string_view what, const Words& words) const {
        return std::any_of(m_patterns.begin(), m_patterns.end(), [&](const auto& pattern) {
            const auto& [sort, parts] = pattern;
            return sort == what &&
                   std::search(words.begin(), words.end(), parts.begin(), parts.end(), fits) != words.end();
        });
    }

    // The words of one sort, each as it is written.
    [[nodiscard]] Words of(std::string_view what) const {
        Words all;
        for (const auto& [sort, parts] : m_patterns) {
            if (sort == what) {
                all.push_back(parts.front());
            }
        }
        return all;
    }

    // What stands after the last full stop of a file's name is one of these.
    [[nodiscard]] bool ends(std::string_view what, std::string_view file_name) const {
        const auto dot = file_name.rfind('.');
        return dot != std::string_view::npos && has(what, words_of(file_name.substr(dot + 1)));
    }

    // All the numbers of releases that a text names.
    [[nodiscard]] std::set<ReleaseNumber> numbers(const Words& words) const {
        std::set<ReleaseNumber> found;
        for (const auto& [what, pattern] : m_patterns) {
            if (what != "release") {
                continue;
            }
            auto at = words.begin();
            while ((at = std::search(at, words.end(), pattern.begin(), pattern.end(), fits)) != words.end()) {
                for (std::size_t part = 0; part < pattern.size(); ++part) {
                    if (pattern[part] == "{number}") {
                        found.insert(*number_in(*(at + static_cast<std::ptrdiff_t>(part))));
                    }
                }
                ++at;
            }
        }
        return found;
    }

private:
    static bool fits(const std::string& word, const std::string& pattern) {
        return pattern == "{number}" ? number_in(word).has_value() : word == pattern;
    }

    Tsv m_table;
    std::vector<std::pair<std::string_view, Words>> m_patterns;
};

const LinkWords& link_words() {
    static const LinkWords words;
    return words;
}

// The name of the file that a link leads to; of a script that hands files out (?file=a.xlsx), that file's.
std::string linked_file(const std::string& address) {
    const auto query = address.find('?');
    if (query != std::string::npos && link_words().ends("ending", std::string_view(address).substr(query))) {
        return file_name_of("https://file/" + address.substr(address.find_last_of("?=&/") + 1));
    }
    return file_name_of(address);
}

// A link with its words taken apart, nearest first: its file's name, its own text, what stands around it, the
// heading before it.
struct Seen {
    explicit Seen(const Link& seen) : link(&seen), file_name(linked_file(seen.address)) {
        own = words_of(file_name + " " + link->download + " " + link->text);
        around = words_of(link->around);
        heading = words_of(link->heading);
    }

    // The nearest words that name one release; several at once speak of none.
    [[nodiscard]] std::optional<ReleaseNumber> release() const {
        for (const auto& words :
             {words_of(file_name), words_of(link->download), words_of(link->text), around, heading}) {
            const auto numbers = link_words().numbers(words);
            if (numbers.size() == 1) {
                return *numbers.begin();
            }
            if (numbers.size() > 1) {
                break;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] bool is_workbook() const {
        const auto& known = link_words();
        return known.ends("ending", file_name) || known.ends("ending", link->download) ||
               known.has("type", words_of(link->type));
    }

    const Link* link;
    std::string file_name;
    Words own;
    Words around;
    Words heading;
};

constexpr int named = 8;     // after the subject
constexpr int numbered = 4;  // a release
constexpr int near = 2;      // words of the subject
constexpr int data = 1;      // by its name

int likeness_of(const Seen& seen) {
    const auto& known = link_words();
    if (known.has("beside", seen.own)) {
        return -1;
    }
    return (known.has("subject", seen.own) ? named : 0) + (seen.release() ? numbered : 0) +
           (known.has("subject", seen.around) || known.has("subject", seen.heading) ? near : 0) +
           (known.has("data", seen.own) ? data : 0);
}

Offer offer_of(const Seen& seen) {
    Offer offer;
    offer.release = seen.release();
    offer.address = seen.link->address;
    offer.file_name = seen.file_name;
    offer.words = seen.link->text;
    if (seen.link->around.find(seen.link->text) == std::string::npos) {
        offer.words += " " + seen.link->around;
    } else {
        offer.words = seen.link->around;
    }
    offer.likeness = likeness_of(seen);
    return offer;
}

// An address that is linked more than once (a picture, and the words under it) is one offer.
void add(std::vector<Offer>& offers, Offer offer) {
    const auto same = std::find_if(offers.begin(), offers.end(),
                                   [&](const Offer& other) { return other.address == offer.address; });
    if (same == offers.end()) {
        offers.push_back(std::move(offer));
        return;
    }
    same->release = same->release ? same->release : offer.release;
    same->words = offer.likeness > same->likeness ? offer.words : same->words;
    same->likeness = std::max(same->likeness, offer.likeness);
}

}  // namespace

std::string to_string(ReleaseNumber number) {
    const auto text = std::to_string(number.number);
    return number.version == 1 ? text : text + "v" + std::to_string(number.version);
}

std::optional<ReleaseNumber> parse_release_number(std::string_view text) {
    const auto words = words_of(text);
    return words.empty() || words.size() > 2 ? std::nullopt : number_in(words.back());
}

std::vector<Offer> offers_of(const HtmlPage& page) {
    std::vector<Offer> offers;
    for (const auto& link : page.links) {
        if (const Seen seen(link); seen.is_workbook()) {
            add(offers, offer_of(seen));
        }
    }
    const bool some =
        std::any_of(offers.begin(), offers.end(), [](const Offer& offer) { return offer.likeness >= named; });
    std::erase_if(offers, [&](const Offer& offer) { return offer.likeness < (some ? near : 0); });
    std::stable_sort(offers.begin(), offers.end(), [](const Offer& a, const Offer& b) {
        return std::pair(a.release, a.likeness) > std::pair(b.release, b.likeness);
    });
    return offers;
}

std::vector<Offer> offers_in_text(std::string_view html, const std::string& address) {
    HtmlPage page;
    for (const auto& ending : link_words().of("ending")) {
        for (auto& link : addresses_in(html, "." + ending, address)) {
            page.links.push_back(std::move(link));
        }
    }
    return offers_of(page);
}

Offer offer_at(const std::string& address, std::string_view words) {
    Link link;
    link.address = address;
    link.text = words;
    return offer_of(Seen(link));
}

std::vector<Offer> leads_of(const HtmlPage& page) {
    const auto& known = link_words();
    std::vector<Offer> leads;
    for (const auto& link : page.links) {
        const Seen seen(link);
        const bool about = known.has("subject", seen.own) || !known.numbers(seen.own).empty() ||
                           known.has("subject", words_of(page.title));
        if (about && known.has("data", words_of(link.text)) && !known.ends("other", seen.file_name) &&
            !known.has("beside", seen.own)) {
            add(leads, offer_of(seen));
        }
    }
    std::stable_sort(leads.begin(), leads.end(), [](const Offer& a, const Offer& b) {
        return std::pair(a.release, a.likeness) > std::pair(b.release, b.likeness);
    });
    return leads;
}

}  // namespace pledgebook::fetch
