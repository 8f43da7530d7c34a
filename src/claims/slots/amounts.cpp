#include "claims/slots/context.hpp"
#include "claims/slots/statements.hpp"

#include <algorithm>

namespace pledgebook::claims {

namespace {

// With the verb before it: "given £156billion".
std::size_t with_verb(const Sentence& sentence, std::size_t from) {
    for (const auto role : {Role::give, Role::measure, Role::measure_weak}) {
        if (const auto* verb = sentence.before(from, role)) {
            return verb->first;
        }
    }
    return from;
}

bool outside_party(const Statement& statement) {
    return std::any_of(statement.claim.donors.begin(), statement.claim.donors.end(),
                       [](const std::string& donor) { return donor.starts_with("OTHER:"); });
}

// What it gives is no aid.
bool is_enemy(const Statement& statement) {
    return statement.claim.donors == std::vector<std::string>{"OTHER:Russia"};
}

void take_figure(Statement& statement, const Figure& figure) {
    auto& claim = statement.claim;
    claim.value = figure.value;
    claim.value_to = figure.value_to;
    claim.unit = figure.unit();
    claim.approximation = figure.approximation;
    statement.interval = figure.interval();
    statement.cut = figure.cut();
    statement.rounded = figure.rounded();
}

Statement amount(const Parsed& parsed, std::size_t which, bool before_in_scope) {
    const auto& figure = parsed.figures[which];
    const auto previous = which > 0 ? parsed.figures[which - 1].to : 0;
    const auto next =
        which + 1 < parsed.figures.size() ? parsed.figures[which + 1].from : parsed.sentence.tokens.size();
    Statement statement;
    statement.claim.kind = ClaimKind::amount;
    take_figure(statement, figure);
    mark(statement.claim, parsed, with_verb(parsed.sentence, figure.from), figure.to);
    fill_slots(statement, parsed, figure.from, figure.to, previous, next);
    const Place place{figure.from, figure.to, previous, next};
    const auto scope = scope_of(parsed.sentence, place, parsed.parties, parsed.memory.aid);
    // a list goes on with what its first figure was; "they remain at 1.2 billion" with the sentence before
    const bool goes_on =
        !scope.other && (before_in_scope || (parsed.memory.aid && statement.inherited_donor &&
                                             parsed.sentence.at(0, Role::refer) != nullptr));
    statement.claim.in_scope = (scope.aid || goes_on) && !is_enemy(statement);
    statement.beyond = scope.beyond;
    constexpr std::size_t reach = 8;
    const auto start = figure.from > reach ? figure.from - reach : 0;
    for (const auto role : {Role::package, Role::extra, Role::measure_weak, Role::item}) {
        statement.partial =
            statement.partial || parsed.sentence.within(start, figure.to + reach, role) != nullptr;
    }
    if (outside_party(statement)) {
        statement.beyond = "no donor that the tracker holds";
    }
    return statement;
}

}  // namespace

std::vector<Statement> amounts_in(const Parsed& parsed) {
    std::vector<Statement> found;
    std::vector<std::size_t> of_figure(parsed.figures.size(), parsed.figures.size());
    for (std::size_t at = 0; at < parsed.figures.size(); ++at) {
        const auto& figure = parsed.figures[at];
        const auto previous = at > 0 ? parsed.figures[at - 1].to : 0;
        if (figure.sort != Figure::Sort::amount ||
            stance_of(parsed.sentence, {figure.from, figure.to, previous, figure.to}).denied) {
            continue;
        }
        const bool before_in_scope = !found.empty() && found.back().claim.in_scope;
        auto statement = amount(parsed, at, before_in_scope);
        const bool has_first = figure.twin && of_figure[*figure.twin] < found.size();
        if (has_first) {  // the same sum in a second currency says the same of the same
            const auto& first = found[of_figure[*figure.twin]];
            auto twin = first;
            take_figure(twin, figure);
            mark(twin.claim, parsed, figure.from, figure.to);
            statement = std::move(twin);
        }
        of_figure[at] = found.size();
        found.push_back(std::move(statement));
    }
    return found;
}

}  // namespace pledgebook::claims
