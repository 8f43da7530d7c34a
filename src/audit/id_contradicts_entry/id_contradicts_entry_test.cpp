#include "audit/hand_made_test.hpp"

#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;

HandMade ledger() {
    HandMade made;
    for (int number = 1; number < 12; ++number) {
        made.entry("FRM" + std::to_string(number), "FRA", Kind::military, "10");
    }
    return made;
}

std::vector<AuditFinding> found(const HandMade& made) {
    return audit_all(made.evidence(), {"id_contradicts_entry"});
}

TEST(IdContradictsEntry, AnotherKindOrDonor) {
    auto made = ledger();
    EXPECT_TRUE(found(made).empty());
    made.entry("FRM12", "FRA", Kind::humanitarian, "7");
    ASSERT_EQ(found(made).size(), 1U);
    EXPECT_EQ(found(made).front().effect, Euros(Decimal::from_integer(7)));
    made.intake.entries.back().kind = Kind::military;
    made.intake.entries.back().donor_text = "Germany";
    EXPECT_EQ(found(made).front().key, "id_contradicts_entry/bilateral/frm12/donor");
}

TEST(IdContradictsEntry, LettersWithoutAMeaning) {
    HandMade made;
    made.entry("A-1", "FRA", Kind::military, "7");
    made.entry("DEM1", "DEU", Kind::military, "7");
    made.entry("DEM2", "FRA", Kind::financial, "7");
    EXPECT_TRUE(found(made).empty());
}

}  // namespace

}  // namespace pledgebook::audit
