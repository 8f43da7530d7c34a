#include "importers/written_date.hpp"

#include "core/reference.hpp"
#include "core/tsv.hpp"
#include "data_files.hpp"

#include <map>
#include <string>

namespace pledgebook::importers {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

const std::map<std::string, int, std::less<>>& month_names() {
    static const auto names = [] {
        std::map<std::string, int, std::less<>> made;
        const Tsv tsv("data/importers/months.tsv", data::file("importers/months.tsv"));
        for (std::size_t row = 0; row < tsv.rows(); ++row) {
            for (const auto word : split(tsv.cell(row, tsv.column("words")), '|')) {
                made.emplace(word, std::stoi(std::string(tsv.cell(row, tsv.column("month")))));
            }
        }
        return made;
    }();
    return names;
}

// A place in the text that moves on as parts of a date are found.
class Pen {
public:
    explicit Pen(std::string_view text) : m_text(text) {}

    [[nodiscard]] std::size_t position() const { return m_at; }

    struct Number {
        int value = 0;
        std::size_t digits = 0;
    };
    std::optional<Number> number() {
        Number read;
        std::size_t at = m_at;
        for (; at < m_text.size() && is_digit(m_text[at]) && read.digits < 5; ++at, ++read.digits) {
            read.value = read.value * 10 + (m_text[at] - '0');
        }
        if (read.digits == 0 || read.digits > 4) {
            return std::nullopt;
        }
        m_at = at;
        return read;
    }

    std::string_view word() {
        std::size_t at = m_at;
        while (at < m_text.size() && is_letter(m_text[at])) {
            ++at;
        }
        const auto found = m_text.substr(m_at, at - m_at);
        m_at = at;
        return found;
    }

    bool take(std::string_view any_of) {
        if (m_at < m_text.size() && any_of.find(m_text[m_at]) != std::string_view::npos) {
            ++m_at;
            return true;
        }
        return false;
    }

    void blanks() {
        while (take(" ,")) {
        }
    }

    [[nodiscard]] char next() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void back_to(std::size_t position) { m_at = position; }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

int full_year(Pen::Number number) {
    return number.digits == 2 ? 2000 + number.value : number.value;
}

bool is_year(Pen::Number number) {
    return number.digits == 4 || number.digits == 2;
}

// "-03-01", "-03-01 00:00:00" and "-03-01T00:00:00" after a year.
std::optional<WrittenDate> iso_date(Pen& pen, int year) {
    const auto month = pen.take("-/") ? pen.number() : std::nullopt;
    const auto day = month && pen.take("-/") ? pen.number() : std::nullopt;
    if (!day) {
        return std::nullopt;
    }
    auto end = pen.position();
    if (pen.take(" T")) {
        auto hours = pen.number();
        while (hours && pen.take(":.")) {
            hours = pen.number();
            end = pen.position();
        }
    }
    WrittenDate date{year, month->value, day->value, false, end};
    return date.first() ? std::optional(date) : std::nullopt;
}

// "/6/2022" or "/22" after a first number.
std::optional<WrittenDate> number_date(Pen& pen, Pen::Number a) {
    const char mark = pen.next();
    if (!pen.take("/.-")) {
        return std::nullopt;
    }
    const auto b = pen.number();
    if (!b) {
        return std::nullopt;
    }
    const auto after_two = pen.position();
    const auto c = pen.take(std::string_view(&mark, 1)) ? pen.number() : std::nullopt;
    if (!c) {
        WrittenDate month{full_year(*b), a.value, 0, false, after_two};
        return is_year(*b) && month.first() ? std::optional(month) : std::nullopt;
    }
    if (!is_year(*c)) {
        return std::nullopt;
    }
    WrittenDate american{full_year(*c), a.value, b->value, false, pen.position()};
    WrittenDate european{full_year(*c), b->value, a.value, false, pen.position()};
    // 1.10.2022 with dots is written by people who put the day first.
    auto& usual = mark == '.' ? european : american;
    auto& other = mark == '.' ? american : european;
    if (usual.first()) {
        usual.both_ways = other.first() && a.value != b->value;
        return usual;
    }
    return other.first() ? std::optional(other) : std::nullopt;
}

// " 2022" after a day or a month; the year may be missing.
int year_after(Pen& pen) {
    const auto before = pen.position();
    pen.blanks();
    const auto year = pen.number();
    if (year && year->digits == 4) {
        return year->value;
    }
    pen.back_to(before);
    return 0;
}

// "October 3, 2022", "October 2022"
std::optional<WrittenDate> month_first(Pen& pen) {
    const int month = month_named(pen.word());
    if (month == 0) {
        return std::nullopt;
    }
    pen.take(".");
    const auto after_month = pen.position();
    pen.blanks();
    const auto number = pen.number();
    WrittenDate date{0, month, 0, false, after_month};
    if (number && number->digits == 4) {
        date.year = number->value;
        date.length = pen.position();
        return date;
    }
    if (!number) {
        return date;
    }
    date.day = number->value;
    const auto after_day = pen.position();
    const auto ending = pen.word();
    if (!ending.empty() && ending != "st" && ending != "nd" && ending != "rd" && ending != "th") {
        pen.back_to(after_day);
    }
    date.year = year_after(pen);
    date.length = pen.position();
    return date;
}

// " October 2022" after a day
std::optional<WrittenDate> day_first(Pen& pen, Pen::Number day) {
    pen.blanks();
    const int month = month_named(pen.word());
    if (month == 0 || day.value < 1 || day.value > 31) {
        return std::nullopt;
    }
    pen.take(".");
    WrittenDate date{0, month, day.value, false, 0};
    date.year = year_after(pen);
    date.length = pen.position();
    return date;
}

}  // namespace

std::optional<Date> WrittenDate::first() const {
    return year == 0 ? std::nullopt : Date::from(year, month, day == 0 ? 1 : day);
}

std::optional<Date> WrittenDate::last() const {
    if (day != 0 || !first()) {
        return first();
    }
    return Month(year, month).last();
}

int month_named(std::string_view name) {
    const auto found = month_names().find(folded(name));
    return found == month_names().end() ? 0 : found->second;
}

std::optional<WrittenDate> read_written_date(std::string_view text) {
    Pen pen(text);
    const auto number = pen.number();
    if (!number) {
        return month_first(pen);
    }
    const auto after = pen.position();
    if (number->digits == 4) {
        return iso_date(pen, number->value);
    }
    if (number->digits > 2) {
        return std::nullopt;
    }
    if (const auto date = number_date(pen, *number)) {
        return date;
    }
    pen.back_to(after);
    return day_first(pen, *number);
}

}  // namespace pledgebook::importers
