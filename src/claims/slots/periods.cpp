#include "claims/slots/periods.hpp"

#include <algorithm>

namespace pledgebook::claims {

namespace {

constexpr int recent_months = 3;

class Finder {
public:
    Finder(const Sentence& sentence, std::optional<Date> day, const std::optional<Span>& previous)
        : m_sentence(sentence), m_day(day), m_previous(previous) {}

    std::vector<Span> find() {
        for (std::size_t at = 0; at < m_sentence.tokens.size();) {
            auto span = at_token(at);
            if (span) {
                span->from = at;
                at = std::max(span->to, at + 1);
                m_spans.push_back(*span);
            } else {
                ++at;
            }
        }
        join_ends();
        return m_spans;
    }

private:
    // "As of February 29, … since the invasion": one period with both its ends.
    void join_ends() {
        const auto begins = std::find_if(m_spans.begin(), m_spans.end(),
                                         [](const Span& each) { return each.first && !each.last; });
        const auto ends = std::find_if(m_spans.begin(), m_spans.end(),
                                       [](const Span& each) { return !each.first && each.last; });
        if (begins != m_spans.end() && ends != m_spans.end() && *begins->first < *ends->last) {
            begins->last = ends->last;
            ends->first = begins->first;
        }
    }
    [[nodiscard]] int year() const { return m_day ? m_day->year() : 2022; }

    // A month without a year is the last one of that name before the article's day.
    [[nodiscard]] std::optional<When> when(std::size_t token) const {
        auto found = when_at(m_sentence, token, year());
        if (found && !found->with_year && m_day && found->first > *m_day) {
            found->move_to_year(found->first.year() - 1);
        }
        return found;
    }

    [[nodiscard]] const Mention* at(std::size_t token, Role role) const { return m_sentence.at(token, role); }

    static Span span(std::optional<Date> first, std::optional<Date> last, std::size_t to) {
        Span made;
        made.first = first;
        made.last = last;
        made.to = to;
        return made;
    }

    // Two dates, the first of which takes its year from the second where it has none.
    static Span joined(When first, const When& last) {
        if (!first.with_year && last.with_year) {
            first.move_to_year(last.last.year());
        }
        if (first.first > last.last) {
            first.move_to_year(last.last.year() - (first.with_year ? 0 : 1));
        }
        return span(first.first, last.last, last.to);
    }

