#include "audit/hand_made_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;
using ::testing::HasSubstr;

std::vector<AuditFinding> found(const EntryDate& date) {
    HandMade made;
    made.covers("2022-01-24", "2022-10-03");
    auto& entry = made.entry("EEM3", "EST", Kind::military, "5300000");
    entry.announced = date;
    return audit_all(made.evidence(), {"date_outside_period"});
}

EntryDate on(std::string_view iso) {
    return {EntryDate::Sort::day, Date::parse(iso), Date::parse(iso), {}};
}

TEST(DateOutsidePeriod, NamesTheYearThatWasMeant) {
    const auto findings = found(on("2922-02-09"));
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().sure, Sureness::certain);
    EXPECT_EQ(findings.front().effect, Euros(Decimal::from_integer(5300000)));
    EXPECT_THAT(findings.front().mend, HasSubstr("2022-02-09"));
}

TEST(DateOutsidePeriod, NamesTheDayThatWasMeant) {
    const auto findings = found(on("2022-11-05"));
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().sure, Sureness::likely);
    EXPECT_THAT(findings.front().mend, HasSubstr("2022-05-11 (day and month swapped)"));
}

TEST(DateOutsidePeriod, HoldsWhatMayLieWithin) {
    EXPECT_TRUE(found(on("2022-10-03")).empty());
    EXPECT_TRUE(found({EntryDate::Sort::month, Date::parse("2022-10-01"), Date::parse("2022-10-31"), "10/22"})
                    .empty());
    EXPECT_TRUE(found({EntryDate::Sort::unknown, {}, {}, "unclear"}).empty());
    EXPECT_TRUE(
        found({EntryDate::Sort::range, Date::parse("2022-01-20"), Date::parse("2022-01-30"), "x"}).empty());
    EXPECT_EQ(found({EntryDate::Sort::until, {}, Date::parse("2022-01-03"), "until 1/3/2022"}).size(), 1U);
}

}  // namespace

}  // namespace pledgebook::audit
