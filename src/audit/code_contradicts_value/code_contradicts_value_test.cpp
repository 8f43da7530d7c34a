#include "audit/hand_made_test.hpp"

#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;

std::vector<AuditFinding> found(const char* code, const char* euros, Given source) {
    HandMade made;
    made.sheet("MAIN DATA", {{"ID", "countries", "value_source_commitments", "Explanation"},
                             {"JPH3", "Japan", code, "x"}});
    auto& entry = made.entry("JPH3", "JPN", Kind::humanitarian, euros);
    entry.source_value.given = source;
    if (entry.values.empty()) {
        entry.values.push_back({Measure::commitment, Given::not_given, {}, {}, {}});
    }
    return audit_all(made.evidence(), {"code_contradicts_value"});
}

TEST(CodeContradictsValue, AValueThatIsNotGivenAtAll) {
    const auto findings = found("Value is not given at all ", "1700000", Given::given);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().effect, Euros(Decimal::from_integer(1'700'000)));
    EXPECT_EQ(findings.front().places.front(), (Place{"MAIN DATA", 2, 3}));
}

TEST(CodeContradictsValue, AValueThatTheSourceGives) {
    EXPECT_EQ(found("Value is calculated with prices", "5", Given::given).size(), 1U);
    EXPECT_EQ(found("Value is calculated with prices", "", Given::not_given).size(), 1U);
    EXPECT_EQ(found("Value is given by the source", "5", Given::not_given).size(), 1U);
}

TEST(CodeContradictsValue, CodesThatFit) {
    EXPECT_TRUE(found("Value is given by the source", "5", Given::given).empty());
    EXPECT_TRUE(found("Value is calculated with prices", "5", Given::not_given).empty());
    EXPECT_TRUE(found("Value is not given at all", "", Given::not_given).empty());
    EXPECT_TRUE(found("Value is given by hand", "5", Given::not_given).empty());
}

}  // namespace

}  // namespace pledgebook::audit
