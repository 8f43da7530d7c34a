#include "questions/which_donors.hpp"

#include "core/error.hpp"
#include "core/reference.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pledgebook::questions {

namespace {

constexpr std::string_view everyone = "ALL";

struct Asked {
    std::string words;  // as asked
    std::string code;   // of the donor or group
    DonorSet donors;
};

std::string joined(const std::vector<std::string>& parts, std::string_view by) {
    return fmt::format("{}", fmt::join(parts, by));
}

[[noreturn]] void refuse_unknown(const std::string& words) {
    const auto near = Reference::builtin().nearest(words);
    std::vector<std::string> groups;
    for (const auto& group : Reference::builtin().groups()) {
        groups.push_back(group.code);
    }
    throw Error(fmt::format("'{}' is no donor and no group that is known", words),
                near.empty() ? fmt::format("donors go by their code (DEU) or name (Germany); groups are {}",
                                           joined(groups, ", "))
                             : fmt::format("did you mean {}?", joined(near, ", or ")));
}

Asked understood(const std::string& words, const Period& period, DonorSet held) {
    const auto& reference = Reference::builtin();
    const auto known = reference.donor(words) != nullptr ? std::optional(words) : reference.code_of(words);
    if (!known) {
        refuse_unknown(words);
    }
    if (*known == everyone) {
        return {words, *known, held};
    }
    const auto* group = reference.group(*known);
    return {
        words, *known,
        group != nullptr ? donor_set(group->members_on(period.last.value_or(Date{}))) : donor_set(*known)};
}

// Two of the asked would count somebody twice.
[[noreturn]] void refuse_overlap(const Asked& a, const Asked& b) {
    if (a.code == b.code) {
        throw Error(a.words == b.words ? fmt::format("'{}' is asked for twice", a.words)
                                       : fmt::format("'{}' and '{}' are both {}", a.words, b.words, a.code),
                    fmt::format("ask for {} once", a.code));
    }
    const auto both = codes_of(a.donors & b.donors);
    const auto what = fmt::format("{} and {} overlap: {} {} in both and would be counted twice", a.code,
                                  b.code, joined(both, ", "), both.size() == 1 ? "is" : "are");
    const bool b_inside = (b.donors & ~a.donors).none();
    const bool a_inside = (a.donors & ~b.donors).none();
    if (a_inside || b_inside) {
        const auto& outer = b_inside ? a : b;
        const auto& inner = b_inside ? b : a;
        throw Error(what, fmt::format("{0} has {1} in it already: ask for {0} alone, or leave it out and ask "
                                      "for {1} alone",
                                      outer.code, inner.code));
    }
    throw Error(what, fmt::format("ask for {} and {} one at a time, or for each donor once: {}", a.code,
                                  b.code, joined(codes_of(a.donors | b.donors), ",")));
}

// Who joined or left a group within the period: it is counted by its last day for all of it.
void note_changes(const Asked& asked, const Period& period, std::vector<std::string>& notes) {
    const auto* group = Reference::builtin().group(asked.code);
    if (group == nullptr || !period.first || asked.code == everyone) {
        return;
    }
    const auto before = donor_set(group->members_on(*period.first));
    const auto joined_in = codes_of(asked.donors & ~before);
    const auto left = codes_of(before & ~asked.donors);
    const auto day = to_string(period.last.value_or(Date{}));
    if (!joined_in.empty()) {
        notes.push_back(
            fmt::format("{} is taken as of {}: {} joined within the period and {} counted for all of "
                        "it.",
                        asked.code, day, joined(joined_in, ", "), joined_in.size() == 1 ? "is" : "are"));
    }
    if (!left.empty()) {
        notes.push_back(fmt::format("{} is taken as of {}: {} left within the period and {} not counted.",
                                    asked.code, day, joined(left, ", "), left.size() == 1 ? "is" : "are"));
    }
}

}  // namespace

WhichDonors which_donors(const std::vector<std::string>& asked, const Period& period, DonorSet held) {
    WhichDonors which;
    std::vector<Asked> all;
    for (const auto& words : asked) {
        all.push_back(understood(words, period, held));
        for (std::size_t at = 0; at + 1 < all.size(); ++at) {
            if ((all[at].donors & all.back().donors).any() || all[at].code == all.back().code) {
                refuse_overlap(all[at], all.back());
            }
        }
        note_changes(all.back(), period, which.notes);
    }
    DonorSet donors;
    std::vector<std::string> labels;
    for (const auto& each : all) {
        donors |= each.donors;
        labels.push_back(each.code);
        which.everyone = which.everyone || each.code == everyone;
    }
    if (all.empty()) {
        donors = held;
        labels.emplace_back(everyone);
        which.everyone = true;
    }
    which.label = joined(labels, ", ");
    which.codes = codes_of(donors);
    return which;
}

}  // namespace pledgebook::questions
