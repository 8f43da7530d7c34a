#include "claims/words/words.hpp"

#include "core/error.hpp"
#include "core/reference.hpp"
#include "core/tsv.hpp"
#include "data_files.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace pledgebook::claims {

namespace {

// In the order of Role.
constexpr std::array role_names{"number",
                                "scale",
                                "half",
                                "currency",
                                "percent",
                                "percent_point",
                                "approx",
                                "only",
                                "range_from",
                                "range_to",
                                "donor",
                                "other_donor",
                                "refer",
                                "recipient",
                                "other_recipient",
                                "kind",
                                "item",
                                "unsplit",
                                "measure",
                                "measure_weak",
                                "give",
                                "aid",
                                "unaid",
                                "people",
                                "requirement",
                                "appropriated",
                                "per_year",
                                "per_month",
                                "average",
                                "extra",
                                "gdp",
                                "capita",
                                "month",
                                "period_between",
                                "period_and",
                                "period_from",
                                "period_until",
                                "period_in",
                                "period_part",
                                "period_now",
                                "period_last",
                                "period_this",
                                "period_ago",
                                "period_years",
                                "period_past",
                                "period_unit",
                                "period_same",
                                "event",
                                "superlative",
                                "degree",
                                "ordinal",
                                "backer",
                                "package",
                                "place",
                                "behind",
                                "among",
                                "fall",
                                "halt",
                                "rise",
                                "stable",
                                "factor",
                                "by",
                                "strong",
                                "ratio",
                                "times",
                                "as_much",
                                "more",
                                "less",
                                "equal",
                                "more_money",
                                "agent",
                                "to",
                                "against",
                                "negation",
                                "planned",
                                "doubt",
                                "saying",
                                "question",
                                "cause",
                                "object",
                                "own",
                                "including",
                                "with",
                                "possessive",
                                "and",
                                "abbreviation",
                                "not_count",
                                "article",
                                "overall",
                                "cumulative",
                                "language",
                                "decimal_comma",
                                "furniture_line",
                                "furniture_tail",
                                "furniture_lead",
                                "furniture_part"};
static_assert(role_names.size() == role_count);

std::string language_of(std::string_view file) {
    file.remove_prefix(std::string_view("words/").size());
    return std::string(file.substr(0, file.find_first_of("./")));
}

bool capital(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// A phrase's word and a text's token. Typographic apostrophes are the same.
bool same(const std::string& word, const Token& token) {
    if (word.ends_with('*')) {
        return token.key.starts_with(std::string_view(word).substr(0, word.size() - 1));
    }
    return capital(word) ? token.raw == word : token.key == word;
}

}  // namespace

const Words& Words::of(std::string_view language) {
    static const std::map<std::string, Words, std::less<>> all = [] {
        std::map<std::string, Words, std::less<>> made;
        for (const auto& name : languages()) {
            made.emplace(name, Words(name));
        }
        return made;
    }();
    const auto found = all.find(language);
    if (found == all.end()) {
        std::string known;
        for (const auto& [name, words] : all) {
            known += (known.empty() ? "" : ", ") + name;
        }
        throw Error("there are no words for the language '" + std::string(language) + "'",
                    "The languages that can be checked: " + known + ".");
    }
    return found->second;
}

std::vector<std::string> Words::languages() {
    std::vector<std::string> names;
    for (const auto& file : data::files()) {
        if (file.name.starts_with("words/") && (names.empty() || names.back() != language_of(file.name))) {
            names.push_back(language_of(file.name));
        }
    }
    return names;
}

// Words in small letters that mean something in it; a name or a currency is the same in many.
std::size_t Words::known_among(const std::vector<Token>& tokens) const {
    const auto means_something = [&](const Token& token) {
        const auto found = m_phrases.find(token.key);
        if (token.sort != Token::Sort::word || token.raw != token.key || found == m_phrases.end()) {
            return false;
        }
        return std::any_of(found->second.begin(), found->second.end(), [](const Phrase& phrase) {
            return phrase.words.size() == 1 &&
                   std::any_of(phrase.senses.begin(), phrase.senses.end(), [](const Sense& sense) {
                       return sense.role != Role::currency && sense.role != Role::donor &&
                              sense.role != Role::scale;
                   });
        });
    };
    return static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(), means_something));
}

