#include "audit/hand_made_test.hpp"

#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;

std::vector<AuditFinding> found(const std::string& number, const std::string& list) {
    HandMade made;
    made.figure("weapons", "AUS", "Howitzers: number_of_weapons", "units", number, {"weapons.csv", 2, 3});
    made.figure("weapons", "AUS", "Howitzers: weapons_list", "", list, {"weapons.csv", 2, 5});
    return audit_all(made.evidence(), {"list_and_number"});
}

TEST(ListAndNumber, MustAgree) {
    EXPECT_EQ(found("55", "M777 howitzer (6); FH70 howitzer (45)").size(), 1U);
    EXPECT_TRUE(found("51", "M777 howitzer (6); FH70 howitzer (45)").empty());
    EXPECT_TRUE(found("6", "AHS Krab (155mm) howitzer (6)").empty());
    EXPECT_TRUE(found("6", "some howitzers").empty());
}

}  // namespace

}  // namespace pledgebook::audit
