#include "audit/hand_made_test.hpp"

#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;

std::vector<AuditFinding> found(const char* left, const char* right, const char* euros) {
    HandMade made;
    made.entry("JPH2", "JPN", Kind::humanitarian, "500").explanation = left;
    made.entry("JPH3", "JPN", Kind::humanitarian, euros).explanation = right;
    return audit_all(made.evidence(), {"entered_twice"});
}

TEST(EnteredTwice, TheSameWordsAndValue) {
    const auto* text = "The government decided to extend an emergency grant of 2 million";
    const auto findings = found(text, text, "500");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().effect, Euros(Decimal::from_integer(500)));
    EXPECT_EQ(findings.front().sure, Sureness::possible);
    EXPECT_TRUE(found(text, text, "501").empty());
}

TEST(EnteredTwice, OtherNumbersOrTooFewWords) {
    EXPECT_TRUE(found("a first grant of 2 million for the army today",
                      "a first grant of 3 million for the army today", "500")
                    .empty());
    EXPECT_TRUE(found("Medical aid.", "Medical aid.", "500").empty());
    EXPECT_TRUE(found("ambulances and fire engines for the city of Lviv",
                      "rice and blankets for the people in Kherson", "500")
                    .empty());
}

}  // namespace

}  // namespace pledgebook::audit
