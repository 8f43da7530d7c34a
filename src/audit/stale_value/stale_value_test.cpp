#include "audit/hand_made_test.hpp"

#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;

TEST(StaleValue, AValueThatItsFormulaDoesNotComeToIsOneFindingForItsColumn) {
    HandMade made;
    made.sheet("Table", {{"a", "b"},
                         {"1", "=A2*2 -> 2"},
                         {"2", "=A3*2 -> 5"},
                         {"3", "=A4*2 -> 7"},
                         {"4", "=NOBODY(A5) -> 7"}});
    made.figure("country_summary", "USA", "b", "\xE2\x82\xAC billion", "7", {"Table", 4, 2});
    const auto findings = audit_all(made.evidence(), {"stale_value"});
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].places, (std::vector<Place>{{"Table", 3, 2}, {"Table", 4, 2}}));
    EXPECT_EQ(findings[0].effect, Euros(*Decimal::parse("1000000000")));
    EXPECT_EQ(findings[0].effect_on, "'Table'!B4");
}

}  // namespace

}  // namespace pledgebook::audit
