#include "claims/slots/context.hpp"
#include "claims/slots/statements.hpp"

#include <algorithm>
#include <limits>

namespace pledgebook::claims {

namespace {

constexpr std::size_t aid_reach = 7;
constexpr std::size_t party_reach = 9;
constexpr std::size_t behind_costs = 2;  // what stands before a word belongs to it more often

constexpr double clearly = 10;  // percent by which something has fallen or risen that is said to have
constexpr double strongly = 30;
constexpr double nearly_all = 70;  // of what has come to a halt
constexpr double level = 15;

struct Trend {
    const Mention* word = nullptr;
    Statement::Way way = Statement::Way::none;
};

Trend trend_at(const Sentence& sentence, std::size_t token) {
    for (const auto& [role, way] :
         {std::pair{Role::fall, Statement::Way::down}, std::pair{Role::halt, Statement::Way::halt},
          std::pair{Role::rise, Statement::Way::up}, std::pair{Role::stable, Statement::Way::level}}) {
        if (const auto* word = sentence.at(token, role)) {
            return {word, way};
        }
    }
    return {};
}

Interval interval_for(Statement::Way way, bool strong) {
    constexpr auto no_end = std::numeric_limits<double>::infinity();
    switch (way) {
        case Statement::Way::down:
            return {-100, strong ? -strongly : -clearly};
        case Statement::Way::halt:
            return {-100, -nearly_all};
        case Statement::Way::up:
            return {strong ? 2 * clearly : clearly / 2, no_end};
        case Statement::Way::level:
        case Statement::Way::none:
            break;
    }
    return {-level, level};
}

// The nearest mention of that role, rather before than behind.
const Mention* near(const Sentence& sentence, const Mention& word, Role role, std::size_t reach) {
    const Mention* best = nullptr;
    auto shortest = reach + 1;
    for (const auto& mention : sentence.mentions) {
        if (mention.role != role || mention.first == word.first) {
            continue;
        }
        const auto far = mention.last <= word.first   ? word.first - mention.last
                         : mention.first >= word.last ? mention.first - word.last
                                                      : reach + 1;
        if (far + (mention.first >= word.last ? behind_costs : 0) < shortest) {
            shortest = far + (mention.first >= word.last ? behind_costs : 0);
            best = &mention;
        }
    }
    return best;
}

// Whose aid: the party next to the word for the aid, rather before it than behind.
const Party* party_near(const Parsed& parsed, const Mention& aid) {
    const Party* best = nullptr;
    auto shortest = party_reach + 1;
    for (const auto& party : parsed.parties) {
        const auto far = party.to <= aid.first    ? aid.first - party.to
                         : party.from >= aid.last ? party.from - aid.last + behind_costs
                                                  : std::size_t{0};
        if (far < shortest && !party.other && !party.against) {
            shortest = far;
            best = &party;
        }
    }
    return best;
}

// A number says it more exactly, and is a claim of its own.
bool has_number(const Parsed& parsed, const Mention& word) {
    constexpr std::size_t reach = 10;
    return std::any_of(parsed.figures.begin(), parsed.figures.end(), [&](const Figure& figure) {
        const bool number = figure.sort == Figure::Sort::amount || figure.sort == Figure::Sort::percent;
        return number && ((figure.from >= word.last && figure.from <= word.last + reach) ||
                          (figure.to <= word.first && figure.to + 2 >= word.first));
    });
}

std::optional<Statement> statement_of(const Parsed& parsed, const Trend& trend) {
    const auto& sentence = parsed.sentence;
    const auto& word = *trend.word;
    const auto* aid = near(sentence, word, Role::aid, aid_reach);
    const auto* party = aid != nullptr ? party_near(parsed, *aid) : nullptr;
    if (aid == nullptr || party == nullptr || has_number(parsed, word)) {
        return std::nullopt;
    }
    Statement statement;
    auto& claim = statement.claim;
    claim.kind = ClaimKind::change;
    claim.unit = "percent";
    statement.way = trend.way;
    const auto* strong = near(sentence, word, Role::strong, 2);
    statement.strong = strong != nullptr;
    statement.interval = interval_for(trend.way, statement.strong);
    auto from = std::min({word.first, aid->first, party->from});
    auto to = std::max({word.last, aid->last, party->to});
    if (strong != nullptr) {
        from = std::min(from, strong->first);
    }
    fill_slots(statement, parsed, from, to, 0, sentence.tokens.size());
    claim.donors = party->codes;
    statement.loose_measure = true;  // whichever was meant, the direction is the same
    statement.guessed_donor = statement.inherited_donor = false;
    claim.aid = kinds_near(sentence, {word.first, word.last, 0, sentence.tokens.size()});
    for (const auto& span : parsed.spans) {
        if (span.from >= to && span.from <= to + 1 && statement.span && statement.span->from == span.from) {
            to = span.to;
        }
    }
    mark(claim, parsed, from, to);
    claim.in_scope = true;
    return statement;
}

}  // namespace

std::vector<Statement> trends_in(const Parsed& parsed) {
    std::vector<Statement> found;
    for (std::size_t at = 0; at < parsed.sentence.tokens.size(); ++at) {
        const auto trend = trend_at(parsed.sentence, at);
        if (trend.word == nullptr) {
            continue;
        }
        auto statement = statement_of(parsed, trend);
        const bool again = statement && !found.empty() && found.back().claim.end > statement->claim.start;
        if (statement && !again) {
            found.push_back(std::move(*statement));
        }
        at = trend.word->last - 1;
    }
    return found;
}

}  // namespace pledgebook::claims
