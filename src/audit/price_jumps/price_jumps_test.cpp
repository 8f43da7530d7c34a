#include "audit/hand_made_test.hpp"

#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;

Price price(std::string item, std::int64_t value) {
    Price made;
    made.item = std::move(item);
    made.sub_type = "Rifle";
    made.price = {Given::given, Decimal::from_integer(value), {}};
    made.currency = Currency::parse("USD");
    made.place = {"Price List", 2, 0};
    return made;
}

std::vector<AuditFinding> found(std::int64_t in_row, std::int64_t last_of_list) {
    HandMade made;
    made.intake.rates = {{*Currency::parse("USD"), *Rate::parse("0.5"), {}}};
    for (const auto* item : {"A", "B", "C", "D"}) {
        made.intake.prices.push_back(price(item, 1500));
    }
    made.intake.prices.push_back(price("E", last_of_list));
    auto& entry = made.entry("FIM1", "FIN", Kind::military, "");
    entry.item.name = "a";
    entry.item.units = {Given::given, Decimal::from_integer(10), {}};
    entry.item.unit_price_usd = {Given::given, Decimal::from_integer(in_row), {}};
    return audit_all(made.evidence(), {"price_jumps"});
}

TEST(PriceJumps, ARowAgainstTheList) {
    const auto findings = found(15000, 1500);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().effect, Euros(Decimal::from_integer(270'000)));
}

TEST(PriceJumps, APriceFarFromItsKind) {
    const auto findings = found(1500, 1'500'000);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().sure, Sureness::possible);
}

TEST(PriceJumps, PricesThatAreLikeOthers) {
    EXPECT_TRUE(found(1500, 15'000).empty());
    EXPECT_TRUE(found(1510, 1500).empty());
}

}  // namespace

}  // namespace pledgebook::audit