    // The date that closes what began at `first`, where there is one.
    [[nodiscard]] std::optional<When> closing(const When& first) const {
        for (const auto role : {Role::period_and, Role::period_until}) {
            if (const auto* word = at(first.to, role)) {
                if (auto last = when(word->last)) {
                    return last;
                }
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Span> from_a_date(std::size_t token, bool open) const {
        const auto first = when(token);
        if (!first) {
            return std::nullopt;
        }
        if (const auto last = closing(*first)) {
            return joined(*first, *last);
        }
        if (!open) {
            return std::nullopt;
        }
        auto made = span(first->first, std::nullopt, first->to);
        made.from_now_on = true;
        return made;
    }

    [[nodiscard]] std::optional<Span> within(std::size_t token) const {
        auto first = when(token);
        if (!first || first->event) {
            return std::nullopt;
        }
        if (const auto last = closing(*first)) {
            return joined(*first, *last);
        }
        return span(first->first, first->last, first->to);
    }

    [[nodiscard]] std::optional<Span> relative(std::size_t token) const {
        if (at(token, Role::period_now) != nullptr) {
            auto made = span({}, {}, at(token, Role::period_now)->last);
            made.now = true;
            return made;
        }
        if (const auto* ago = at(token, Role::period_ago); ago != nullptr && m_day) {
            auto made = span(Month(*m_day).plus(-recent_months).first(), std::nullopt, ago->last);
            made.vague = true;
            return made;
        }
        if (!m_day) {
            return std::nullopt;
        }
        if (const auto* last = at(token, Role::period_last)) {
            const auto month = last->means == "month";
            const auto first = month ? Month(*m_day).plus(-1) : Month(m_day->year() - 1, 1);
            return span(first.first(), first.plus(month ? 0 : 11).last(), last->last);
        }
        if (auto made = past(token)) {
            return made;
        }
        if (const auto* current = at(token, Role::period_this)) {
            const auto first = current->means == "month" ? Month(*m_day) : Month(m_day->year(), 1);
            return span(first.first(), std::nullopt, current->last);
        }
        return std::nullopt;
    }

    // "the past three years", "the last six months".
    [[nodiscard]] std::optional<Span> past(std::size_t token) const {
        const auto* word = at(token, Role::period_past);
        if (word == nullptr || word->last >= m_sentence.tokens.size()) {
            return std::nullopt;
        }
        const auto* number = at(word->last, Role::number);
        const auto& digits = m_sentence.tokens[word->last];
        const auto count = number != nullptr ? number->number : digits.is_number() ? digits.value : 0;
        const auto next = number != nullptr ? number->last : word->last + 1;
        const auto* unit = at(next, Role::period_unit);
        constexpr double longest = 120;  // months
        if (unit == nullptr || count < 1 || count * unit->number > longest) {
            return std::nullopt;
        }
        const auto months = static_cast<int>(count * unit->number);
        auto made = span(Month(*m_day).plus(-months).first(), std::nullopt, unit->last);
        made.vague = true;
        return made;
    }

    [[nodiscard]] std::optional<Span> at_token(std::size_t token) const {
        if (const auto* same = at(token, Role::period_same)) {
            const auto last_one = std::find_if(m_spans.rbegin(), m_spans.rend(),
                                               [](const Span& each) { return each.bounded(); });
            const auto* before = last_one != m_spans.rend() ? &*last_one
                                 : m_previous               ? &*m_previous
                                                            : nullptr;
            if (before == nullptr) {
                return std::nullopt;
            }
            auto made = span(before->first, before->last, same->last);
            made.refers = true;
            return made;
        }
        if (const auto* between = at(token, Role::period_between)) {
            if (auto made = from_a_date(between->last, false)) {
                return made;
            }
        }
        if (const auto* from = at(token, Role::period_from)) {
            if (auto made = from_a_date(from->last, true)) {
                return made;
            }
        }
        if (const auto* until = at(token, Role::period_until)) {
            if (const auto last = when(until->last); last && !last->event) {
                return span(std::nullopt, last->last, last->to);
            }
        }
        if (const auto* in = at(token, Role::period_in)) {
            if (auto made = within(in->last)) {
                return made;
            }
            if (auto made = relative(in->last)) {
                return made;
            }
        }
        if (auto made = relative(token)) {
            return made;
        }
        return bare(token);
    }

    // "(August 4 to October 3)", "2022–2024", "January 2022 to August 2025", "In 2023" without the "in".
    [[nodiscard]] std::optional<Span> bare(std::size_t token) const {
        const auto& first = m_sentence.tokens[token];
        if (at(token, Role::month) == nullptr && !first.is_number() &&
            at(token, Role::period_part) == nullptr) {
            return std::nullopt;
        }
        const auto named = when(token);
        if (!named) {
            return std::nullopt;
        }
        if (const auto last = closing(*named)) {
            return joined(*named, *last);
        }
        const bool alone = named->with_year && named->to - token > 1;
        return alone ? std::optional(span(named->first, named->last, named->to)) : std::nullopt;
    }

    const Sentence& m_sentence;
    std::optional<Date> m_day;
    const std::optional<Span>& m_previous;
    std::vector<Span> m_spans;
};

}  // namespace

std::vector<Span> spans_of(const Sentence& sentence, std::string_view text, std::optional<Date> day,
                           const std::optional<Span>& previous) {
    auto spans = Finder(sentence, day, previous).find();
    for (auto& span : spans) {
        const auto start = sentence.tokens[span.from].start;
        const auto end = sentence.tokens[std::min(span.to, sentence.tokens.size()) - 1].end;
        const bool opens = sentence.at(span.from, Role::period_from) != nullptr;  // "from January on"
        for (const auto role : {Role::against, Role::more, Role::less}) {
            const auto* word = sentence.before(span.from, role);
            span.against = span.against || (!opens && word != nullptr && span.from > word->first);
        }
        span.words = std::string(text.substr(start, end - start));
    }
    return spans;
}

}  // namespace pledgebook::claims
