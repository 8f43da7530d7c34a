// From sentences to statements: every figure about aid with its slots, and the figures about something
// else that a reader may wonder about.
#pragma once

#include "claims/slots/parties.hpp"
#include "claims/slots/statement.hpp"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace pledgebook::claims {

// What has been read before the sentence at hand: whom "they" and which period "in that same period" mean.
struct Memory {
    std::optional<Date> day;  // the article's
    std::optional<Party> subject;
    std::optional<Span> span;
    std::vector<Kind> kinds;  // of the last statement
    bool aid = false;         // the sentence before was about aid
    std::size_t subject_block = 0, span_block = 0, kinds_block = 0;
};

// All that is known of one sentence.
struct Parsed {
    const Sentence& sentence;
    std::string_view text;  // of the page
    const Memory& memory;
    std::vector<Figure> figures;
    std::vector<Party> parties;
    std::vector<Span> spans;
};

// One after the other, in the order of the text.
void read_statements(const Page& page, const Words& words, std::optional<Date> day,
                     const std::function<void(Statement&)>& next);

// Fills quote and place from tokens [from, to).
void mark(Claim& claim, const Parsed& parsed, std::size_t from, std::size_t to);

// Donors, kinds, measure and period for a claim made of tokens [from, to).
void fill_slots(Statement& statement, const Parsed& parsed, std::size_t from, std::size_t to,
                std::size_t previous, std::size_t next);
void fill_period(Statement& statement, const Parsed& parsed, std::size_t from, std::size_t to,
                 std::size_t previous, std::size_t next);

// Statements with an amount; with a percentage; with a superlative; with a rise, a fall or a comparison.
std::vector<Statement> amounts_in(const Parsed& parsed);
std::vector<Statement> percentages_in(const Parsed& parsed);
std::vector<Statement> ranks_in(const Parsed& parsed);
std::vector<Statement> trends_in(const Parsed& parsed);
std::vector<Statement> comparisons_in(const Parsed& parsed);

}  // namespace pledgebook::claims
