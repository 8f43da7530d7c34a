#include "questions/line.hpp"

#include "core/reference.hpp"

namespace pledgebook::questions {

DonorSet donor_set(std::string_view code) {
    const auto& reference = Reference::builtin();
    DonorSet set;
    if (const auto* donor = reference.donor(code)) {
        set.set(static_cast<std::size_t>(donor - reference.donors().data()));
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
