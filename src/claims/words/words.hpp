// The words of a language, from data/words/: what a phrase can mean to one who looks for claims about aid.
// Adding a language is adding a file.
#pragma once

#include "claims/words/token.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::claims {

// What a phrase does in a sentence. The names are those of the first column of the files.
enum class Role {
    number,
    scale,
    half,
    currency,
    percent,
    percent_point,
    approx,
    only,
    range_from,
    range_to,
    donor,
    other_donor,
    refer,
    recipient,
    other_recipient,
    kind,
    item,
    unsplit,
    measure,
    measure_weak,
    give,
    aid,
    unaid,
    people,
    requirement,
    appropriated,
    per_year,
    per_month,
    average,
    extra,
    gdp,
    capita,
    month,
    period_between,
    period_and,
    period_from,
    period_until,
    period_in,
    period_part,
    period_now,
    period_last,
    period_this,
    period_ago,
    period_years,
    period_past,
    period_unit,
    period_same,
    event,
    superlative,
    degree,
    ordinal,
    backer,
    package,
    place,
    behind,
    among,
    fall,
    halt,
    rise,
    stable,
    factor,
    by,
    strong,
    ratio,
    times,
    as_much,
    more,
    less,
    equal,
    more_money,
    agent,
    to,
    against,
    negation,
    planned,
    doubt,
    saying,
    question,
    cause,
    object,
    own,
    including,
    with,
    possessive,
    conjunction,
    abbreviation,
    not_count,
    article,
    overall,
    cumulative,
    language,
    decimal_comma,
    furniture_line,
    furniture_tail,
    furniture_lead,
    furniture_part,
};

constexpr std::size_t role_count = static_cast<std::size_t>(Role::furniture_part) + 1;

// A phrase found: tokens [first, last) mean `means` in `role`.
struct Mention {
    Role role = Role::number;
    std::string_view means;  // of the words, which live as long as the program
    double number = 0;       // `means` as a number, where it is one
    std::size_t first = 0, last = 0;
};

class Words {
public:
    // Throws Error where there are no words for the language, naming those there are.
    static const Words& of(std::string_view language);
    static std::vector<std::string> languages();
    // The language whose little words occur most among the tokens, or in a short text those that it knows at
    // all; empty where none does. What has hardly a word is taken for the first.
    static std::string guess(const std::vector<Token>& tokens);

    explicit Words(std::string language);

    [[nodiscard]] const std::string& language() const { return m_language; }
    // Leftmost longest phrases, each with all its senses, in the order of the text.
    [[nodiscard]] std::vector<Mention> find(const std::vector<Token>& tokens) const;
    // Folded phrases of a role, as written in the file.
    [[nodiscard]] const std::vector<std::string>& phrases(Role role) const;

private:
    struct Sense {
        Role role;
        std::string means;
        double number;
    };
    struct Phrase {
        std::vector<std::string> words;  // a capital letter: as written; a star at the end: any ending
        std::vector<Sense> senses;
    };
    [[nodiscard]] std::size_t known_among(const std::vector<Token>& tokens) const;
    void read(std::string_view name, std::string_view bytes);
    void add(Role role, const std::string& means, std::string_view text);

    std::string m_language;
    std::map<std::string, std::vector<Phrase>, std::less<>> m_phrases;  // by the key of the first word
    std::map<std::string, std::vector<Phrase>, std::less<>> m_stems;    // whose first word ends in a star
    std::map<Role, std::vector<std::string>> m_by_role;
};

}  // namespace pledgebook::claims
