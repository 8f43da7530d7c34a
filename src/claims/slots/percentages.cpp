#include "claims/slots/context.hpp"
#include "claims/slots/statements.hpp"

#include <algorithm>

namespace pledgebook::claims {

namespace {

constexpr std::size_t near_words = 6;

std::size_t back(std::size_t token, std::size_t by) {
    return token > by ? token - by : 0;
}

struct Change {
    Statement::Way way = Statement::Way::none;
};

// "12% more than in 2023", "20 percent less than the year before": against which period.
std::optional<Span> against_period(const Parsed& parsed, const Figure& figure) {
    constexpr std::size_t reach = 9;
    const auto found = std::find_if(parsed.spans.begin(), parsed.spans.end(), [&](const Span& span) {
        return span.against && span.from >= figure.to && span.from <= figure.to + reach;
    });
    return found == parsed.spans.end() ? std::nullopt : std::optional(*found);
}

// "12% more than Germany".
std::vector<std::string> against_donor(const Parsed& parsed, const Figure& figure) {
    constexpr std::size_t reach = 9;
    for (const auto& party : parsed.parties) {
        if (party.against && !party.other && party.from >= figure.to && party.from <= figure.to + reach) {
            return party.codes;
        }
    }
    return {};
}

// "dropped by 57 percent", "a 99% decrease", "13% lower".
Change change_at(const Sentence& sentence, const Figure& figure, std::size_t previous, std::size_t next) {
    constexpr std::size_t before = 4;
    constexpr std::size_t behind = 3;
    const auto start = std::max(previous, back(figure.from, before));
    const auto end = std::min(next, figure.to + behind);
    for (const auto& [role, way] :
         {std::pair{Role::fall, Statement::Way::down}, std::pair{Role::rise, Statement::Way::up}}) {
        if (sentence.within(start, figure.from, role) != nullptr ||
            sentence.within(figure.to, end, role) != nullptr) {
            return {way};
        }
    }
    if (sentence.at(figure.to, Role::less) != nullptr) {
        return {Statement::Way::down};
    }
    return {sentence.at(figure.to, Role::more) != nullptr ? Statement::Way::up : Statement::Way::none};
}

void signed_by(Statement& statement, const Figure& figure) {
    auto interval = figure.interval();
    if (statement.way == Statement::Way::down) {
        interval = {-interval.high, -interval.low};
        statement.cut = {-statement.cut.high, -statement.cut.low};
        statement.rounded = {-statement.rounded.high, -statement.rounded.low};
        statement.claim.value = -figure.value;
    }
    statement.interval = interval;
}

}  // namespace

std::vector<Statement> percentages_in(const Parsed& parsed) {
    std::vector<Statement> found;
    const auto& sentence = parsed.sentence;
    for (std::size_t at = 0; at < parsed.figures.size(); ++at) {
        const auto& figure = parsed.figures[at];
        if (figure.sort != Figure::Sort::percent) {
            continue;
        }
        const auto previous = at > 0 ? parsed.figures[at - 1].to : 0;
        const auto next =
            at + 1 < parsed.figures.size() ? parsed.figures[at + 1].from : sentence.tokens.size();
        const Place place{figure.from, figure.to, previous, next};
        Statement statement;
        statement.claim.value = figure.value;
        statement.claim.value_to = figure.value_to;
        statement.claim.unit = figure.unit();
        statement.claim.approximation = figure.approximation;
        statement.interval = figure.interval();
        statement.cut = figure.cut();
        statement.rounded = figure.rounded();
        fill_slots(statement, parsed, figure.from, figure.to, previous, next);
        const auto scope = scope_of(sentence, place, parsed.parties, parsed.memory.aid);
        constexpr std::size_t whom = 4;  // "62 percent of Germans"
        const bool of_people =
            sentence.within(figure.to, std::min(next, figure.to + whom), Role::people) != nullptr;
        statement.claim.in_scope = scope.aid && !of_people;
        statement.beyond = scope.beyond;
        mark(statement.claim, parsed, figure.from, figure.to);
        const auto change = change_at(sentence, figure, previous, next);
        const auto start = back(figure.from, near_words);
        const auto end = std::min(sentence.tokens.size(), figure.to + near_words);
        if (sentence.within(start, end, Role::gdp) != nullptr) {
            statement.claim.kind = ClaimKind::percent_of_gdp;
            statement.against = Statement::Against::gdp;
        } else if (change.way != Statement::Way::none) {
            statement.claim.compared_with = against_donor(parsed, figure);
            statement.in_percent = !statement.claim.compared_with.empty();
            statement.claim.kind = statement.in_percent ? ClaimKind::ratio : ClaimKind::change;
            statement.before = against_period(parsed, figure);
            statement.way = change.way;
            signed_by(statement, figure);
        } else {
            statement.claim.kind = ClaimKind::share;
            statement.against = Statement::Against::total;
            if (!statement.claim.item.empty()) {
                statement.beyond = "a share of stocks, which the book does not hold";
            }
        }
        found.push_back(std::move(statement));
    }
    return found;
}

}  // namespace pledgebook::claims
