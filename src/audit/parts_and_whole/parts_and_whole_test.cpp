#include "audit/hand_made_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;
using ::testing::HasSubstr;

void month(HandMade& made, const std::string& row, const std::string& military, const std::string& stock,
           const std::string& bought, std::uint32_t line) {
    made.figure("total_allocations", row, "military", "€ billion", military, {"total.csv", line, 4});
    made.figure("procurement_trends", row, "stockpile", "€ billion", stock, {"procurement.csv", line, 3});
    made.figure("procurement_trends", row, "procurement", "€ billion", bought, {"procurement.csv", line, 4});
    made.figure("procurement_trends", row, "unspecified", "€ billion", "0", {"procurement.csv", line, 5});
    made.figure("procurement_trends", row, "nato_purl", "€ billion", "0", {"procurement.csv", line, 6});
}

std::vector<AuditFinding> found(const HandMade& made) {
    return audit_all(made.evidence(), {"parts_and_whole"});
}

TEST(PartsAndWhole, NamesWhatThePartsMiss) {
    HandMade made;
    month(made, "2022-01", "0.500000", "0.200000", "0.300000", 2);
    month(made, "2022-02", "0.900000", "0.200000", "0.300000", 3);
    month(made, "2022-03", "0.700000", "0.200000", "0.300000", 4);
    const auto findings = found(made);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().places.size(), 2U);
    EXPECT_EQ(findings.front().places.front(), (Place{"total.csv", 3, 4}));
    EXPECT_EQ(findings.front().effect, Euros(Decimal::from_integer(600'000'000)));
    EXPECT_THAT(findings.front().what, HasSubstr("2 of 3 rows"));
}

TEST(PartsAndWhole, ForgivesRounding) {
    HandMade made;
    month(made, "2022-01", "0.500001", "0.200000", "0.300000", 2);
    EXPECT_TRUE(found(made).empty());
}

TEST(PartsAndWhole, TheMembersSharesMakeUpTheEusRow) {
    HandMade made;
    for (const auto* euros : {"600000000", "400000000"}) {
        made.intake.observations.push_back({"EUC",
                                            "EU",
                                            Month(2022, 3),
                                            Kind::financial,
                                            Measure::allocation,
                                            Euros(*Decimal::parse(euros)),
                                            {"d.csv", 2, 3}});
    }
    made.figure("eu_aid_shares", "DEU", "eu_share_bn", "€ billion", "0.600000", {"eu.csv", 2, 6});
    made.figure("eu_aid_shares", "FRA", "eu_share_bn", "€ billion", "0.400000", {"eu.csv", 3, 6});
    EXPECT_TRUE(found(made).empty());
    made.intake.figures.back().value = "0.300000";
    const auto findings = found(made);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().effect, Euros(Decimal::from_integer(100'000'000)));
}

TEST(PartsAndWhole, ColumnsThatAreThereTwiceAreToldByTheirUnit) {
    HandMade made;
    const auto put = [&](const char* header, const char* unit, const char* value, std::uint32_t column) {
        made.figure("country_summary", "USA", header, unit, value, {"Country Summary", 6, column});
    };
    put("Military commitments", "€ billion", "27.6448872256498", 6);
    put("Specific weapons and equipment", "€ billion", "15.2068372610498", 18);
    put("Financial commitments with military purpose", "€ billion", "11.6794781025589", 19);
    const auto findings = found(made);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().effect, Euros(*Decimal::parse("758571862.0411")));
}

}  // namespace

}  // namespace pledgebook::audit
