#include "claims/slots/dates.hpp"

#include <array>
#include <cmath>

namespace pledgebook::claims {

namespace {

constexpr int earliest_year = 2000;
constexpr int latest_year = 2049;

std::optional<int> year_at(const Sentence& sentence, std::size_t token) {
    if (token >= sentence.tokens.size() || !sentence.tokens[token].is_number()) {
        return std::nullopt;
    }
    const auto& number = sentence.tokens[token];
    if (number.digits != 4 || number.raw.size() != 4 || number.value < earliest_year ||
        number.value > latest_year || sentence.at(token + 1, Role::scale) != nullptr) {
        return std::nullopt;
    }
    return static_cast<int>(number.value);
}

std::optional<int> day_at(const Sentence& sentence, std::size_t token) {
    if (token >= sentence.tokens.size() || !sentence.tokens[token].is_number()) {
        return std::nullopt;
    }
    const auto& number = sentence.tokens[token];
    return number.raw.size() <= 2 && number.value >= 1 && number.value <= 31
               ? std::optional(static_cast<int>(number.value))
               : std::nullopt;
}

// Past "th" in "15th", glued to the number.
std::size_t past_ending(const Sentence& sentence, std::size_t token) {
    const bool ending = token < sentence.tokens.size() && sentence.tokens[token].glued &&
                        sentence.tokens[token].sort == Token::Sort::word &&
                        sentence.tokens[token].raw.size() <= 2;
    return ending ? token + 1 : token;
}

std::optional<Date> fitting(int year, int month, int day) {
    return Date::from(year, month, std::min(day, Month(year, month).last().day()));
}

When months(int year, int from, int count, std::size_t begin, std::size_t end) {
    When when;
    when.first = Month(year, from).first();
    when.last = Month(year, from).plus(count - 1).last();
    when.from = begin;
    when.to = end;
    return when;
}

// A month with its day before or behind it and its year.
std::optional<When> calendar_at(const Sentence& sentence, std::size_t token, int year) {
    auto at = token;
    auto day = day_at(sentence, at);
    if (day) {
        at = past_ending(sentence, at + 1);
        const auto* of = sentence.at(at, Role::among);
        at += of != nullptr ? 1 : 0;
    }
    const auto* month = sentence.at(at, Role::month);
    if (month == nullptr) {
        return std::nullopt;
    }
    at = month->last;
    if (!day && day_at(sentence, at) && sentence.at(at + 1, Role::scale) == nullptr &&
        sentence.at(at + 1, Role::currency) == nullptr) {
        day = day_at(sentence, at);
        at = past_ending(sentence, at + 1);
    }
    auto then = at;
    if (then < sentence.tokens.size() && sentence.tokens[then].is(",") && year_at(sentence, then + 1)) {
        ++then;
    }
    const auto written = year_at(sentence, then);
    at = written ? then + 1 : at;
    auto when = months(written.value_or(year), static_cast<int>(month->number), 1, token, at);
    when.with_year = written.has_value();
    if (day) {
        const auto exact = fitting(written.value_or(year), static_cast<int>(month->number), *day);
        when.first = when.last = exact.value_or(when.first);
    }
    return when;
}

struct Part {
    std::string_view means;
    int month;
    int count;
};
constexpr std::array<Part, 13> parts{{{"first half", 1, 6},
                                      {"second half", 7, 6},
                                      {"1", 1, 3},
                                      {"2", 4, 3},
                                      {"3", 7, 3},
                                      {"4", 10, 3},
                                      {"early", 1, 3},
                                      {"mid", 5, 4},
                                      {"late", 10, 3},
                                      {"summer", 6, 3},
                                      {"spring", 3, 3},
                                      {"autumn", 9, 3},
                                      {"winter", 12, 3}}};

std::optional<When> part_at(const Sentence& sentence, std::size_t token, int year) {
    const auto* part = sentence.at(token, Role::period_part);
    if (part == nullptr) {
        return std::nullopt;
    }
    auto at = part->last;
    while (at < sentence.tokens.size() && at < part->last + 2 && !year_at(sentence, at) &&
           sentence.at(at, Role::month) == nullptr) {
        ++at;
    }
    if (sentence.at(at, Role::month) != nullptr) {
        auto when = calendar_at(sentence, at, year);
        if (when) {
            when->from = token;
        }
        return when;
    }
    const auto written = year_at(sentence, at);
    for (const auto& each : parts) {
        if (each.means == part->means && (written || each.month > 2)) {
            auto when =
                months(written.value_or(year), each.month, each.count, token, written ? at + 1 : part->last);
            when.with_year = written.has_value();
            return when;
        }
    }
    return std::nullopt;
}

}  // namespace

void When::move_to_year(int year) {
    const auto shift = year - first.year();
    const auto moved = [&](Date day) {
        return fitting(day.year() + shift, day.month(), day.day()).value_or(day);
    };
    first = moved(first);
    last = moved(last);
}

std::optional<When> when_at(const Sentence& sentence, std::size_t token, int year) {
    constexpr std::size_t articles = 2;  // "the", "the month of" before the name itself
    for (std::size_t skipped = 0; skipped <= articles && token + skipped < sentence.tokens.size();
         ++skipped) {
        const auto at = token + skipped;
        std::optional<When> found;
        if (const auto* event = sentence.at(at, Role::event)) {
            const auto day = Date::parse(event->means);
            if (day) {
                found = When{*day, *day, true, true, token, event->last};
                const auto behind = found->to + 1;  // "the invasion in 2022", "… on January 20, 2025"
                if (sentence.at(found->to, Role::period_in) != nullptr) {
                    if (const auto named = when_at(sentence, behind, day->year())) {
                        found->to = named->to;
                    }
                }
            }
        } else if (auto calendar = calendar_at(sentence, at, year)) {
            found = calendar;
        } else if (auto part = part_at(sentence, at, year)) {
            found = part;
        } else if (const auto whole = year_at(sentence, at)) {
            found = months(*whole, 1, 12, at, at + 1);
        }
        if (found) {
            found->from = token;
            return found;
        }
        if (sentence.at(at, Role::article) == nullptr) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<Date> date_in(std::string_view text, const Words& words) {
    for (std::size_t at = 0; at + 10 <= text.size(); ++at) {
        if (text[at] == '2' && (at == 0 || text[at - 1] < '0' || text[at - 1] > '9')) {
            if (const auto day = Date::parse(text.substr(at, 10))) {
                return day;
            }
        }
    }
    constexpr std::size_t enough = 400;
    const auto sentence = sentence_of(text, 0, std::min(text.size(), enough), words);
    for (std::size_t token = 0; token < sentence.tokens.size(); ++token) {
        const auto found = calendar_at(sentence, token, 0 + earliest_year);
        if (found && found->with_year && found->first == found->last) {
            return found->first;
        }
    }
    return std::nullopt;
}

}  // namespace pledgebook::claims
