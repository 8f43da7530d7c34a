#include "claims/slots/context.hpp"
#include "claims/slots/statements.hpp"

#include <algorithm>
#include <limits>

namespace pledgebook::claims {

namespace {

constexpr double part_of_a_word = 0.125;  // "twice" is 1.75 to 2.25
constexpr std::size_t near_words = 3;
constexpr std::size_t side_reach = 14;

// Those on both sides of tokens [from, to): who is compared, and with whom.
struct Sides {
    const Party* one = nullptr;
    const Party* other = nullptr;
};

Sides sides_of(const Parsed& parsed, std::size_t from, std::size_t to) {
    Sides sides;
    const Party* first = nullptr;   // of the sentence
    const Party* middle = nullptr;  // the last before the comparison that is somebody else than its subject
    for (const auto& party : parsed.parties) {
        if (party.other || party.receives) {
            continue;
        }
        if (party.to <= from && from - party.to <= 2 * side_reach) {
            first = first == nullptr ? &party : first;
            middle = sides.one != nullptr && sides.one->codes != party.codes ? sides.one : middle;
            sides.one = &party;
        } else if (party.from >= to && sides.other == nullptr && party.from - to <= side_reach) {
            sides.other = &party;
        }
    }
    if (sides.other == nullptr && middle != nullptr) {
        // "Europe overtakes the US, with twice the commitments"; "…, European commitments being twice as
        // large"
        sides.other = first->codes == sides.one->codes ? middle : sides.one;
        sides.one = first;
    }
    return sides;
}

bool about_aid(const Parsed& parsed) {
    const auto& sentence = parsed.sentence;
    return sentence.has(Role::aid) || sentence.has(Role::measure) || sentence.has(Role::kind) ||
           sentence.has(Role::backer);
}

Approximation approximation_before(const Sentence& sentence, std::size_t& from) {
    static constexpr std::string_view names[] = {"exact",   "about",     "at_least",
                                                 "at_most", "just_over", "just_under"};
    const auto* approx = sentence.before(from, Role::approx);
    if (approx == nullptr) {
        return Approximation::exact;
    }
    from = approx->first;
    const auto* name = std::find(std::begin(names), std::end(names), approx->means);
    return name == std::end(names) ? Approximation::exact
                                   : static_cast<Approximation>(name - std::begin(names));
}

std::optional<Statement> compared(const Parsed& parsed, std::size_t from, std::size_t to, ClaimKind kind) {
    auto sides = sides_of(parsed, from, to);
    const bool goes_on = parsed.sentence.at(0, Role::refer) != nullptr;  // "This is almost equal to"
    if (sides.one == nullptr && goes_on && parsed.memory.subject) {
        sides.one = &*parsed.memory.subject;
    }
    if (sides.one == nullptr || sides.other == nullptr || !about_aid(parsed) ||
        sides.one->codes == sides.other->codes) {
        return std::nullopt;
    }
    Statement statement;
    auto& claim = statement.claim;
    claim.kind = kind;
    fill_slots(statement, parsed, from, to, 0, parsed.sentence.tokens.size());
    claim.donors = sides.one->codes;
    statement.loose_measure = true;  // whichever was meant, the direction is the same
    claim.compared_with = sides.other->codes;
    statement.guessed_donor = statement.inherited_donor = false;
    claim.in_scope = true;
    return statement;
}

std::optional<Statement> ratio_at(const Parsed& parsed, std::size_t token) {
    const auto& sentence = parsed.sentence;
    const auto* ratio = sentence.at(token, Role::ratio);
    if (ratio == nullptr) {
        return std::nullopt;
    }
    const auto* much = sentence.within(ratio->last, ratio->last + near_words, Role::as_much);
    const bool plain = ratio->number < 1;  // "half of", "a third of"
    if (much == nullptr && !plain) {
        return std::nullopt;
    }
    auto from = ratio->first;
    const auto approximation = approximation_before(sentence, from);
    const auto to = much != nullptr ? much->last : ratio->last;
    auto statement = compared(parsed, from, to, ClaimKind::ratio);
    if (!statement) {
        return std::nullopt;
    }
    statement->claim.value = ratio->number;
    statement->claim.unit = "times";
    statement->claim.approximation = approximation;
    statement->interval =
        interval_of(ratio->number, ratio->number, ratio->number * part_of_a_word, approximation);
    mark(statement->claim, parsed, from, to);
    return statement;
}

// The donor right behind "ahead of", or behind the "than" of "more aid than".
const Mention* other_side(const Sentence& sentence, const Mention& word) {
    const bool alone = word.last == word.first + 1 && sentence.at(word.last, Role::against) == nullptr;
    const auto* than = sentence.within(word.last, word.last + 2 * near_words + 2, Role::against);
    if (alone && than != nullptr) {
        return sentence.within(than->last, than->last + near_words, Role::donor);
    }
    return sentence.within(word.last, word.last + near_words + 2, Role::donor);
}

std::optional<Statement> relation_at(const Parsed& parsed, std::size_t token) {
    constexpr auto no_end = std::numeric_limits<double>::infinity();
    constexpr double about_equal = 0.12;
    const auto& sentence = parsed.sentence;
    for (const auto& [role, interval] :
         {std::pair{Role::more, Interval{1, no_end}}, std::pair{Role::less, Interval{0, 1}},
          std::pair{Role::equal, Interval{1 - about_equal, 1 + about_equal}}}) {
        const auto* word = sentence.at(token, role);
        if (word == nullptr) {
            continue;
        }
        if (sentence.before(word->first, Role::percent) != nullptr) {
            return std::nullopt;  // "30% more than": the percentage says it
        }
        const auto next = other_side(sentence, *word);
        auto from = word->first;
        const auto approximation = approximation_before(sentence, from);
        auto statement =
            next != nullptr ? compared(parsed, from, word->last, ClaimKind::comparison) : std::nullopt;
        if (!statement) {
            return std::nullopt;
        }
        if (role == Role::equal) {
            statement->claim.value = 1;
            statement->claim.approximation =
                approximation == Approximation::exact ? Approximation::about : approximation;
        }
        statement->claim.unit = "times";
        statement->interval = interval;
        const auto sides = sides_of(parsed, from, word->last);
        const bool beside =
            sides.one != nullptr && sides.one->to <= from && from - sides.one->to <= near_words;
        mark(statement->claim, parsed, beside ? sides.one->from : from,
             std::max(word->last, sides.other->from > word->last ? sides.other->to : word->last));
        return statement;
    }
    return std::nullopt;
}

// "€23 billion more than the United States".
std::optional<Statement> difference_at(const Parsed& parsed, const Figure& figure) {
    const auto& sentence = parsed.sentence;
    const auto* more = sentence.at(figure.to, Role::more_money);
    if (figure.sort != Figure::Sort::amount || more == nullptr ||
        sentence.within(more->last, more->last + near_words, Role::donor) == nullptr) {
        return std::nullopt;
    }
    auto statement = compared(parsed, figure.from, more->last, ClaimKind::comparison);
    if (!statement) {
        return std::nullopt;
    }
    statement->difference = true;
    statement->claim.value = figure.value;
    statement->claim.value_to = figure.value_to;
    statement->claim.unit = figure.unit();
    statement->claim.approximation = figure.approximation;
    statement->interval = figure.interval();
    statement->cut = figure.cut();
    statement->rounded = figure.rounded();
    const auto sides = sides_of(parsed, figure.from, more->last);
    mark(statement->claim, parsed, figure.from, std::max(more->last, sides.other->to));
    return statement;
}

}  // namespace

std::vector<Statement> comparisons_in(const Parsed& parsed) {
    std::vector<Statement> found;
    for (const auto& figure : parsed.figures) {
        if (auto statement = difference_at(parsed, figure)) {
            found.push_back(std::move(*statement));
        }
    }
    for (std::size_t at = 0; at < parsed.sentence.tokens.size(); ++at) {
        auto statement = ratio_at(parsed, at);
        if (!statement) {
            statement = relation_at(parsed, at);
        }
        if (statement) {
            const bool again = std::any_of(found.begin(), found.end(), [&](const Statement& each) {
                return each.claim.start < statement->claim.end && statement->claim.start < each.claim.end;
            });
            if (!again) {
                found.push_back(std::move(*statement));
            }
        }
    }
    return found;
}

}  // namespace pledgebook::claims
