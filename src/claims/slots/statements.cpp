#include "claims/slots/statements.hpp"

#include "claims/slots/context.hpp"

#include <algorithm>

namespace pledgebook::claims {

void mark(Claim& claim, const Parsed& parsed, std::size_t from, std::size_t to) {
    const auto& tokens = parsed.sentence.tokens;
    claim.start = tokens[from].start;
    claim.end = tokens[std::max(to, from + 1) - 1].end;
    claim.quote = std::string(parsed.text.substr(claim.start, claim.end - claim.start));
}

namespace {

constexpr std::size_t nearby_blocks = 3;     // in which a period once named may go on
constexpr std::size_t cumulative_reach = 7;  // tokens
constexpr Month coverage_begins(2022, 1);    // of the tracker

void take_span(Statement& statement, const Span& span) {
    statement.span = span;
    statement.claim.period_words = span.words;
    statement.claim.from = span.first ? std::optional(Month(*span.first)) : std::nullopt;
    statement.claim.to = span.last ? std::optional(Month(*span.last)) : std::nullopt;
}

// A sentence that begins with "this" or "they" goes on about what the one before was about.
bool goes_on(const Parsed& parsed) {
    return parsed.sentence.at(0, Role::refer) != nullptr;
}

}  // namespace

void fill_period(Statement& statement, const Parsed& parsed, std::size_t from, std::size_t to,
                 std::size_t previous, std::size_t next) {
    auto spans = spans_near(parsed.sentence, parsed.spans, {from, to, previous, next});
    if (!spans.empty()) {
        take_span(statement, spans.front());
        statement.other_spans.assign(spans.begin() + 1, spans.end());
    }
    const auto reach = from > cumulative_reach ? from - cumulative_reach : 0;
    if (statement.span && parsed.sentence.within(reach, from, Role::cumulative) != nullptr) {
        auto whole = *statement.span;  // "…, bringing the total to": since the beginning
        whole.first = coverage_begins.first();
        take_span(statement, whole);
    }
    const auto& before = parsed.memory.span;
    const bool own = statement.span && (statement.span->bounded() || statement.span->now);
    statement.own_span = own;
    if (!before) {
        return;
    }
    const bool near = parsed.sentence.block <= parsed.memory.span_block + nearby_blocks;
    const bool days = before->first && before->last && *before->first == *before->last;
    if (near && !own && before->last && !days) {
        take_span(statement, *before);
        statement.inherited_span = true;
    } else {
        statement.other_spans.push_back(*before);
    }
}

namespace {

// Nobody named for the figure: the one spoken of before, or everybody where it is "aid" in general.
void fill_unnamed(Statement& statement, const Parsed& parsed, std::size_t from) {
    const auto* refers = parsed.sentence.within(0, from, Role::refer);
    const auto* general = parsed.sentence.within(0, from, Role::aid);
    const bool overall = parsed.sentence.within(0, from, Role::overall) != nullptr;
    const bool same_block = parsed.memory.subject_block == parsed.sentence.block;
    const bool in_general = overall || (general != nullptr && !same_block &&
                                        (refers == nullptr || general->first < refers->first));
    if (parsed.memory.subject && !in_general) {
        statement.claim.donors = parsed.memory.subject->codes;
        statement.inherited_donor = true;
    } else {
        statement.claim.donors = {"ALL"};
        statement.guessed_donor = true;
    }
}

}  // namespace

void fill_slots(Statement& statement, const Parsed& parsed, std::size_t from, std::size_t to,
                std::size_t previous, std::size_t next) {
    const Place place{from, to, previous, next};
    auto& claim = statement.claim;
    if (const auto giver = giver_of(parsed.sentence, parsed.parties, from, to, next)) {
        claim.donors = giver->party.codes;
        statement.plain_giver = giver->behind && giver->party.after_agent;
        for (const auto role : {Role::give, Role::measure, Role::measure_weak, Role::aid}) {
            statement.plain_giver =
                statement.plain_giver || parsed.sentence.within(giver->party.to, from, role) != nullptr;
        }
    } else {
        fill_unnamed(statement, parsed, from);
    }
    const auto stance = stance_of(parsed.sentence, place);
    statement.hedged = stance.hedged;
    statement.reported = stance.reported;
    // or it goes on from one that does: "Italy allocated 9.5 billion in that same period"
    statement.own_aid = parsed.memory.aid && parsed.sentence.has(Role::measure);
    for (const auto role : {Role::recipient, Role::aid, Role::kind, Role::backer}) {
        statement.own_aid = statement.own_aid || parsed.sentence.has(role);
    }
    claim.aid = kinds_near(parsed.sentence, place);
    if (claim.aid.empty() && goes_on(parsed) && parsed.memory.kinds_block == parsed.sentence.block) {
        claim.aid = parsed.memory.kinds;
    }
    claim.item = item_near(parsed.sentence, place);
    const auto measure = measure_near(parsed.sentence, place);
    claim.measure = measure.measure;
    statement.loose_measure = measure.loose;
    fill_period(statement, parsed, from, to, previous, next);
    const auto begin = from > 6 ? from - 6 : 0;
    const auto end = std::min(next, to + 4);
    if (parsed.sentence.within(begin, end, Role::per_year) != nullptr) {
        statement.per = Statement::Per::year;
    } else if (parsed.sentence.within(begin, end, Role::per_month) != nullptr) {
        statement.per = Statement::Per::month;
    }
}

namespace {

void remember(Memory& memory, const Parsed& parsed, const std::vector<Statement>& here) {
    const auto block = parsed.sentence.block;
    for (const auto& party : parsed.parties) {
        if (!party.other && !party.against && !party.receives && !party.included) {
            memory.subject = party;
            memory.subject_block = block;
            break;
        }
    }
    for (const auto& span : parsed.spans) {
        const bool ahead = memory.day && span.first && *span.first > *memory.day;
        if (span.bounded() && !span.refers && !span.against && !ahead) {
            memory.span = span;
            memory.span_block = block;
        }
    }
    memory.aid = !here.empty() && here.back().claim.in_scope;
    if (memory.aid) {
        memory.kinds = here.back().claim.aid;
        memory.kinds_block = block;
    }
    memory.aid = memory.aid || parsed.sentence.has(Role::aid);
}

void append(std::vector<Statement>& all, std::vector<Statement> more) {
    for (auto& each : more) {
        const bool taken = std::any_of(all.begin(), all.end(), [&](const Statement& other) {
            return other.claim.start < each.claim.end && each.claim.start < other.claim.end;
        });
        if (!taken) {
            all.push_back(std::move(each));
        }
    }
}

// A text that never speaks of the one who is helped makes no claims about the help.
bool names_recipient(const Page& page, const Words& words) {
    bool named = false;
    read_sentences(page, words, [&](const Sentence& sentence) {
        named = named || sentence.has(Role::recipient);
        return !named;
    });
    return named;
}

std::vector<Statement> statements_in(const Parsed& parsed) {
    std::vector<Statement> here;
    append(here, comparisons_in(parsed));
    append(here, percentages_in(parsed));
    append(here, amounts_in(parsed));
    append(here, trends_in(parsed));
    append(here, ranks_in(parsed));
    std::sort(here.begin(), here.end(), [](const Statement& a, const Statement& b) {
        return std::pair(a.claim.start, a.claim.end) < std::pair(b.claim.start, b.claim.end);
    });
    return here;
}

}  // namespace

void read_statements(const Page& page, const Words& words, std::optional<Date> day,
                     const std::function<void(Statement&)>& next) {
    Memory memory;
    memory.day = day;
    const bool concerned = names_recipient(page, words);
    read_sentences(page, words, [&](const Sentence& sentence) {
        const Parsed parsed{sentence,
                            page.text,
                            memory,
                            figures_of(sentence),
                            parties_of(sentence),
                            spans_of(sentence, page.text, day, memory.span)};
        auto here = statements_in(parsed);
        for (auto& each : here) {
            each.claim.in_scope = each.claim.in_scope && concerned;
        }
        remember(memory, parsed, here);
        for (auto& each : here) {
            next(each);
        }
        return true;
    });
}

}  // namespace pledgebook::claims
