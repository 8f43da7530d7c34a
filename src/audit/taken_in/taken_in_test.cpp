#include "audit/hand_made_test.hpp"

#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;

Finding said(std::string rule, Finding::Weight weight, std::string what, std::uint32_t row) {
    return {std::move(rule), weight, std::move(what), {"MAIN DATA", row, 2}, {}};
}

TEST(TakenIn, LikeFindingsAreOneWithManyPlaces) {
    HandMade made;
    made.sheet("MAIN DATA", {{"ID", "Check"}, {"FIM1", "#REF!"}, {"FIM2", "#REF!"}});
    made.entry("FIM1", "FIN", Kind::military, "5");
    made.entry("FIM2", "FIN", Kind::military, "5");
    made.intake.findings = {said("error_cell", Finding::Weight::wrong, "the cell holds #REF!", 2),
                            said("error_cell", Finding::Weight::wrong, "the cell holds #REF!", 3),
                            said("unknown_column", Finding::Weight::note, "a new column", 1)};
    const auto findings = audit_all(made.evidence(), {"taken_in"});
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().rule, "error_cell");
    EXPECT_EQ(findings.front().key, "error_cell/bilateral/fim1/check");
    EXPECT_EQ(findings.front().sure, Sureness::certain);
    EXPECT_EQ(findings.front().places.size(), 2U);
    EXPECT_FALSE(findings.front().mend.empty());
}

TEST(TakenIn, ASortIsAskedForByItsName) {
    HandMade made;
    made.intake.findings = {said("error_cell", Finding::Weight::wrong, "the cell holds #REF!", 2),
                            said("second_sheet", Finding::Weight::wrong, "there are two", 2)};
    const auto findings = audit_all(made.evidence(), {"second_sheet"});
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().rule, "second_sheet");
    EXPECT_NE(page_of("second_sheet").find("# taken_in"), std::string_view::npos);
    EXPECT_ANY_THROW(audit_all(made.evidence(), {"no_such_rule"}));
}

TEST(TakenIn, TheLargestEffectComesFirst) {
    HandMade made;
    auto small = said("sum_differs", Finding::Weight::odd, "small", 2);
    small.effect = Euros(Decimal::from_integer(5));
    auto large = said("sum_differs", Finding::Weight::odd, "large", 9);
    large.effect = Euros(Decimal::from_integer(-7));
    made.intake.findings = {said("second_sheet", Finding::Weight::wrong, "without", 1), small, large};
    const auto findings = audit_all(made.evidence(), {"taken_in"});
    ASSERT_EQ(findings.size(), 3U);
    EXPECT_EQ(findings[0].what, "large");
    EXPECT_EQ(findings[0].effect, Euros(Decimal::from_integer(7)));
    EXPECT_EQ(findings[1].what, "small");
    EXPECT_EQ(findings[2].what, "without");
}

}  // namespace

}  // namespace pledgebook::audit
