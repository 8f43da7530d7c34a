#include "audit/hand_made_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;

std::vector<AuditFinding> found(const std::string& caption) {
    HandMade made;
    made.covers("2022-01-24", "2022-10-03");
    made.sheet("Figure 2", {{"Total"}, {caption}});
    return audit_all(made.evidence(), {"caption_date"});
}

TEST(CaptionDate, AnotherLastDay) {
    const auto findings = found("Commitments between January 24 and August 3, 2022, in billion euros");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().places.front(), (Place{"Figure 2", 2, 1}));
    EXPECT_THAT(findings.front().what, ::testing::HasSubstr("3 Aug 2022"));
}

TEST(CaptionDate, TheReleasesOwnOrAnotherMatter) {
    EXPECT_TRUE(found("Commitments between January 24 and October 3, 2022").empty());
    EXPECT_TRUE(found("Rates are the average of September 6 to October 6, 2022").empty());
    EXPECT_TRUE(found("announced on January 24, 2022").empty());
}

}  // namespace

}  // namespace pledgebook::audit