std::string Words::guess(const std::vector<Token>& tokens) {
    constexpr std::size_t hardly_any = 4;    // words
    constexpr std::size_t short_text = 40;   // words
    constexpr std::size_t one_in = 10;       // of a longer text's words is a little one
    constexpr std::size_t one_in_short = 3;  // of a short text's words is a little one, or known
    const auto words = static_cast<std::size_t>(std::count_if(
        tokens.begin(), tokens.end(), [](const Token& token) { return token.sort == Token::Sort::word; }));
    if (words < hardly_any) {
        return languages().front();
    }
    std::string best;
    std::size_t most = 0;
    for (const auto& name : languages()) {
        const auto& little = of(name).phrases(Role::language);
        auto count =
            static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(), [&](const Token& token) {
                return std::find(little.begin(), little.end(), token.key) != little.end();
            }));
        const auto known = words < short_text ? count + of(name).known_among(tokens) : std::size_t{0};
        const bool fits = count * one_in >= words || known * one_in_short >= words;
        count = std::max(count, known);
        if (fits && count > most) {
            most = count;
            best = name;
        }
    }
    return best;
}

Words::Words(std::string language) : m_language(std::move(language)) {
    for (const auto& file : data::files()) {
        if (file.name.starts_with("words/") && language_of(file.name) == m_language) {
            read(file.name, file.bytes);
        }
    }
    for (auto* phrases : {&m_phrases, &m_stems}) {
        for (auto& [first, each] : *phrases) {
            std::stable_sort(each.begin(), each.end(), [](const Phrase& a, const Phrase& b) {
                return a.words.size() > b.words.size();
            });
        }
    }
}

void Words::read(std::string_view name, std::string_view bytes) {
    const Tsv tsv("data/" + std::string(name), bytes);
    const auto role = tsv.column("role");
    const auto means = tsv.column("means");
    const auto words = tsv.column("words");
    for (std::size_t row = 0; row < tsv.rows(); ++row) {
        const auto known = std::find(role_names.begin(), role_names.end(), tsv.cell(row, role));
        if (known == role_names.end()) {
            tsv.fail(row, "there is no role '" + std::string(tsv.cell(row, role)) + "'");
        }
        const auto which = static_cast<Role>(known - role_names.begin());
        for (const auto phrase : split(tsv.cell(row, words), '|')) {
            add(which, std::string(tsv.cell(row, means)), phrase);
        }
    }
}

void Words::add(Role role, const std::string& means, std::string_view text) {
    m_by_role[role].push_back(folded(text));
    if (role == Role::abbreviation || role >= Role::language) {
        return;  // not looked for in sentences, where it would hide what its words mean
    }
    Phrase phrase;
    for (const auto& token : tokens_of(text, 0, text.size(), false)) {
        if (token.is("*") && !phrase.words.empty()) {
            phrase.words.back() += '*';
        } else {
            phrase.words.push_back(capital(token.raw) ? token.raw : token.key);
        }
    }
    if (phrase.words.empty()) {
        return;
    }
    const bool stem = phrase.words.front().ends_with('*');
    auto key = folded(phrase.words.front());
    if (stem) {
        key.pop_back();
    }
    auto& phrases = (stem ? m_stems : m_phrases)[key];
    auto same_words = std::find_if(phrases.begin(), phrases.end(),
                                   [&](const Phrase& each) { return each.words == phrase.words; });
    if (same_words == phrases.end()) {
        phrases.push_back(std::move(phrase));
        same_words = phrases.end() - 1;
    }
    same_words->senses.push_back({role, means, std::strtod(means.c_str(), nullptr)});
}

std::vector<Mention> Words::find(const std::vector<Token>& tokens) const {
    std::vector<Mention> found;
    const auto longest = [&](const std::vector<Phrase>& phrases, std::size_t at, const Phrase*& best) {
        for (const auto& phrase : phrases) {
            if (phrase.words.size() > tokens.size() - at ||
                (best != nullptr && phrase.words.size() <= best->words.size())) {
                continue;
            }
            if (std::equal(phrase.words.begin(), phrase.words.end(),
                           tokens.begin() + static_cast<std::ptrdiff_t>(at), same)) {
                best = &phrase;
            }
        }
    };
    for (std::size_t at = 0; at < tokens.size();) {
        const Phrase* best = nullptr;
        const auto& key = tokens[at].key;
        if (const auto with = m_phrases.find(key); with != m_phrases.end()) {
            longest(with->second, at, best);
        }
        for (std::size_t length = 2; length <= std::min<std::size_t>(key.size(), 24) && !m_stems.empty();
             ++length) {
            const auto with = m_stems.find(std::string_view(key).substr(0, length));
            if (with != m_stems.end()) {
                longest(with->second, at, best);
            }
        }
        if (best == nullptr) {
            ++at;
            continue;
        }
        for (const auto& sense : best->senses) {
            found.push_back({sense.role, sense.means, sense.number, at, at + best->words.size()});
        }
        at += best->words.size();
    }
    return found;
}

const std::vector<std::string>& Words::phrases(Role role) const {
    static const std::vector<std::string> none;
    const auto found = m_by_role.find(role);
    return found == m_by_role.end() ? none : found->second;
}

}  // namespace pledgebook::claims
