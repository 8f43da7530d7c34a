#include "claims/slots/context.hpp"

#include "core/kinds.hpp"

#include <algorithm>
#include <limits>

namespace pledgebook::claims {

namespace {

constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

// Tokens between a mention and the place; 0 where it lies in it or touches it.
std::size_t gap(const Mention& mention, const Place& place) {
    if (mention.last <= place.from) {
        return place.from - mention.last;
    }
    return mention.first >= place.to ? mention.first - place.to : 0;
}

// The gap to the nearest mention of that role; nowhere where it is wider than `farthest`.
constexpr std::size_t farthest = 18;

std::size_t nearest(const Sentence& sentence, const Place& place, Role role) {
    std::size_t best = nowhere;
    if (!sentence.has(role)) {
        return best;
    }
    constexpr std::size_t longest_phrase = 12;
    const auto start = place.from > farthest + longest_phrase ? place.from - farthest - longest_phrase : 0;
    for (auto at = sentence.first_mention[start];
         at < sentence.mentions.size() && sentence.mentions[at].first <= place.to + farthest; ++at) {
        if (sentence.mentions[at].role == role) {
            best = std::min(best, gap(sentence.mentions[at], place));
        }
    }
    return best <= farthest ? best : nowhere;
}

// Where the clause that holds the token begins: behind the last semicolon, dash or comma before it that is
// not one of a list.
std::size_t clause_start(const Sentence& sentence, std::size_t token) {
    for (auto at = token; at-- > 0;) {
        const auto& sign = sentence.tokens[at];
        if (sign.is(";") || sign.is(":") || sign.is("\u2014") || sign.is("\u2013") ||
            (sign.is(",") && sentence.at(at + 1, Role::kind) == nullptr &&
             (at == 0 || sentence.before(at, Role::kind) == nullptr))) {
            return at + 1;
        }
    }
    return 0;
}

void add_kind(std::vector<Kind>& kinds, std::string_view means) {
    std::vector<Kind> meant;
    if (const auto kind = parse_kind(means)) {
        meant = {*kind};
    } else {
        meant = {Kind::financial, Kind::humanitarian};  // "non-military"
    }
    for (const auto kind : meant) {
        if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
            kinds.push_back(kind);
        }
    }
}

std::vector<Kind> kinds_within(const Sentence& sentence, std::size_t from, std::size_t to) {
    std::vector<Kind> kinds;
    if (from >= sentence.tokens.size() || !sentence.has(Role::kind)) {
        return kinds;
    }
    for (auto at = sentence.first_mention[from];
         at < sentence.mentions.size() && sentence.mentions[at].first < to; ++at) {
        const auto& mention = sentence.mentions[at];
        if (mention.role == Role::kind && mention.last <= to) {
            add_kind(kinds, mention.means);
        }
    }
    std::sort(kinds.begin(), kinds.end());
    return kinds;
}

// Up to the next figure, or to where the sentence turns to something else.
std::size_t reach_behind(const Sentence& sentence, const Place& place) {
    auto at = place.to;
    for (; at < place.next; ++at) {
        const auto& token = sentence.tokens[at];
        if (token.is(";") || token.is("(") || token.is(")") || token.is("\u2014")) {
            break;
        }
        const bool list = token.is(",") && (sentence.at(at + 1, Role::kind) != nullptr ||
                                            (sentence.at(at + 1, Role::conjunction) != nullptr &&
                                             sentence.at(at + 2, Role::kind) != nullptr));
        if (token.is(",") && !list) {
            break;
        }
    }
    return at;
}

}  // namespace

std::vector<Kind> kinds_near(const Sentence& sentence, const Place& place) {
    const bool bracket = place.from > 0 && sentence.tokens[place.from - 1].is("(");
    if (!bracket) {
        auto behind = kinds_within(sentence, place.to, reach_behind(sentence, place));
        if (!behind.empty()) {
            return behind;
        }
    }
    const auto start = std::max(clause_start(sentence, place.from), place.previous);
    auto before = kinds_within(sentence, start, place.from);
    if (before.empty() && bracket) {
        before = kinds_within(sentence, place.to, sentence.tokens.size());
    }
    return before;
}

std::string item_near(const Sentence& sentence, const Place& place) {
    const auto end = reach_behind(sentence, place);
    if (const auto* item = sentence.within(place.to, end, Role::item)) {
        return std::string(item->means);
    }
    constexpr std::size_t reach = 8;
    const bool bracket = place.from > 0 && sentence.tokens[place.from - 1].is("(");
    const auto start = std::max(place.previous, place.from > reach ? place.from - reach : 0);
    const auto* item = bracket ? sentence.within(start, place.from, Role::item) : nullptr;
    return item != nullptr ? std::string(item->means) : "";
}

