#include "audit/days_in_words.hpp"

#include "core/reference.hpp"
#include "core/tsv.hpp"

#include "data_files.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <string>

namespace pledgebook::audit {

namespace {

constexpr int first_year = 2000;
constexpr int last_year = 2099;
constexpr int days_of_a_month = 31;
constexpr int months_of_a_year = 12;

using Months = std::map<std::string, int, std::less<>>;

Months read_months() {
    const Tsv table("importers/months.tsv", data::file("importers/months.tsv"));
    Months months;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto number = std::atoi(std::string(table.cell(row, table.column("month"))).c_str());
        for (const auto word : split(table.cell(row, table.column("words")), '|')) {
            months.emplace(word, number);
        }
    }
    return months;
}

const Months& months() {
    static const Months all = read_months();
    return all;
}

bool is_digit(char each) {
    return each >= '0' && each <= '9';
}
bool is_letter(char each) {
    return (each >= 'a' && each <= 'z') || static_cast<unsigned char>(each) >= 0x80;
}

int number_of(std::string_view digits) {
    int value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return read.ec == std::errc{} && read.ptr == digits.data() + digits.size() ? value : 0;
}

// Words and numbers of a text in lower case; "2nd" is a 2 and an "nd".
std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const auto same = is_digit(text[at]) ? is_digit : is_letter;
        auto end = at;
        while (end < text.size() && same(text[end])) {
            ++end;
        }
        if (end == at) {
            ++at;
            continue;
        }
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

int day_in(std::string_view word) {
    const auto value = !word.empty() && word.size() <= 2 && is_digit(word[0]) ? number_of(word) : 0;
    return value <= days_of_a_month ? value : 0;
}
int year_in(std::string_view word) {
    const auto value = word.size() == 4 && is_digit(word[0]) ? number_of(word) : 0;
    return value >= first_year && value <= last_year ? value : 0;
}

bool is_ending(std::string_view word) {
    return word == "st" || word == "nd" || word == "rd" || word == "th" || word == "of";
}

std::string_view word_at(const std::vector<std::string_view>& words, std::size_t at) {
    return at < words.size() ? words[at] : std::string_view{};
}

// The day before a month's name, over "nd of".
int day_before(const std::vector<std::string_view>& words, std::size_t month) {
    auto at = month;
    while (at > 0 && is_ending(words[at - 1])) {
        --at;
    }
    return at > 0 ? day_in(words[at - 1]) : 0;
}

}  // namespace

std::vector<SpokenDay> days_in_text(std::string_view text) {
    const auto lower = folded(text);
    const auto words = words_of(lower);
    std::vector<SpokenDay> days;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto month = months().find(words[at]);
        if (month == months().end()) {
            continue;
        }
        SpokenDay spoken{0, month->second, 0};
        auto next = at + 1;
        spoken.day = day_in(word_at(words, next));
        if (spoken.day > 0) {
            ++next;
            next += is_ending(word_at(words, next)) ? 1 : 0;
        } else {
            spoken.day = day_before(words, at);
        }
        spoken.year = year_in(word_at(words, next));
        // "may" alone is a word like others.
        if (spoken.day > 0 || spoken.year > 0 || words[at].size() > 3) {
            days.push_back(spoken);
        }
    }
    return days;
}

std::vector<SpokenDay> days_in_address(std::string_view address) {
    std::vector<SpokenDay> days;
    const auto two_digits = [&](std::size_t at, int most) {
        const bool there = at + 1 < address.size() && is_digit(address[at]) && is_digit(address[at + 1]);
        const auto value = there ? number_of(address.substr(at, 2)) : 0;
        return value <= most ? value : 0;
    };
    for (std::size_t at = 0; at + 4 <= address.size(); ++at) {
        const auto year = at > 0 && is_digit(address[at - 1]) ? 0 : year_in(address.substr(at, 4));
        if (year == 0 || !std::all_of(address.begin() + static_cast<std::ptrdiff_t>(at),
                                      address.begin() + static_cast<std::ptrdiff_t>(at) + 4, is_digit)) {
            continue;
        }
        auto next = at + 4;
        const char mark = next < address.size() ? address[next] : '\0';
        const bool parted = mark == '/' || mark == '-' || mark == '_';
        next += parted ? 1 : 0;
        const auto month = two_digits(next, months_of_a_year);
        if (month == 0) {
            continue;
        }
        next += 2;
        const bool goes_on =
            next < address.size() && (parted ? address[next] == mark : is_digit(address[next]));
        const auto day = goes_on ? two_digits(next + (parted ? 1 : 0), days_of_a_month) : 0;
        const auto end = next + (parted ? 1U : 0U) + 2;
        const bool ends = day == 0 || end >= address.size() || !is_digit(address[end]);
        // "/2022/10/" is a month; "2022-10" alone may be anything, and so may six digits.
        if (ends && (day > 0 || mark == '/')) {
            days.push_back({year, month, day});
        }
    }
    return days;
}

bool may_be(const SpokenDay& spoken, Date day, int give_or_take) {
    const auto year = spoken.year > 0 ? spoken.year : day.year();
    if (spoken.day == 0) {
        return year == day.year() && spoken.month == day.month();
    }
    const auto that = Date::from(year, spoken.month, spoken.day);
    return that && std::abs(that->days_since_1970() - day.days_since_1970()) <= give_or_take;
}

std::optional<Date> with_day_and_month_swapped(Date day) {
    return day.day() == day.month() ? std::nullopt : Date::from(day.year(), day.day(), day.month());
}

}  // namespace pledgebook::audit
