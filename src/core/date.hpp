// Days, months, periods, and the dates that a ledger really has (a day, a month, a bound, nothing).
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace pledgebook {

class Month;

// A day of the Gregorian calendar, years 1 to 9999.
class Date {
public:
    constexpr Date() = default;                                     // 1970-01-01
    static std::optional<Date> from(int year, int month, int day);  // nothing where there is no such day
    static std::optional<Date> parse(std::string_view iso);         // "2022-10-03"
    static Date from_days(int days_since_1970);

    [[nodiscard]] int year() const;
    [[nodiscard]] int month() const;  // 1 to 12
    [[nodiscard]] int day() const;    // 1 to 31
    [[nodiscard]] int days_since_1970() const { return m_days; }
    [[nodiscard]] Date plus_days(int days) const { return from_days(m_days + days); }

    auto operator<=>(const Date&) const = default;

private:
    int m_days = 0;
};

class Month {
public:
    constexpr Month() = default;
    constexpr Month(int year, int month) : m_index(year * 12 + month - 1) {}  // month 1 to 12
    explicit Month(Date day) : Month(day.year(), day.month()) {}
    static std::optional<Month> parse(std::string_view text);  // "2022-10"

    [[nodiscard]] constexpr int year() const { return m_index / 12; }
    [[nodiscard]] constexpr int month() const { return m_index % 12 + 1; }
    [[nodiscard]] Date first() const;
    [[nodiscard]] Date last() const;
    [[nodiscard]] constexpr Month plus(int months) const {
        Month moved;
        moved.m_index = m_index + months;
        return moved;
    }
    [[nodiscard]] constexpr int minus(Month other) const { return m_index - other.m_index; }

    auto operator<=>(const Month&) const = default;

private:
    int m_index = 0;
};

// Both ends inclusive; an end that is not given is open.
struct Period {
    std::optional<Date> first;
    std::optional<Date> last;

    bool operator==(const Period&) const = default;
};

// When an entry was announced. `earliest` and `latest` bound the day; which of them are given, and
// whether they differ, depends on the sort:
//   day      earliest == latest
//   month    the first and last day of the month
//   range    both, as the text says ("between 3/4/22 & 3/11/22")
//   until    only latest;  since   only earliest;  unknown   neither
struct EntryDate {
    enum class Sort { day, month, range, until, since, unknown };

    Sort sort = Sort::unknown;
    std::optional<Date> earliest;
    std::optional<Date> latest;
    std::string text;  // as the source has it; empty where the source has a true date

    bool operator==(const EntryDate&) const = default;
};

std::string to_string(Date date);    // "2022-10-03"
std::string to_string(Month month);  // "2022-10"
std::string to_string(EntryDate::Sort sort);
std::optional<EntryDate::Sort> parse_date_sort(std::string_view text);
std::string describe(Date date);             // "3 Oct 2022"
std::string describe(Month month);           // "Oct 2022"
std::string describe(const Period& period);  // whole months as months: "Jan 2022 to Aug 2025", else days

}  // namespace pledgebook
