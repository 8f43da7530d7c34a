#include "core/claim.hpp"

#include <array>

namespace pledgebook {

namespace {

constexpr std::array<std::string_view, 8> claim_kinds{"amount", "percent_of_gdp", "share", "count",
                                                      "rank",   "change",         "ratio", "comparison"};
constexpr std::array<std::string_view, 6> approximations{"exact",   "about",     "at_least",
                                                         "at_most", "just_over", "just_under"};
constexpr std::array<std::string_view, 6> verdicts{"supported", "close",        "other_scope",
                                                   "outdated",  "contradicted", "not_in_data"};

}  // namespace

std::string_view to_string(ClaimKind kind) {
    return claim_kinds.at(static_cast<std::size_t>(kind));
}

std::string_view to_string(Approximation approximation) {
    return approximations.at(static_cast<std::size_t>(approximation));
}

std::string_view to_string(Verdict verdict) {
    return verdicts.at(static_cast<std::size_t>(verdict));
}

}  // namespace pledgebook
