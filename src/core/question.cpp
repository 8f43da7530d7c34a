#include "core/question.hpp"

#include <array>
#include <string_view>

namespace pledgebook {

namespace {

constexpr std::array<std::string_view, 4> words{"release", "entry", "end", "average"};

}  // namespace

std::string to_string(const RateRule& rule) {
    if (rule.sort == RateRule::Sort::date) {
        return rule.day ? to_string(*rule.day) : "date";
    }
    return std::string(words.at(static_cast<std::size_t>(rule.sort)));
}

std::optional<RateRule> parse_rate_rule(const std::string& word) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words.at(at) == word) {
            return RateRule{static_cast<RateRule::Sort>(at), {}};
        }
    }
    const auto day = Date::parse(word);
    return day ? std::optional(RateRule{RateRule::Sort::date, day}) : std::nullopt;
}

}  // namespace pledgebook
