#include "claims/slots/context.hpp"
#include "claims/slots/statements.hpp"

#include <algorithm>

namespace pledgebook::claims {

namespace {

constexpr std::size_t noun_reach = 5;

// "third-largest", "main single", "second place": the rank and where the words end.
struct Superlative {
    double rank = 1;
    bool lowest = false;
    std::size_t from = 0, to = 0;
    bool place = false;
};

std::optional<Superlative> superlative_at(const Sentence& sentence, std::size_t token) {
    Superlative found;
    found.from = token;
    auto at = token;
    const auto* ordinal = sentence.at(at, Role::ordinal);
    if (ordinal != nullptr) {
        found.rank = ordinal->number;
        at = ordinal->last;
        if (at < sentence.tokens.size() && sentence.tokens[at].is("-")) {
            ++at;
        }
        if (const auto* place = sentence.at(at, Role::place)) {
            found.to = place->last;
            found.place = true;
            return found;
        }
    }
    const auto* best = sentence.at(at, Role::superlative);
    if (best == nullptr) {
        return std::nullopt;
    }
    found.lowest = best->number < 0;
    found.to = best->last;
    return found;
}

// "one of the largest donors" gives no rank.
bool one_of_several(const Sentence& sentence, std::size_t token) {
    for (std::size_t back = 1; back <= 2 && back <= token; ++back) {
        if (const auto* of = sentence.before(token - back + 1, Role::among)) {
            return sentence.before(of->first, Role::number) != nullptr ||
                   sentence.at(of->first, Role::period_in) == nullptr;
        }
    }
    return false;
}

// The group within which the rank holds: "in Europe", "among EU countries".
const Party* within_group(const Parsed& parsed, std::size_t from) {
    for (const auto& party : parsed.parties) {
        if (party.from < from || party.from > from + noun_reach) {
            continue;
        }
        for (std::size_t back = 0; back <= 1 && back < party.from; ++back) {
            if (parsed.sentence.before(party.from - back, Role::among) != nullptr) {
                return &party;
            }
        }
    }
    return nullptr;
}

// "its largest military package": the kind stands inside the words of the claim.
std::vector<Kind> kinds_inside(const Sentence& sentence, std::size_t from, std::size_t to,
                               std::vector<Kind> otherwise) {
    auto inside = kinds_near(sentence, {to, to, from, to});
    return inside.empty() ? std::move(otherwise) : inside;
}

std::optional<Statement> rank_at(const Parsed& parsed, const Superlative& best) {
    const auto& sentence = parsed.sentence;
    const auto end = std::min(sentence.tokens.size(), best.to + noun_reach);
    const auto* package = best.place ? nullptr : sentence.within(best.to, end, Role::package);
    const auto* backer = best.place ? nullptr : sentence.within(best.to, end, Role::backer);
    if (!best.place && package == nullptr && backer == nullptr) {
        return std::nullopt;
    }
    if (package != nullptr && backer != nullptr && backer->first > package->first) {
        backer = nullptr;
    }
    const auto* noun = backer != nullptr ? backer : package;
    const auto to = noun != nullptr ? noun->last : best.to;
    Statement statement;
    auto& claim = statement.claim;
    claim.kind = ClaimKind::rank;
    claim.value = best.rank;
    claim.unit = "rank";
    statement.lowest = best.lowest;
    statement.interval = {best.rank - 0.5, best.rank + 0.5};
    auto others = parsed;
    if (const auto* group = within_group(parsed, to)) {
        statement.among = group->codes;
        claim.compared_with = group->codes;
        std::erase_if(others.parties, [&](const Party& each) { return each.from == group->from; });
    }
    fill_slots(statement, others, best.from, to, 0, sentence.tokens.size());
    claim.aid = kinds_inside(sentence, best.from, to, claim.aid);
    if (statement.guessed_donor || (others.parties.empty() && !statement.inherited_donor)) {
        return std::nullopt;
    }
    // "the largest donors: Germany, …" says nothing of the first of them
    const bool named_before = std::any_of(others.parties.begin(), others.parties.end(),
                                          [&](const Party& each) { return each.to <= best.from; });
    statement.inherited_donor = statement.inherited_donor || !named_before;
    const auto reach = std::min(sentence.tokens.size(), to + 3 * noun_reach);
    if (sentence.within(best.from, reach, Role::gdp) != nullptr) {
        statement.against = Statement::Against::gdp;
    } else if (sentence.within(best.from, reach, Role::capita) != nullptr) {
        statement.against = Statement::Against::capita;
    }
    if (backer == nullptr && package != nullptr) {
        statement.beyond = "single packages, which the releases in the book do not hold one by one";
    }
    const auto start =
        best.from > 0 && sentence.before(best.from, Role::possessive) != nullptr && best.from >= 3
            ? best.from - 3
            : best.from;
    mark(claim, parsed, start, to);
    claim.in_scope = !claim.donors.front().starts_with("OTHER:");
    return statement;
}

}  // namespace

std::vector<Statement> ranks_in(const Parsed& parsed) {
    std::vector<Statement> found;
    const auto& sentence = parsed.sentence;
    for (std::size_t at = 0; at < sentence.tokens.size(); ++at) {
        const auto best = superlative_at(sentence, at);
        if (!best) {
            continue;
        }
        if (!one_of_several(sentence, at)) {
            if (auto statement = rank_at(parsed, *best)) {
                found.push_back(std::move(*statement));
            }
        }
        at = best->to - 1;
    }
    return found;
}

}  // namespace pledgebook::claims