namespace {

// A comma between: what follows says something else.
bool parted(const Sentence& sentence, std::size_t from, std::size_t to) {
    return std::any_of(sentence.tokens.begin() + static_cast<std::ptrdiff_t>(from),
                       sentence.tokens.begin() + static_cast<std::ptrdiff_t>(to),
                       [](const Token& token) { return token.is(",") || token.is(";"); });
}

}  // namespace

MeasureFound measure_near(const Sentence& sentence, const Place& place) {
    const Mention* best = nullptr;
    std::size_t shortest = nowhere;
    constexpr std::size_t behind_costs = 2;  // a word before the figure governs it more often
    constexpr std::size_t farthest_behind = 12;
    constexpr std::size_t weak_costs = 20;
    if (!sentence.has(Role::measure) && !sentence.has(Role::measure_weak)) {
        return {};
    }
    for (const auto& mention : sentence.mentions) {
        if (mention.role != Role::measure && mention.role != Role::measure_weak) {
            continue;
        }
        const bool behind = mention.first >= place.to;
        auto far = gap(mention, place) + (behind ? behind_costs : 0);
        if (behind && (far > farthest_behind || mention.first >= place.next ||
                       parted(sentence, place.to, mention.first))) {
            continue;
        }
        far += mention.role == Role::measure_weak ? weak_costs : 0;
        if (far < shortest) {
            shortest = far;
            best = &mention;
        }
    }
    if (best == nullptr) {
        return {};
    }
    const auto start = std::max(clause_start(sentence, place.from), place.previous);
    if (best->last <= start && best->role == Role::measure) {
        // another verb has taken over since: "pledged 3 billion, and has given 2 billion"
        for (const auto& mention : sentence.mentions) {
            if (mention.role == Role::give && mention.first >= start && mention.last <= place.from) {
                return {};
            }
        }
    }
    return {parse_measure(best->means), best->role == Role::measure_weak};
}

namespace {

// "…; in 2025 it was 5 billion": the period opens the clause of the next figure.
bool leads_on(const Sentence& sentence, const Span& span, const Place& place) {
    const auto numbers = std::any_of(
        sentence.tokens.begin() + static_cast<std::ptrdiff_t>(std::min(span.to, sentence.tokens.size())),
        sentence.tokens.end(), [](const Token& token) { return token.is_number(); });
    if (span.from < place.to || !numbers) {
        return false;
    }
    bool parted = false;
    for (auto at = place.to; at < span.from; ++at) {
        parted = parted || sentence.tokens[at].is(";") || sentence.tokens[at].is("\u2014") ||
                 sentence.at(at, Role::conjunction) != nullptr;
    }
    return parted;
}

}  // namespace

std::vector<Span> spans_near(const Sentence& sentence, const std::vector<Span>& spans, const Place& place) {
    auto near = spans;
    const auto far = [&](const Span& span) {
        const auto distance = span.to <= place.from   ? place.from - span.to
                              : span.from >= place.to ? span.from - place.to
                                                      : std::size_t{0};
        constexpr std::size_t says_little = 1000;
        constexpr std::size_t of_another = 500;
        return distance + (span.bounded() ? 0 : says_little) +
               (leads_on(sentence, span, place) ? of_another : 0);
    };
    std::erase_if(near, [](const Span& span) { return span.against; });
    std::stable_sort(near.begin(), near.end(), [&](const Span& a, const Span& b) { return far(a) < far(b); });
    return near;
}

namespace {

// "to Israel", "for Poland": somebody else receives it.
bool given_to_another(const Sentence& sentence, const Place& place) {
    constexpr std::size_t reach = 10;
    const auto start = place.from > reach ? place.from - reach : 0;
    const auto end = std::min(place.next, place.to + reach);
    const bool ours = sentence.within(start, end, Role::recipient) != nullptr;
    constexpr std::size_t next_to = 2;  // "gave Israel 14 billion"
    const auto close = place.from > next_to ? place.from - next_to : 0;
    if (sentence.within(close, place.from, Role::other_recipient) != nullptr) {
        return true;
    }
    if (sentence.within(place.to, end, Role::other_recipient) != nullptr && !ours) {
        return true;
    }
    // "gave its farmers 3 billion"
    const auto* verb =
        sentence.within(place.from > 2 * next_to ? place.from - 2 * next_to : 0, place.from, Role::give);
    if (verb != nullptr && sentence.at(verb->last, Role::own) != nullptr && verb->last + 1 < place.from &&
        !ours && sentence.at(verb->last + 1, Role::cause) == nullptr) {
        return true;
    }
    for (auto at = place.to; at < end; ++at) {
        const auto* to = sentence.at(at, Role::to);
        if (to != nullptr && !ours && sentence.at(to->last, Role::donor) != nullptr) {
            return true;
        }
    }
    return false;
}

}  // namespace

