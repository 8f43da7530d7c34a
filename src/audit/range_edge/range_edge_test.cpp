#include "audit/hand_made_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;
using hand_made::Line;

std::vector<AuditFinding> found(const std::string& formula, const std::string& below = "=SUM(B2:B9) -> 36") {
    std::vector<Line> rates{{"Currency", "Rate"}};
    for (int row = 2; row <= 9; ++row) {
        rates.push_back({fmt::format("C{}", row), fmt::format("{}", row - 1)});
    }
    rates.push_back({"Total", below});
    HandMade made;
    made.sheet("Rates", rates).sheet("Table", {{"C8", formula}});
    made.figure("country_summary", "USA", "Total", "\xE2\x82\xAC billion", "0", {"Rates", 10, 2});
    return audit_all(made.evidence(), {"range_edge"});
}

TEST(RangeEdge, ALookupThatDoesNotReachTheTablesEnd) {
    const auto findings = found("=VLOOKUP(A1,Rates!$A$2:$B$7,2,0) -> #N/A");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].places, (std::vector<Place>{{"Table", 1, 2}}));
    EXPECT_NE(findings[0].what.find("row 8 (C8) to row 9 (C9)"), std::string::npos) << findings[0].what;
    EXPECT_TRUE(found("=VLOOKUP(A1,Rates!$A$2:$B$9,2,0) -> 7").empty());
    EXPECT_TRUE(found("=VLOOKUP(A1,Rates!A:B,2,0) -> 7").empty());
}

TEST(RangeEdge, ATotalThatMissesTheLastRowsAboveIt) {
    const auto findings = found("1", "=SUM(B2:B8) -> 28");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].effect, Euros(*Decimal::parse("8000000000")));
}

}  // namespace

}  // namespace pledgebook::audit
