// Lists with numbers in brackets, "M777 howitzer (6); …", beside a number that is to be their sum.
#include "audit/published.hpp"
#include "audit/rule.hpp"

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <numeric>

namespace pledgebook::audit {

namespace {

// The numbers in brackets at the end of each part of a list; nothing where a part has none.
std::optional<std::vector<std::int64_t>> numbers_of(std::string_view list) {
    std::vector<std::int64_t> numbers;
    while (!list.empty()) {
        const auto end = std::min(list.find(';'), list.size());
        const auto part = list.substr(0, end);
        const auto open = part.rfind('(');
        const auto close = part.rfind(')');
        std::int64_t number = 0;
        if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
            return std::nullopt;
        }
        const auto* last = part.data() + close;
        if (std::from_chars(part.data() + open + 1, last, number).ptr != last) {
            return std::nullopt;
        }
        numbers.push_back(number);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return numbers.empty() ? std::nullopt : std::optional(numbers);
}

// The number of the same row and category: "Howitzers: weapons_list" goes with "Howitzers:
// number_of_weapons".
const Figure* number_beside(const Figure& list,
                            const std::map<std::uint32_t, std::vector<const Figure*>>& rows) {
    const auto found = rows.find(list.place.row);
    for (const auto* each : found == rows.end() ? std::vector<const Figure*>{} : found->second) {
        if (each->unit == "units") {
            return each;
        }
    }
    return nullptr;
}

std::vector<AuditFinding> look(const Evidence& evidence) {
    std::map<std::string, std::map<std::uint32_t, std::vector<const Figure*>>> sheets;
    for (const auto& figure : evidence.intake().figures) {
        sheets[figure.place.sheet][figure.place.row].push_back(&figure);
    }
    std::vector<AuditFinding> findings;
    for (const auto& figure : evidence.intake().figures) {
        const auto numbers = figure.unit.empty() ? numbers_of(figure.value) : std::nullopt;
        const auto* number = numbers ? number_beside(figure, sheets[figure.place.sheet]) : nullptr;
        const auto stated = number != nullptr ? Number::parse(number->value) : std::nullopt;
        if (!stated) {
            continue;
        }
        const auto sum = std::accumulate(numbers->begin(), numbers->end(), std::int64_t{0});
        if (*stated == Number::from_integer(sum)) {
            continue;
        }
        AuditFinding finding;
        finding.key = key({figure.table, slug(figure.row), slug(figure.column)});
        finding.sure = Sureness::certain;
        finding.what = fmt::format("{} is {} for {}, but the list beside it adds up to {}", number->column,
                                   number->value, figure.row_text, sum);
        finding.why = "The number counts what the list names.";
        finding.mend = "Bring the list or the number up to date.";
        finding.places = {number->place, figure.place};
        findings.push_back(std::move(finding));
    }
    return findings;
}

}  // namespace

Rule list_and_number_rule() {
    return {"lists whose numbers do not add up to the number beside them", look};
}

}  // namespace pledgebook::audit
