#include "audit/hand_made_test.hpp"

#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;

TEST(Evidence, NamesCellsByWords) {
    HandMade made;
    made.sheet("Figure 2 Ranking (€ billion)", {{"", "Title"}, {"Country", "Total"}, {"Germany", "3.3"}});
    made.sheet("MAIN DATA", {{"ID", "No. of Units"}, {"DEM1", "undisclosed"}, {"DEM1", "7"}});
    made.entry("DEM1", "DEU", Kind::military, "5");
    made.entry("DEM1", "DEU", Kind::military, "").item.name = "Tank";
    const auto evidence = made.evidence();
    EXPECT_EQ(evidence.key_of({"Figure 2 Ranking (€ billion)", 3, 2}), "ranking-€-billion/germany/total");
    EXPECT_EQ(evidence.key_of({"MAIN DATA", 3, 2}), "bilateral/dem1-tank/no-of-units");
    EXPECT_EQ(evidence.header_of({"MAIN DATA", 0, 2}), "No. of Units");
    EXPECT_EQ(evidence.header_of({"MAIN DATA", 1, 2}), "");
    EXPECT_EQ(evidence.key_of({"Nowhere", 1, 1}), "nowhere");
}

TEST(Evidence, SlugsAreWords) {
    EXPECT_EQ(slug("  No. of Units (in-kind)\n"), "no-of-units-in-kind");
    EXPECT_EQ(key({"a", "", "b"}), "a/b");
}

}  // namespace

}  // namespace pledgebook::audit
