#include "audit/hand_made_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;
using hand_made::Line;

std::vector<AuditFinding> found(const std::string& fourth) {
    HandMade made;
    std::vector<Line> lines;
    for (int row = 1; row <= 6; ++row) {
        lines.push_back(
            {fmt::format("Item {}", row), row == 4 ? fourth : fmt::format("={}*Rates!B2 -> 125", row)});
    }
    lines.push_back({"Sum", "=SUM(B1:B6) -> 1"});
    made.sheet("Rates", {{"EUR", "1"}, {"USD", "2"}}).sheet("Prices", lines);
    made.figure("country_summary", "Total", "Sum", "\xE2\x82\xAC", "1", {"Prices", 7, 2});
    return audit_all(made.evidence(), {"empty_reference"});
}

TEST(EmptyReference, AFormulaThatPointsAtNothingWhereOthersPointAtTheRate) {
    const auto findings = found("=4*Rates!B20 -> 0");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].places, (std::vector<Place>{{"Prices", 4, 2}}));
    EXPECT_EQ(findings[0].effect, Euros(*Decimal::parse("8")));
}

TEST(EmptyReference, FilledCellsAndTestsForEmptinessAreNone) {
    EXPECT_TRUE(found("=4*Rates!B2 -> 8").empty());
    EXPECT_TRUE(found("=IF(Rates!B20=0,8,1) -> 8").empty());
}

}  // namespace

}  // namespace pledgebook::audit
