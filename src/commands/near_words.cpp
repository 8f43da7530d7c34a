#include "commands/near_words.hpp"

#include <algorithm>
#include <cctype>
#include <numeric>

namespace pledgebook::commands {

namespace {

// How many letters must be put in, taken out or changed to make one word the other.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    const auto low = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t corner = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = corner + (low(a[i - 1]) == low(b[j - 1]) ? 0 : 1);
            corner = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row.back();
}

}  // namespace

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
    if (word.size() > 100) {
        return "";
    }
    std::size_t best = word.size() / 3 + 2;
    std::string found;
    for (const auto& each : known) {
        const bool begins = word.size() > 2 && each.starts_with(word);
        if (const auto far = begins ? 1 : distance(word, each); far < best) {
            best = far;
            found = each;
        }
    }
    return found.empty() ? "" : "; did you mean '" + found + "'?";
}

std::string one_of(const std::vector<std::string>& words) {
    std::string out;
    for (std::size_t at = 0; at < words.size(); ++at) {
        out += at == 0 ? "" : (at + 1 == words.size() ? " or " : ", ");
        out += words[at];
    }
    return out;
}

}  // namespace pledgebook::commands
