#include "questions/which_release.hpp"

#include "core/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace pledgebook::questions {

namespace {

std::string listed(const std::vector<Release>& releases) {
    std::string list;
    for (const auto& each : releases) {
        list += (list.empty() ? "" : ", ") + each.id;
    }
    return list;
}

const Release& named(const std::vector<Release>& releases, const std::string& id, const std::string& shelf) {
    const auto found =
        std::find_if(releases.begin(), releases.end(), [&](const Release& each) { return each.id == id; });
    if (found == releases.end()) {
        throw Error(fmt::format("there is no release '{}' in {}", id, shelf),
                    fmt::format("it has: {}", listed(releases)));
    }
    return *found;
}

// A release that does not say when it was published was so on its cut-off at the earliest.
std::optional<Date> known_since(const Release& release) {
    return release.published ? release.published : release.cutoff;
}

const Release& current_on(const std::vector<Release>& releases, Date day, const std::string& shelf,
                          std::vector<std::string>& notes) {
    const Release* best = nullptr;
    const Release* first = nullptr;
    for (const auto& each : releases) {
        const auto since = known_since(each);
        if (!since) {
            continue;
        }
        if (first == nullptr || *since < *known_since(*first)) {
            first = &each;
        }
        const auto key = [](const Release& of) { return std::tuple(known_since(of), of.cutoff); };
        if (*since <= day && (best == nullptr || key(*best) <= key(each))) {
            best = &each;
        }
    }
    if (best == nullptr && first == nullptr) {
        throw Error(fmt::format("no release in {} says of which day it is", shelf),
                    fmt::format("name one: {}", listed(releases)));
    }
    if (best == nullptr) {
        throw Error(
            fmt::format("no release in {} was out on {}", shelf, to_string(day)),
            fmt::format("the first one is {}, from {} on", first->id, to_string(*known_since(*first))));
    }
    if (!best->published) {
        notes.push_back(
            fmt::format("Release {} does not say when it was published; it is taken as known from its "
                        "cut-off, {}, on.",
                        best->id, to_string(*best->cutoff)));
    }
    return *best;
}

}  // namespace

const Release& which_release(const std::vector<Release>& releases, const Question& question,
                             const std::string& shelf_name, std::vector<std::string>& notes) {
    if (releases.empty()) {
        throw Error(fmt::format("there is no release in {}", shelf_name), "take one in with `import`");
    }
    if (!question.release.empty() && question.as_of) {
        throw Error("a release and a day were asked for at once", "ask for one of them");
    }
    if (!question.release.empty()) {
        return named(releases, question.release, shelf_name);
    }
    if (question.as_of) {
        return current_on(releases, *question.as_of, shelf_name, notes);
    }
    const auto key = [](const Release& of) { return std::tuple(of.cutoff, of.published); };
    const auto* newest = &releases.front();
    for (const auto& each : releases) {
        if (key(*newest) <= key(each)) {
            newest = &each;
        }
    }
    return *newest;
}

}  // namespace pledgebook::questions
