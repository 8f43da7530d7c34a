#include "claims/slots/parties.hpp"

#include <algorithm>

namespace pledgebook::claims {

namespace {

bool little(const Sentence& sentence, std::size_t token) {
    const auto& word = sentence.tokens[token];
    return word.sort == Token::Sort::word && word.raw.size() <= 3 &&
           sentence.at(token, Role::conjunction) == nullptr && sentence.at(token, Role::donor) == nullptr;
}

// Whether one of that role stands before the token, but for an article or two between.
bool led_by(const Sentence& sentence, std::size_t token, Role role) {
    constexpr std::size_t articles = 2;
    for (std::size_t back = 0; back <= articles && back <= token; ++back) {
        if (sentence.before(token - back, role) != nullptr) {
            return true;
        }
        if (token < back + 1 || !little(sentence, token - back - 1)) {
            return false;
        }
    }
    return false;
}

// Past what may stand between two names of a list: ", ", " and the ".
std::size_t past_list(const Sentence& sentence, std::size_t token) {
    bool joined = false;
    for (int parts = 0; parts < 3 && token < sentence.tokens.size(); ++parts) {
        if (const auto* word = sentence.at(token, Role::conjunction)) {
            token = word->last;
            joined = true;
        } else if (joined && little(sentence, token)) {
            ++token;
        } else {
            break;
        }
    }
    return joined ? token : sentence.tokens.size();
}

bool named_in_article(const Sentence& sentence, std::size_t token) {
    return sentence.at(token, Role::donor) != nullptr || sentence.at(token, Role::other_donor) != nullptr;
}

Party party_at(const Sentence& sentence, std::size_t token) {
    Party party;
    const auto* donor = sentence.at(token, Role::donor);
    const auto* other = sentence.at(token, Role::other_donor);
    party.from = token;
    if (donor != nullptr) {
        party.codes.emplace_back(donor->means);
        party.to = donor->last;
    } else {
        party.codes.push_back("OTHER:" + std::string(other->means));
        party.to = other->last;
        party.other = true;
    }
    party.after_agent = led_by(sentence, token, Role::agent);
    const bool compared = led_by(sentence, token, Role::against) || led_by(sentence, token, Role::more) ||
                          led_by(sentence, token, Role::less);
    party.against = compared && !party.after_agent;
    party.receives = led_by(sentence, token, Role::to);
    constexpr std::size_t reach = 4;
    const auto start = token > reach ? token - reach : 0;
    party.included = sentence.within(start, token, Role::including) != nullptr;
    return party;
}

}  // namespace

std::vector<Party> parties_of(const Sentence& sentence) {
    std::vector<Party> parties;
    for (std::size_t at = 0; at < sentence.tokens.size();) {
        if (!named_in_article(sentence, at)) {
            ++at;
            continue;
        }
        auto party = party_at(sentence, at);
        while (!party.other) {
            const auto next = past_list(sentence, party.to);
            if (next >= sentence.tokens.size() || sentence.at(next, Role::donor) == nullptr) {
                break;
            }
            party.codes.emplace_back(sentence.at(next, Role::donor)->means);
            party.to = sentence.at(next, Role::donor)->last;
        }
        at = party.to;
        const auto& before = parties.empty() ? party : parties.back();
        const bool again = !parties.empty() && before.codes == party.codes && before.to + 1 == party.from;
        if (again) {
            parties.back().to = party.to;  // "European Union (EU)"
            continue;
        }
        parties.push_back(std::move(party));
    }
    return parties;
}

std::optional<Giver> giver_of(const Sentence& sentence, const std::vector<Party>& parties, std::size_t from,
                              std::size_t to, std::size_t next_figure) {
    constexpr std::size_t near_bracket = 3;
    constexpr std::size_t farthest_agent = 14;
    const bool bracket = from > 0 && sentence.tokens[from - 1].is("(");
    const Party* before = nullptr;
    const Party* behind = nullptr;
    for (const auto& party : parties) {
        const bool to_one = party.receives || party.against || party.included;
        if (party.to <= from && !to_one) {
            before = &party;
        }
        if (party.from >= to && behind == nullptr && !party.against && !party.receives) {
            behind = &party;
        }
    }
    if (bracket && before != nullptr && before->to + near_bracket >= from) {
        return Giver{*before, false};
    }
    if (behind != nullptr && behind->after_agent && behind->from < next_figure && !behind->included &&
        behind->from - to <= farthest_agent) {
        bool comma = false;
        for (auto at = to; at < behind->from; ++at) {
            comma = comma || sentence.tokens[at].is(",") || sentence.tokens[at].is(";");
        }
        if (!comma) {
            return Giver{*behind, true};
        }
    }
    const bool fronted = from > 0 && sentence.before(from, Role::with) != nullptr;
    if (fronted && behind != nullptr && behind->from < next_figure + 2) {
        return Giver{*behind, true};
    }
    if (before != nullptr) {
        return Giver{*before, false};
    }
    for (const auto& party : parties) {
        const bool everybody = std::find(party.codes.begin(), party.codes.end(), "ALL") != party.codes.end();
        if (party.from >= to && everybody) {
            auto all = party;
            all.codes = {"ALL"};
            return Giver{all, true};
        }
    }
    if (behind != nullptr && !behind->included) {
        return Giver{*behind, true};
    }
    return std::nullopt;
}

}  // namespace pledgebook::claims
