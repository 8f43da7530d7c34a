#include "audit/number_as_text/number_in_text.hpp"

#include "audit/ledger_sheet.hpp"

#include <string>
#include <vector>

namespace pledgebook::audit {

namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::size_t thousand = 3;

struct Groups {
    std::vector<std::string> digits;
    std::string marks;  // between them
};

std::optional<Groups> groups_of(std::string_view text) {
    Groups groups;
    groups.digits.emplace_back();
    for (std::size_t at = 0; at < text.size();) {
        if (digits.find(text[at]) != std::string_view::npos) {
            groups.digits.back() += text[at++];
            continue;
        }
        const bool no_break = text.substr(at).starts_with("\xC2\xA0");
        const char mark = no_break ? ' ' : text[at];
        if (std::string_view(".,' ").find(mark) == std::string_view::npos || groups.digits.back().empty()) {
            return std::nullopt;
        }
        groups.marks += mark;
        groups.digits.emplace_back();
        at += no_break ? 2 : 1;
    }
    return groups.digits.back().empty() ? std::nullopt : std::optional(groups);
}

}  // namespace

std::optional<Decimal> number_in_text(std::string_view text) {
    text = trimmed(text);
    const bool negative = text.starts_with('-');
    text.remove_prefix(negative ? 1 : 0);
    const auto groups = groups_of(text);
    if (!groups) {
        return std::nullopt;
    }
    const auto& parts = groups->digits;
    const auto last = parts.size() - 1;
    // All groups but the first have three digits where marks part thousands; the last may be decimals.
    const char mark = groups->marks.empty() ? '\0' : groups->marks.back();
    const bool decimals = last > 0 && mark != ' ' && mark != '\'' &&
                          (parts[last].size() != thousand || (last == 1 && parts[0].size() > thousand));
    const auto whole = decimals ? last : parts.size();
    std::string plain = negative ? "-" : "";
    for (std::size_t at = 0; at < whole; ++at) {
        const bool fits = at == 0 ? whole == 1 || parts[0].size() <= thousand : parts[at].size() == thousand;
        if (!fits) {
            return std::nullopt;
        }
        plain += parts[at];
    }
    return Decimal::parse(decimals ? plain + "." + parts[last] : plain);
}

}  // namespace pledgebook::audit
