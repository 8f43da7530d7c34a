#include "audit/hand_made_test.hpp"

#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;

std::vector<AuditFinding> found(const std::vector<int>& values) {
    const std::vector<std::string> donors{"USA", "DEU", "FRA", "POL", "ITA",
                                          "ESP", "NLD", "SWE", "NOR", "DNK"};
    HandMade made;
    for (std::uint32_t at = 0; at < donors.size(); ++at) {
        made.figure("ranking_euro", donors[at], "Total", "€ billion", std::to_string(values[at]),
                    {"Figure 2", at + 5, 6});
    }
    return audit_all(made.evidence(), {"ranking_order"});
}

TEST(RankingOrder, OneRowOutOfPlace) {
    const auto findings = found({90, 80, 70, 20, 60, 50, 40, 30, 10, 5});
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().places, std::vector<Place>{(Place{"Figure 2", 8, 6})});
}

TEST(RankingOrder, InOrderOrNoRankingAtAll) {
    EXPECT_TRUE(found({90, 80, 70, 60, 50, 50, 40, 30, 10, 5}).empty());
    EXPECT_TRUE(found({9, 80, 7, 60, 5, 50, 4, 30, 1, 55}).empty());
}

}  // namespace

}  // namespace pledgebook::audit
