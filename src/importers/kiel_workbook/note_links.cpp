#include "importers/kiel_workbook/note_links.hpp"

#include "core/reference.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <string_view>

namespace pledgebook::importers::kiel_workbook_sheets {

namespace {

constexpr std::size_t longest_name = 6;     // in words, of a donor
constexpr int longest_range = 200;          // "DEM1-DEM5"; beyond it is something else
constexpr std::size_t longest_acronym = 3;  // "us" is no donor, "US" is

// A run of letters and digits, and what stands between it and the one before.
struct Token {
    std::string_view text;
    std::string_view before;
};

bool is_part(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<unsigned char>(c) >= 0xC3;
}

std::size_t length_of(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
    return std::min(length, text.size() - at);
}

// Letters beyond ASCII up to U+07FF count as parts of words; dashes and quotation marks lie above.
std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        while (at < text.size() && is_part(text[at]) && length_of(text, at) < 3) {
            at += length_of(text, at);
        }
        if (at == begin) {
            at += length_of(text, at);
            continue;
        }
        tokens.push_back({text.substr(begin, at - begin), text.substr(end, begin - end)});
        end = at;
    }
    return tokens;
}

// "DEM12" as "DEM" and 12.
struct PackageId {
    std::string_view letters;
    int number = -1;
};

PackageId parted(std::string_view id) {
    const auto digits = id.find_last_not_of("0123456789") + 1;
    PackageId made{id.substr(0, digits), -1};
    const auto number = id.substr(digits);
    if (!number.empty() && number.size() <= 4) {
        std::from_chars(number.data(), number.data() + number.size(), made.number);
    }
    return made;
}

class Linker {
public:
    explicit Linker(const Intake& intake) {
        for (const auto& entry : intake.entries) {
            m_packages.insert(entry.package);
            const auto id = parted(entry.package);
            if (id.number >= 0 && id.letters.size() > 1) {
                m_letters.emplace(id.letters);
            }
        }
    }

    void link(Note& note) const {
        const auto tokens = tokens_of(note.text);
        std::string_view last;
        for (std::size_t at = 0; at < tokens.size(); ++at) {
            const auto& token = tokens[at];
            if (is_package(token.text)) {
                if (!last.empty() && is_dash(token.before)) {
                    add_range(last, parted(token.text).number, note.packages);
                }
                add(note.packages, std::string(token.text));
                last = token.text;
            } else if (!last.empty() && is_dash(token.before) && parted(token.text).letters.empty()) {
                add_range(last, parted(token.text).number, note.packages);  // "FIM3-5"
                last = {};
            } else {
                last = {};
            }
        }
        link_donors(tokens, note);
    }

private:
    [[nodiscard]] bool is_package(std::string_view text) const {
        const auto id = parted(text);
        return m_packages.contains(text) || (id.number > 0 && m_letters.contains(id.letters));
    }

    static bool is_dash(std::string_view between) {
        static const std::set<std::string, std::less<>> dashes{"-", "–", "—", " - ", " – ", " — "};
        return dashes.contains(between);
    }

    static void add(std::vector<std::string>& ids, std::string id) {
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
            ids.push_back(std::move(id));
        }
    }

    void add_range(std::string_view first, int last, std::vector<std::string>& ids) const {
        const auto from = parted(first);
        if (from.number < 0 || last <= from.number || last - from.number > longest_range) {
            return;
        }
        for (auto number = from.number + 1; number <= last; ++number) {
            auto id = std::string(from.letters) + std::to_string(number);
            if (number == last || m_packages.contains(id)) {
                add(ids, std::move(id));
            }
        }
    }

    // The longest run of words that is a donor's name, from each word with a capital on.
    static void link_donors(const std::vector<Token>& tokens, Note& note) {
        for (std::size_t at = 0; at < tokens.size(); ++at) {
            const auto& text = tokens[at].text;
            const bool capital = text.front() >= 'A' && text.front() <= 'Z';
            for (auto length = capital ? std::min(longest_name, tokens.size() - at) : 0; length > 0;
                 --length) {
                const auto& last = tokens[at + length - 1].text;
                const auto end = static_cast<std::size_t>(last.data() - text.data()) + last.size();
                const std::string_view name{text.data(), end};
                const bool amount = name.data() + end != note.text.data() + note.text.size() &&
                                    name.data()[end] == '$';  // "US$30 million"
                if (const auto code = donor_named(name); !code.empty() && !amount) {
                    add(note.donors, code);
                    at += length - 1;
                    break;
                }
            }
        }
    }

    static std::string donor_named(std::string_view name) {
        const bool acronym = name.size() <= longest_acronym;
        if (acronym && std::any_of(name.begin(), name.end(), [](char c) { return c < 'A' || c > 'Z'; })) {
            return {};
        }
        const auto code = Reference::builtin().code_of(name);
        return code && Reference::builtin().donor(*code) != nullptr ? *code : std::string{};
    }

    std::set<std::string, std::less<>> m_packages;
    std::set<std::string, std::less<>> m_letters;  // of the IDs: "DEM"
};

}  // namespace

void link_notes(Intake& intake) {
    const Linker linker(intake);
    for (auto& note : intake.notes) {
        linker.link(note);
    }
}

}  // namespace pledgebook::importers::kiel_workbook_sheets
