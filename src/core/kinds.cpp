#include "core/kinds.hpp"

#include <array>
#include <cstddef>

namespace pledgebook {

namespace {

constexpr std::array<std::string_view, 3> kinds{"military", "financial", "humanitarian"};
constexpr std::array<std::string_view, 4> measures{"commitment", "allocation", "delivery", "disbursement"};
constexpr std::array<std::string_view, 4> measures_plural{"commitments", "allocations", "deliveries",
                                                          "disbursements"};
constexpr std::array<std::string_view, 3> channels{"bilateral", "commercial", "multilateral"};
constexpr std::array<std::string_view, 7> givens{"given", "not_given", "undisclosed", "no_price",
                                                 "none",  "blanked",   "unreadable"};

template <class Enum, std::size_t count>
std::optional<Enum> find(const std::array<std::string_view, count>& words, std::string_view word) {
    for (std::size_t at = 0; at < count; ++at) {
        if (words.at(at) == word) {
            return static_cast<Enum>(at);
        }
    }
    return std::nullopt;
}

}  // namespace

std::string_view to_string(Kind kind) {
    return kinds.at(static_cast<std::size_t>(kind));
}

std::string_view to_string(Measure measure) {
    return measures.at(static_cast<std::size_t>(measure));
}

std::string_view to_string(Channel channel) {
    return channels.at(static_cast<std::size_t>(channel));
}

std::string_view to_string(Given given) {
    return givens.at(static_cast<std::size_t>(given));
}

std::optional<Kind> parse_kind(std::string_view word) {
    return find<Kind>(kinds, word);
}

std::optional<Measure> parse_measure(std::string_view word) {
    const auto singular = find<Measure>(measures, word);
    return singular ? singular : find<Measure>(measures_plural, word);
}

std::optional<Channel> parse_channel(std::string_view word) {
    return find<Channel>(channels, word);
}

std::optional<Given> parse_given(std::string_view word) {
    return find<Given>(givens, word);
}

}  // namespace pledgebook
