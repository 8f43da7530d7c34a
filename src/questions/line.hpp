// The ledger in its smallest form: one amount of one measure with the days between which it lies. What
// sums are made of; the entry or observation behind it is a number away.
#pragma once

#include "core/date.hpp"
#include "core/entry.hpp"
#include "core/kinds.hpp"
#include "core/money.hpp"

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pledgebook::questions {

// By position in Reference::builtin().donors().
using DonorSet = std::bitset<64>;
using KindSet = std::bitset<3>;
using ChannelSet = std::bitset<3>;

// The set of these codes; a code that is nobody's is left out.
DonorSet donor_set(const std::vector<std::string>& codes);
DonorSet donor_set(std::string_view code);
// Of an entry: its donor, or the place of all organisations where it is multilateral aid of one of them.
// None where it is not known who gave.
DonorSet donor_set(const Entry& entry);
std::vector<std::string> codes_of(DonorSet donors);  // in the order of the reference
KindSet kind_set(const std::vector<Kind>& kinds);    // none: all three

struct Line {
    static constexpr std::uint8_t together = 3;  // the kind of an amount that is not split by kind
    // The donor of an amount of an organisation (a bank, the United Nations), which goes by no code.
    static constexpr std::uint8_t organisation = 63;

    Date earliest;  // the day lies between these two, inclusive, and both within the release
    Date latest;
    Euros euros;
    std::uint32_t at = 0;    // position among the release's entries, or observations
    std::uint8_t donor = 0;  // position in a DonorSet
    std::uint8_t kind = 0;   // position in a KindSet, or `together`
    bool observed = false;   // an observation, not an entry
    bool valued = true;      // false: the entry says of this measure that it has no value
    Measure measure = Measure::commitment;
    Channel channel = Channel::bilateral;
};

}  // namespace pledgebook::questions
