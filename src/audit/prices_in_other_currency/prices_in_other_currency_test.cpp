#include "audit/hand_made_test.hpp"

#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;

std::vector<AuditFinding> found(const char* currency, const char* euros, Given source) {
    HandMade made;
    made.intake.rates = {{*Currency::parse("USD"), *Rate::parse("0.8"), {}},
                         {Currency::eur(), Rate::one(), {}}};
    auto& entry = made.entry("SIM4", "SVN", Kind::military, euros);
    entry.currency = Currency::parse(currency);
    entry.source_value.given = source;
    entry.item.units = {Given::given, Decimal::from_integer(4), {}};
    entry.item.unit_price_usd = {Given::given, Decimal::from_integer(100), {}};
    return audit_all(made.evidence(), {"prices_in_other_currency"});
}

TEST(PricesInOtherCurrency, DollarsThatWereNotConverted) {
    const auto findings = found("EUR", "400", Given::not_given);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().effect, Euros(Decimal::from_integer(100)));
}

TEST(PricesInOtherCurrency, DollarsOrAValueOfTheSource) {
    EXPECT_TRUE(found("USD", "500", Given::not_given).empty());
    EXPECT_TRUE(found("EUR", "400", Given::given).empty());
    EXPECT_TRUE(found("EUR", "90", Given::not_given).empty());
}

}  // namespace

}  // namespace pledgebook::audit
