#include "formats/xlsx/number_format.hpp"

#include <fmt/format.h>
#include <array>
#include <charconv>
#include <cmath>

namespace pledgebook::formats::xlsx {

namespace {

constexpr double last_serial = 2'958'465;  // 9999-12-31, counted from 1900
constexpr int phantom = 60;                // 29 February 1900

const Date& day_zero_1904() {
    static const Date day = *Date::from(1904, 1, 1);
    return day;
}

char lower(char each) {
    return static_cast<char>(each >= 'A' && each <= 'Z' ? each - 'A' + 'a' : each);
}

// The letters of a format that place a part of a date or time, in order, one per run ("dd/mm/yy" is "dmy").
// What is quoted, escaped, or in brackets is left out, save [h], [m] and [s].
class FormatLetters {
public:
    explicit FormatLetters(std::string_view format) : m_in(format) {}

    std::string run() {
        while (m_at < m_in.size()) {
            const auto each = m_in[m_at];
            if (each == '"') {
                m_at = after(m_in.find('"', m_at + 1));
            } else if (each == '[') {
                bracket();
            } else if (each == '\\' || each == '_' || each == '*') {
                m_at += 2;
            } else if (m_in.substr(m_at).starts_with("General")) {
                m_at += 7;
            } else if (lower(each) == 'e' && (next() == '+' || next() == '-')) {
                m_at += 2;  // 0.00E+00
            } else if (const auto half = half_day(); half != 0) {
                m_at += half;
            } else {
                letter(lower(each));
                ++m_at;
            }
        }
        return m_letters;
    }

private:
    [[nodiscard]] char next() const { return m_at + 1 < m_in.size() ? m_in[m_at + 1] : '\0'; }
    [[nodiscard]] std::size_t after(std::size_t found) const {
        return found == std::string_view::npos ? m_in.size() : found + 1;
    }

    void bracket() {
        const auto inside = lower(next());
        const auto end = after(m_in.find(']', m_at));
        bool elapsed = inside == 'h' || inside == 'm' || inside == 's';
        for (const auto each : m_in.substr(m_at + 1, end - m_at - 1)) {
            elapsed = elapsed && (lower(each) == inside || each == ']');
        }
        if (elapsed) {
            m_letters += inside == 'm' ? 'n' : inside;  // elapsed minutes are no month
        }
        m_at = end;
    }

    // AM/PM and A/P
    [[nodiscard]] std::size_t half_day() const {
        const auto matches = [&](std::string_view word) {
            for (std::size_t at = 0; at < word.size(); ++at) {
                if (m_at + at >= m_in.size() || lower(m_in[m_at + at]) != word[at]) {
                    return false;
                }
            }
            return true;
        };
        return matches("am/pm") ? 5 : matches("a/p") ? 3 : 0;
    }

    void letter(char each) {
        constexpr std::string_view wanted = "ymdhsegb;";
        if (wanted.find(each) != std::string_view::npos && (m_letters.empty() || m_letters.back() != each)) {
            m_letters += each;
        }
    }

    std::string_view m_in;
    std::size_t m_at = 0;
    std::string m_letters;
};

std::optional<double> parse_number(std::string_view text) {
    double value = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

}  // namespace

bool shows_date(std::string_view format) {
    const auto letters = FormatLetters(format).run();
    for (std::size_t at = 0; at < letters.size(); ++at) {
        const auto each = letters[at];
        if (each == 'y' || each == 'd' || each == 'e' || each == 'g' || each == 'b') {
            return true;
        }
        if (each == 'm') {  // minutes stand after hours or before seconds
            const bool minutes =
                (at > 0 && letters[at - 1] == 'h') || (at + 1 < letters.size() && letters[at + 1] == 's');
            if (!minutes) {
                return true;
            }
        }
    }
    return false;
}

bool builtin_shows_date(std::uint32_t id) {
    return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 ||
           (id >= 50 && id <= 54) || id == 57 || id == 58;
}

std::optional<Date> date_of_serial(std::string_view number, bool from_1904) {
    const auto value = parse_number(number);
    if (!value || *value < 0 || *value >= last_serial + 1) {
        return std::nullopt;
    }
    const auto serial = static_cast<int>(std::floor(*value));
    if (from_1904) {
        constexpr int difference = 1462;  // between the two countings
        return serial + difference <= static_cast<int>(last_serial)
                   ? std::optional(day_zero_1904().plus_days(serial))
                   : std::nullopt;
    }
    if (serial == 0 || serial == phantom) {
        return std::nullopt;
    }
    static const Date day_zero_1900 = *Date::from(1899, 12, 31);
    return day_zero_1900.plus_days(serial < phantom ? serial : serial - 1);
}

std::optional<std::string> serial_of_iso(std::string_view iso, bool from_1904) {
    const auto day = Date::parse(iso.substr(0, 10));
    if (!day) {
        return std::nullopt;
    }
    static const Date day_zero_1900 = *Date::from(1899, 12, 31);
    auto serial = day->days_since_1970() - (from_1904 ? day_zero_1904() : day_zero_1900).days_since_1970();
    serial += !from_1904 && serial >= phantom ? 1 : 0;
    if (iso.size() == 10) {
        return std::to_string(serial);
    }
    std::array<int, 3> clock{};  // hours, minutes, seconds; fractions of a second are left out
    auto rest = iso.substr(10);
    for (std::size_t part = 0; part < clock.size() && !rest.empty() && (rest[0] == 'T' || rest[0] == ':');
         ++part) {
        const auto* end = rest.data() + rest.size();
        const auto [stop, error] = std::from_chars(rest.data() + 1, end, clock[part]);
        if (error != std::errc{} || clock[part] < 0 || clock[part] >= 60) {
            return std::nullopt;
        }
        rest.remove_prefix(static_cast<std::size_t>(stop - rest.data()));
    }
    const auto seconds = clock[0] * 3600 + clock[1] * 60 + clock[2];
    return seconds == 0 ? std::to_string(serial) : fmt::format("{:.10g}", serial + seconds / 86400.0);
}

}  // namespace pledgebook::formats::xlsx
