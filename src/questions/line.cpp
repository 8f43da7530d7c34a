#include "questions/line.hpp"

#include "core/reference.hpp"

#include <unordered_map>

namespace pledgebook::questions {

namespace {

// The codes live as long as the reference, which is for good.
std::unordered_map<std::string_view, std::size_t> places_by_code() {
    std::unordered_map<std::string_view, std::size_t> places;
    const auto& donors = Reference::builtin().donors();
    for (std::size_t at = 0; at < donors.size(); ++at) {
        places.emplace(donors[at].code, at);
    }
    return places;
}

}  // namespace

DonorSet donor_set(std::string_view code) {
    static const auto places = places_by_code();
    DonorSet set;
    const auto found = places.find(code);
    if (found != places.end()) {
        set.set(found->second);
    }
    return set;
}

DonorSet donor_set(const Entry& entry) {
    auto set = donor_set(entry.donor);
    if (entry.donor.empty() && entry.channel == Channel::multilateral) {
        set.set(Line::organisation);
    }
    return set;
}

DonorSet donor_set(const std::vector<std::string>& codes) {
    DonorSet set;
    for (const auto& code : codes) {
        set |= donor_set(code);
    }
    return set;
}

std::vector<std::string> codes_of(DonorSet donors) {
    const auto& known = Reference::builtin().donors();
    std::vector<std::string> codes;
    for (std::size_t at = 0; at < known.size(); ++at) {
        if (donors.test(at)) {
            codes.push_back(known[at].code);
        }
    }
    return codes;
}

KindSet kind_set(const std::vector<Kind>& kinds) {
    KindSet set;
    for (const auto kind : kinds) {
        set.set(static_cast<std::size_t>(kind));
    }
    return kinds.empty() ? KindSet{}.set() : set;
}

}  // namespace pledgebook::questions
