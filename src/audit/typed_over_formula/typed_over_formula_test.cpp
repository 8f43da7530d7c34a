#include "audit/hand_made_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;
using hand_made::Line;

// Rows 2 to 11: a package, an amount, and its euros at 2 to 1; row 12 the sum, which is published in bn.
std::vector<Line> ledger() {
    std::vector<Line> lines{{"ID", "Value", "Euros"}};
    for (int row = 2; row <= 11; ++row) {
        lines.push_back({fmt::format("AAM{}", row), fmt::format("{}000000", row),
                         fmt::format("=B{}/2 -> {}", row, row * 500'000)});
    }
    lines.push_back({"Total", "", "=SUM(C2:C11)/1000000000 -> 0.0325"});
    return lines;
}

std::vector<AuditFinding> found(const std::vector<Line>& lines) {
    HandMade made;
    made.sheet("MAIN DATA", lines);
    made.figure("country_summary", "ALL", "Total", "\xE2\x82\xAC billion", "0.0325", {"MAIN DATA", 12, 3});
    return audit_all(made.evidence(), {"typed_over_formula"});
}

TEST(TypedOverFormula, ANumberAmongFormulasIsOneWithItsEffect) {
    EXPECT_TRUE(found(ledger()).empty());
    auto lines = ledger();
    lines[4][2] = "9000000";  // row 5: 2500000 by the formula
    const auto findings = found(lines);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].places, (std::vector<Place>{{"MAIN DATA", 5, 3}}));
    EXPECT_EQ(findings[0].effect, Euros(*Decimal::parse("6500000")));
    EXPECT_EQ(findings[0].sure, Sureness::likely);
    EXPECT_NE(findings[0].effect_on.find("'MAIN DATA'!C12"), std::string::npos);
    EXPECT_NE(findings[0].why.find("=B5/2"), std::string::npos);
}

TEST(TypedOverFormula, ANumberThatTheFormulaGivesTooIsNone) {
    auto lines = ledger();
    lines[4][2] = "2500000";
    EXPECT_TRUE(found(lines).empty());
}

TEST(TypedOverFormula, AnEmptiedCellIsOneAndAnEmptyZeroIsNot) {
    auto lines = ledger();
    lines[4][2] = "";
    lines[6][1] = "";  // nothing to divide: 0 by the formula
    lines[6][2] = "";
    const auto findings = found(lines);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].places.front(), (Place{"MAIN DATA", 5, 3}));
    EXPECT_NE(findings[0].what.find("is empty"), std::string::npos);
}

TEST(TypedOverFormula, ATotalOfThePackagesPartsIsSaidToBeOne) {
    auto lines = ledger();
    for (const std::size_t row : {4U, 5U, 6U}) {
        lines[row][0] = "AAM5";
    }
    lines[4][2] = "18000000";  // 5 + 6 + 7 million
    const auto findings = found(lines);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].sure, Sureness::possible);
    EXPECT_NE(findings[0].why.find("the sum of the 3 different amounts in B5:B7"), std::string::npos)
        << findings[0].why;
}

TEST(TypedOverFormula, WhereTheFormulaDoesNotFitNothingIsSaid) {
    auto lines = ledger();
    lines[4][1] = "'not given";  // #VALUE! by the formula
    lines[4][2] = "7";
    EXPECT_TRUE(found(lines).empty());
}

}  // namespace

}  // namespace pledgebook::audit
