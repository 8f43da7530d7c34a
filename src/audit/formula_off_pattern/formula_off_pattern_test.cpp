#include "audit/hand_made_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;
using hand_made::Line;

// Rows 2 to 13: all, arms, and the rest.
std::vector<Line> table() {
    std::vector<Line> lines{{"Country", "All", "Arms", "Rest", "Share"}};
    for (int row = 2; row <= 13; ++row) {
        lines.push_back({fmt::format("Country {}", row), fmt::format("{}", row * 10), fmt::format("{}", row),
                         fmt::format("=B{}-C{} -> {}", row, row, row * 9),
                         fmt::format("=C{}/B{} -> 0.1", row, row)});
    }
    lines.push_back(
        {"Total", "=SUM(B2:B13) -> 900", "=SUM(C2:C13) -> 90", "=SUM(D2:D13) -> 810", "=C14/B14 -> 0.1"});
    return lines;
}

std::vector<AuditFinding> found(const std::vector<Line>& lines) {
    HandMade made;
    made.sheet("Military aid by type", lines);
    made.figure("military_by_type", "ALL", "Rest", "\xE2\x82\xAC million", "810",
                {"Military aid by type", 14, 4});
    return audit_all(made.evidence(), {"formula_off_pattern"});
}

TEST(FormulaOffPattern, AnotherFormulaWithAnotherValueIsOne) {
    EXPECT_TRUE(found(table()).empty());
    auto lines = table();
    lines[7][3] = "=C8-B8 -> -72";
    const auto findings = found(lines);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].places, (std::vector<Place>{{"Military aid by type", 8, 4}}));
    EXPECT_EQ(findings[0].effect, Euros(*Decimal::parse("144000000")));
    EXPECT_NE(findings[0].why.find("=C8-B8"), std::string::npos);
    EXPECT_NE(findings[0].why.find("=B8-C8"), std::string::npos);
}

TEST(FormulaOffPattern, AnotherFormulaWithTheSameValueIsNone) {
    auto lines = table();
    lines[7][3] = "=-C8+B8 -> 72";
    EXPECT_TRUE(found(lines).empty());
}

TEST(FormulaOffPattern, ADraggedRunOfTheSameOtherFormulaIsOneFinding) {
    auto lines = table();
    for (const std::size_t row : {6U, 7U, 8U}) {
        lines[row][3] = fmt::format("=B{}-C{} -> 1", row + 1, row + 2);
    }
    const auto findings = found(lines);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].places.size(), 3U);
}

TEST(FormulaOffPattern, PatternsThatTakeTurnsAndSumsThatCrossAreLetBe) {
    auto lines = table();
    for (std::size_t row = 1; row <= 12; row += 2) {
        lines[row][3] = fmt::format("=B{}+C{} -> 1", row + 1, row + 1);
    }
    EXPECT_TRUE(found(lines).empty());
    lines = table();
    lines[6] = {"Subtotal", "=SUM(B2:B6) -> 200", "=SUM(C2:C6) -> 20", "=SUM(D2:D6) -> 180", "=C7/B7 -> 0.1"};
    EXPECT_TRUE(found(lines).empty());
}

TEST(FormulaOffPattern, APatternAlongARowIsOneToo) {
    std::vector<Line> lines{{"x", "1", "2", "3", "4", "5", "6"}, {"y", "1", "2", "3", "4", "5", "6"}};
    Line sums{"Total"};
    for (const char column : {'B', 'C', 'D', 'E', 'F', 'G'}) {
        sums.push_back(fmt::format("=SUM({0}1:{0}2) -> 2", column));
    }
    sums[4] = "=SUM(E2:E2) -> 4";
    lines.push_back(sums);
    HandMade made;
    made.sheet("Table", lines);
    const auto findings = audit_all(made.evidence(), {"formula_off_pattern"});
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].places.front(), (Place{"Table", 3, 5}));
    EXPECT_FALSE(findings[0].effect);
}

}  // namespace

}  // namespace pledgebook::audit
