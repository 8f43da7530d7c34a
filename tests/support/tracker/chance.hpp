// Chance that is the same on every machine (the standard's distributions are not).
#pragma once

#include <cstdint>
#include <random>
#include <string>

namespace pledgebook::test_support {

class Chance {
public:
    explicit Chance(std::uint32_t seed) : m_random(seed) {}

    // From 0 to below `end`.
    int below(int end) { return static_cast<int>(m_random() % static_cast<std::uint32_t>(end)); }
    bool one_in(int many) { return below(many) == 0; }
    template <typename List>
    const auto& of(const List& list) {
        return list[m_random() % list.size()];
    }
    // Words that mean nothing, of so many letters or a few more.
    std::string prose(int letters);

private:
    std::mt19937 m_random;
};

}  // namespace pledgebook::test_support
