#include "core/date.hpp"

#include <array>
#include <charconv>
#include <chrono>

namespace pledgebook {

namespace {

namespace calendar = std::chrono;

constexpr std::array<std::string_view, 12> month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 6> sort_names{"day", "month", "range", "until", "since", "unknown"};

calendar::year_month_day ymd(int days) {
    return calendar::sys_days{calendar::days{days}};
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
    }
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional<int>(value)
                                                                    : std::nullopt;
}

std::string padded(int value, std::size_t width) {
    std::string text = std::to_string(value);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

}  // namespace

std::optional<Date> Date::from(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const calendar::year_month_day date{calendar::year{year}, calendar::month{static_cast<unsigned>(month)},
                                        calendar::day{static_cast<unsigned>(day)}};
    if (!date.ok()) {
        return std::nullopt;
    }
    return from_days(static_cast<int>(calendar::sys_days{date}.time_since_epoch().count()));
}

std::optional<Date> Date::parse(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') {
        return std::nullopt;
    }
    const auto year = number(iso.substr(0, 4));
    const auto month = number(iso.substr(5, 2));
    const auto day = number(iso.substr(8, 2));
    return year && month && day ? from(*year, *month, *day) : std::nullopt;
}

Date Date::from_days(int days_since_1970) {
    Date date;
    date.m_days = days_since_1970;
    return date;
}

int Date::year() const {
    return static_cast<int>(ymd(m_days).year());
}

int Date::month() const {
    return static_cast<int>(static_cast<unsigned>(ymd(m_days).month()));
}

int Date::day() const {
    return static_cast<int>(static_cast<unsigned>(ymd(m_days).day()));
}

std::optional<Month> Month::parse(std::string_view text) {
    if (text.size() != 7 || text[4] != '-') {
        return std::nullopt;
    }
    const auto year = number(text.substr(0, 4));
    const auto month = number(text.substr(5, 2));
    if (!year || !month || *year < 1 || *month < 1 || *month > 12) {
        return std::nullopt;
    }
    return Month(*year, *month);
}

Date Month::first() const {
    return Date::from(year(), month(), 1).value_or(Date{});
}

Date Month::last() const {
    // Not by way of the month after, which the last month of the year 9999 has not.
    for (int day = 31; day > 28; --day) {
        if (const auto date = Date::from(year(), month(), day)) {
            return *date;
        }
    }
    return Date::from(year(), month(), 28).value_or(Date{});
}

std::string to_string(Date date) {
    return padded(date.year(), 4) + "-" + padded(date.month(), 2) + "-" + padded(date.day(), 2);
}

std::string to_string(Month month) {
    return padded(month.year(), 4) + "-" + padded(month.month(), 2);
}

std::string to_string(EntryDate::Sort sort) {
    return std::string(sort_names.at(static_cast<std::size_t>(sort)));
}

std::optional<EntryDate::Sort> parse_date_sort(std::string_view text) {
    for (std::size_t at = 0; at < sort_names.size(); ++at) {
        if (sort_names.at(at) == text) {
            return static_cast<EntryDate::Sort>(at);
        }
    }
    return std::nullopt;
}

std::string describe(Date date) {
    return std::to_string(date.day()) + " " + describe(Month(date));
}

std::string describe(Month month) {
    return std::string(month_names.at(static_cast<std::size_t>(month.month() - 1))) + " " +
           std::to_string(month.year());
}

std::string describe(const Period& period) {
    const bool whole_months = (!period.first || *period.first == Month(*period.first).first()) &&
                              (!period.last || *period.last == Month(*period.last).last());
    const auto end = [whole_months](Date day) { return whole_months ? describe(Month(day)) : describe(day); };
    if (period.first && period.last) {
        const auto from = end(*period.first);
        const auto to = end(*period.last);
        return from == to ? from : from + " to " + to;
    }
    if (period.first) {
        return "from " + end(*period.first);
    }
    return period.last ? "up to " + end(*period.last) : "the whole time";
}

}  // namespace pledgebook
