#include "audit/name_nearly_matches/likeness.hpp"

#include "audit/ledger_sheet.hpp"
#include "core/reference.hpp"

#include <algorithm>
#include <vector>

namespace pledgebook::audit {

namespace {

constexpr std::size_t shortest_name = 5;
constexpr std::size_t long_name = 14;

bool is_plural_of(std::string_view name, std::string_view other) {
    return name.size() == other.size() + 1 && name.back() == 's' && name.starts_with(other);
}

}  // namespace

std::string without_stray_blanks(std::string_view name) {
    const auto text = folded(name);
    return std::string(trimmed(text));
}

std::size_t edits_between(std::string_view left, std::string_view right, std::size_t most) {
    const auto longer = std::max(left.size(), right.size());
    if (longer - std::min(left.size(), right.size()) > most) {
        return most + 1;
    }
    std::vector<std::size_t> before(right.size() + 1);
    std::vector<std::size_t> above(right.size() + 1);
    std::vector<std::size_t> here(right.size() + 1);
    for (std::size_t at = 0; at <= right.size(); ++at) {
        above[at] = at;
    }
    for (std::size_t row = 1; row <= left.size(); ++row) {
        here[0] = row;
        for (std::size_t column = 1; column <= right.size(); ++column) {
            const bool same = left[row - 1] == right[column - 1];
            here[column] =
                std::min({above[column] + 1, here[column - 1] + 1, above[column - 1] + (same ? 0U : 1U)});
            const bool swapped = row > 1 && column > 1 && left[row - 1] == right[column - 2] &&
                                 left[row - 2] == right[column - 1];
            if (swapped) {
                here[column] = std::min(here[column], before[column - 2] + 1);
            }
        }
        std::swap(before, above);
        std::swap(above, here);
    }
    return std::min(above[right.size()], most + 1);
}

bool is_misspelt(std::string_view name, std::string_view right) {
    if (name == right || std::min(name.size(), right.size()) < shortest_name ||
        digits_of(name) != digits_of(right) || is_plural_of(name, right) || is_plural_of(right, name)) {
        return false;
    }
    const std::size_t most = std::min(name.size(), right.size()) < long_name ? 1 : 2;
    return edits_between(name, right, most) <= most;
}

}  // namespace pledgebook::audit
