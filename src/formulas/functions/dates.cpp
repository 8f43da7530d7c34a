// Days, which a spreadsheet keeps as numbers, and TEXT, which shows them. Of a workbook that counts from
// 1904 nothing here is worked out.
#include "formulas/evaluator.hpp"

#include <fmt/format.h>
#include <array>
#include <cmath>

namespace pledgebook::formulas {

namespace {

using Values = std::vector<Value>;
using Operands = std::vector<Operand>;

struct Day {
    int year = 0;
    unsigned month = 0, day = 0;
};

// Days since 30 December 1899, right from 1 March 1900 on (before it a spreadsheet counts a day too many).
constexpr std::int64_t first_right = 61, last_right = 2'958'465;  // to 31 December 9999

// By the civil calendar, counted in years that begin in March, so that the leap day is the last.
Day day_of(std::int64_t serial) {
    const auto days = serial + 693'899;  // since 1 March of the year 0
    const auto era = days / 146'097;
    const auto of_era = days % 146'097;
    const auto year_of_era = (of_era - of_era / 1'460 + of_era / 36'524 - of_era / 146'096) / 365;
    const auto of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const auto month = (5 * of_year + 2) / 153;
    const auto day = of_year - (153 * month + 2) / 5 + 1;
    const auto real = month < 10 ? month + 3 : month - 9;
    return {static_cast<int>(year_of_era + era * 400 + (real <= 2 ? 1 : 0)), static_cast<unsigned>(real),
            static_cast<unsigned>(day)};
}

std::int64_t serial_of(std::int64_t year, std::int64_t month, std::int64_t day) {
    year += (month - 1) / 12;
    month = (month - 1) % 12 + 1;
    if (month <= 0) {
        month += 12;
        --year;
    }
    year -= month <= 2 ? 1 : 0;
    const auto era = year / 400;
    const auto of_era = year - era * 400;
    const auto of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146'097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 693'899;
}

std::optional<Day> day_in(const Value& value) {
    const auto number = as_number(value);
    if (number.is_error() || number.number < first_right || number.number >= last_right + 1) {
        return std::nullopt;
    }
    return day_of(static_cast<std::int64_t>(number.number));
}

bool counts_from_1904(Evaluator& evaluator) {
    const auto& sheets = evaluator.calculation().grid().sheets();
    return !sheets.empty() && sheets[evaluator.at().sheet].from_1904;
}

double year(const Day& day) {
    return day.year;
}
double month(const Day& day) {
    return day.month;
}
double day(const Day& day) {
    return day.day;
}

template <double (*part)(const Day&)>
Operand part_of_day(Evaluator& evaluator, const Operands& arguments) {
    const auto value = evaluator.single(arguments[0]);
    const auto number = as_number(value);
    if (value.is_error() || number.is_error()) {
        return value.is_error() ? value : value.is(Value::Type::text) ? Value::unknown() : number;
    }
    const auto day = day_in(number);
    return day && !counts_from_1904(evaluator) ? Value::of(part(*day)) : Value::unknown();
}

Operand date(Evaluator& evaluator, const Operands& arguments) {
    std::array<std::int64_t, 3> parts{};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto number = as_number(evaluator.single(arguments[i]));
        if (number.is_error() || std::abs(number.number) > 100'000) {
            return number.is_error() ? number : Value::of(ErrorCode::num);
        }
        parts.at(i) = static_cast<std::int64_t>(std::floor(number.number));
    }
    if (parts[0] < 1900 || parts[0] > 9999 || counts_from_1904(evaluator)) {
        return Value::unknown();
    }
    const auto serial = serial_of(parts[0], parts[1], parts[2]);
    return serial < first_right || serial > last_right ? Value::unknown()
                                                       : Value::of(static_cast<double>(serial));
}

// "mm" and "yyyy-mm-dd": days, without names of months in a language.
Value shown_day(const Day& day, std::string_view format) {
    std::string out;
    for (std::size_t i = 0; i < format.size();) {
        const char c = format[i];
        std::size_t run = 1;
        while (i + run < format.size() && format[i + run] == c) {
            ++run;
        }
        const int width = run == 1 ? 1 : 2;
        if (c == 'y') {
            out += run > 2 ? fmt::format("{:04}", day.year) : fmt::format("{:02}", day.year % 100);
        } else if ((c == 'm' || c == 'd') && run <= 2) {
            out += fmt::format("{:0{}}", c == 'm' ? day.month : day.day, width);
        } else if (std::string_view("-/. ,").find(c) != std::string_view::npos) {
            out += std::string(run, c);
        } else {
            return Value::unknown();
        }
        i += run;
    }
    return Value::of(out);
}

// "0", "0.00", "#,##0.0", "0%".
Value shown_number(double number, std::string_view format) {
    const bool percent = format.ends_with('%');
    format = percent ? format.substr(0, format.size() - 1) : format;
    const bool thousands = format.starts_with("#,##0");
    format = thousands ? format.substr(4) : format;
    if (!format.starts_with('0') || (format.size() > 1 && format[1] != '.') ||
        (format.size() > 2 && format.find_first_not_of('0', 2) != std::string_view::npos) ||
        format.size() > 17) {
        return Value::unknown();
    }
    const auto places = format.size() > 2 ? format.size() - 2 : 0;
    number = percent ? number * 100 : number;
    const double scale = std::pow(10.0, static_cast<double>(places));
    number = std::copysign(
        std::floor(std::abs(number) * scale + 0.5 + std::abs(number) * scale * 1e-15) / scale, number);
    auto out = fmt::format("{:.{}f}", number, places);
    const std::size_t sign = out.starts_with('-') ? 1 : 0;
    if (thousands) {
        for (auto at = std::min(out.find('.'), out.size()); at > sign + 3;) {
            at -= 3;
            out.insert(at, 1, ',');
        }
    }
    return Value::of(out + (percent ? "%" : ""));
}

Operand text(Evaluator& evaluator, const Operands& arguments) {
    const auto value = evaluator.single(arguments[0]);
    const auto format = as_text(evaluator.single(arguments[1]));
    if (value.is_error() || format.is_error()) {
        return value.is_error() ? value : format;
    }
    const auto number = value.is(Value::Type::text) ? Value() : as_number(value);
    if (value.is(Value::Type::text)) {
        const auto read = number_in(value.text);
        if (!read) {  // a text stays one
            return value;
        }
        return Value::unknown();
    }
    const auto low = without_case(format.text);
    const bool english = evaluator.calculation().spreadsheet().list_separator() == ',';
    if (!english && low.find_first_not_of('0') != std::string::npos) {
        return Value::unknown();  // another language has other letters for days and another point
    }
    if (low == "general") {
        return Value::of(shown(number.number));
    }
    if (low.find_first_of("ymd") == std::string::npos) {
        return shown_number(number.number, low);
    }
    const auto day = day_in(number);
    return day && !counts_from_1904(evaluator) ? shown_day(*day, low) : Value::unknown();
}

constexpr std::array<Function, 5> functions{{
    {.name = "YEAR", .least = 1, .most = 1, .whole = part_of_day<year>},
    {.name = "MONTH", .least = 1, .most = 1, .whole = part_of_day<month>},
    {.name = "DAY", .least = 1, .most = 1, .whole = part_of_day<day>},
    {.name = "DATE", .least = 3, .most = 3, .whole = date},
    {.name = "TEXT", .least = 2, .most = 2, .whole = text},
}};

}  // namespace

std::span<const Function> date_functions() {
    return functions;
}

}  // namespace pledgebook::formulas