namespace {

// What stands behind "on", "for", "to": "on bananas", "for its farmers". Nothing of Ukraine, of aid or of
// what aid is for in it: then it is for something else.
bool has_other_object(const Sentence& sentence, const Place& place) {
    constexpr std::size_t reach = 6;
    constexpr std::size_t longest = 6;
    const auto end = std::min(reach_behind(sentence, place), place.to + reach);
    for (auto at = place.to; at < end; ++at) {
        const auto* to = sentence.at(at, Role::object);
        if (to == nullptr) {
            continue;
        }
        const auto* refers = sentence.within(place.to, at, Role::refer);  // "77 billion of this for …"
        bool ours = refers != nullptr && sentence.at(refers->first, Role::own) == nullptr;
        for (const auto role :
             {Role::recipient, Role::aid, Role::kind, Role::item, Role::cause, Role::month, Role::period_part,
              Role::period_same, Role::period_last, Role::period_this, Role::period_past, Role::period_now,
              Role::percent, Role::gdp, Role::donor, Role::event, Role::measure}) {
            ours = ours || sentence.within(to->last, to->last + longest, role) != nullptr;
        }
        const bool number = to->last < sentence.tokens.size() && sentence.tokens[to->last].is_number();
        return !ours && !number && to->last < sentence.tokens.size() &&
               sentence.tokens[to->last].sort == Token::Sort::word;
    }
    return false;
}

}  // namespace

Scope scope_of(const Sentence& sentence, const Place& place, const std::vector<Party>& parties,
               bool aid_before) {
    Scope scope;
    constexpr std::size_t reach_of_aid = farthest;
    constexpr std::size_t reach_of_other = 5;
    auto aid = nowhere;
    for (const auto role : {Role::aid, Role::measure, Role::measure_weak, Role::kind, Role::backer}) {
        aid = std::min(aid, nearest(sentence, place, role));
    }
    const auto gift = nearest(sentence, place, Role::give);
    const auto unaid = nearest(sentence, place, Role::unaid);
    const bool ours = sentence.has(Role::recipient);
    const bool named =
        std::any_of(parties.begin(), parties.end(), [](const Party& each) { return !each.other; });
    if ((unaid <= reach_of_other && unaid <= aid) || given_to_another(sentence, place) ||
        (!ours && has_other_object(sentence, place))) {
        scope.other = true;
        return scope;
    }
    scope.aid = aid <= reach_of_aid || (gift <= reach_of_aid && (ours || (named && aid_before)));
    const auto start = place.from > reach_of_other ? place.from - reach_of_other : 0;
    const auto end = std::min(place.next, place.to + reach_of_other);
    if (sentence.within(start, end, Role::appropriated) != nullptr) {
        scope.beyond = "money that a parliament set apart, of which only a part is aid to Ukraine";
    } else if (sentence.within(start, end, Role::requirement) != nullptr) {
        scope.aid = scope.aid && nearest(sentence, place, Role::measure) <= reach_of_other;
        scope.beyond = "what is wanted or needed, not what was given";
    } else if (sentence.within(start, end, Role::unsplit) != nullptr) {
        scope.beyond = "a part of the aid that no release gives apart";
    } else if (stance_of(sentence, place).planned) {
        scope.beyond = "what is planned or possible, not what was given";
    }
    return scope;
}

Stance stance_of(const Sentence& sentence, const Place& place) {
    Stance stance;
    constexpr std::size_t reach = 7;
    const auto start = std::max({clause_start(sentence, place.from), place.previous,
                                 place.from > reach ? place.from - reach : std::size_t{0}});
    const auto* no = sentence.within(start, place.from, Role::negation);
    if (no != nullptr) {
        // "did not give 5 billion", "not 5 billion"; but "no secret that it gave 5 billion"
        const bool verb = sentence.within(no->last, no->last + 2, Role::give) != nullptr ||
                          sentence.within(no->last, no->last + 2, Role::measure) != nullptr;
        constexpr std::size_t right_before = 2;  // "not the 5 billion"
        stance.denied = (verb && place.from - no->last <= reach) || place.from - no->last < right_before;
    }
    const auto* plan = sentence.within(start, place.from, Role::planned);
    const bool promised = plan != nullptr && sentence.within(0, place.from, Role::measure) != nullptr &&
                          sentence.within(0, plan->first, Role::measure) != nullptr;
    stance.planned = plan != nullptr && !promised;
    stance.hedged = stance.planned || sentence.has(Role::doubt) ||
                    (!sentence.tokens.empty() && sentence.tokens.back().is("?")) ||
                    sentence.at(0, Role::question) != nullptr;
    stance.reported = sentence.has(Role::saying);
    return stance;
}

}  // namespace pledgebook::claims
