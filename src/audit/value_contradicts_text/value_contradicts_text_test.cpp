#include "audit/hand_made_test.hpp"
#include "audit/value_contradicts_text/money_in_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Amount money(std::int64_t value, const char* currency) {
    return {Decimal::from_integer(value), *Currency::parse(currency)};
}

TEST(MoneyInText, HoweverItIsWritten) {
    EXPECT_THAT(money_in_text("EUR 5 million, then 7.5 million euros; 35 EUR million (A$8 million)"),
                ElementsAre(money(5'000'000, "EUR"), money(7'500'000, "EUR"), money(35'000'000, "EUR"),
                            money(8'000'000, "AUD")));
    EXPECT_THAT(money_in_text("a sum of 100.000 EUR"), ElementsAre(money(100'000, "EUR"), money(100, "EUR")));
    EXPECT_THAT(money_in_text("€450,000."), ElementsAre(money(450'000, "EUR")));
    EXPECT_THAT(money_in_text("$47 million and 2,000 helmets in 2022"), IsEmpty());
}

std::vector<AuditFinding> found(std::int64_t value, const char* currency, std::string text) {
    HandMade made;
    made.intake.rates = {{*Currency::parse("RON"), *Rate::parse("5"), {}}};
    auto& entry = made.entry("ROH2", "ROU", Kind::humanitarian, std::to_string(value));
    entry.currency = Currency::parse(currency);
    entry.explanation = std::move(text);
    if (entry.currency != Currency::eur()) {
        entry.values.front().euros = Euros(Decimal::from_integer(value / 5));
    }
    return audit_all(made.evidence(), {"value_contradicts_text"});
}

TEST(ValueContradictsText, AnotherCurrency) {
    const auto findings = found(5'000'000, "RON", "Subsistence material worth 5 million EUR.");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().effect, Euros(Decimal::from_integer(4'000'000)));
    EXPECT_EQ(findings.front().key, "value_contradicts_text/bilateral/roh2/currency");
}

TEST(ValueContradictsText, OtherZeros) {
    const auto findings = found(5'000, "EUR", "A grant of 5 million EUR.");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().effect, Euros(Decimal::from_integer(4'995'000)));
    EXPECT_EQ(found(50'000'000, "EUR", "A grant of 5 million EUR.").size(), 1U);
}

TEST(ValueContradictsText, AnAmountThatFitsEndsIt) {
    EXPECT_TRUE(found(5'000'000, "RON", "5 million RON, of a package of 5 million EUR").empty());
    EXPECT_TRUE(found(5'000'000, "EUR", "5 million EUR of 50 million EUR").empty());
    EXPECT_TRUE(found(5'000'000, "EUR", "12 million EUR in all").empty());
}

}  // namespace

}  // namespace pledgebook::audit
