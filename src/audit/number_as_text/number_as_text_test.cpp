#include "audit/hand_made_test.hpp"
#include "audit/number_as_text/number_in_text.hpp"

#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;
using hand_made::Line;

std::string read(std::string_view text) {
    const auto value = number_in_text(text);
    return value ? to_string(*value) : "nothing";
}

TEST(NumberInText, IsWhatAReaderSees) {
    EXPECT_EQ(read(" 3193503.68 \n"), "3193503.68");
    EXPECT_EQ(read("1.000.00"), "1000");
    EXPECT_EQ(read("15.000.00"), "15000");
    EXPECT_EQ(read("12\xC2\xA0"
                   "500"),
              "12500");
    EXPECT_EQ(read("1,234,567.5"), "1234567.5");
    EXPECT_EQ(read("-7"), "-7");
    for (const auto* other :
         {"3/4/2022", "10-12", "1.2.3", "5 units", "2022-03-04", ".", "12.", "1 2 3", ""}) {
        EXPECT_EQ(read(other), "nothing") << other;
    }
}

HandMade ledger(const std::string& units) {
    HandMade made;
    std::vector<Line> lines{{"ID", "Item", "No. of Units", "Unit Price in USD"}};
    for (int row = 0; row < 6; ++row) {
        lines.push_back({"FIM1", "Rifle", "10", "20"});
        made.entry("FIM1", "FIN", Kind::military, "");
    }
    lines.push_back({"FIM2", "Rifle", units, "20"});
    auto& entry = made.entry("FIM2", "FIN", Kind::military, "");
    entry.item.name = "Rifle";
    entry.item.unit_price_usd = {Given::given, Decimal::from_integer(20), {}};
    made.sheet("MAIN DATA", lines);
    made.intake.rates.push_back({*Currency::parse("USD"), *Rate::parse("0.8"), {}});
    return made;
}

TEST(NumberAsText, SaysWhatItDrops) {
    const auto findings = audit_all(ledger("'1.000.00").evidence(), {"number_as_text"});
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().effect, Euros(Decimal::from_integer(25000)));
    EXPECT_EQ(findings.front().effect_on, "the commitments of FIN");
    EXPECT_EQ(findings.front().key, "number_as_text/bilateral/fim2-rifle/no-of-units");
    EXPECT_EQ(findings.front().sure, Sureness::certain);
}

TEST(NumberAsText, LeavesNumbersAndWordsAlone) {
    EXPECT_TRUE(audit_all(ledger("1000").evidence(), {"number_as_text"}).empty());
    EXPECT_TRUE(audit_all(ledger("undisclosed").evidence(), {"number_as_text"}).empty());
}

TEST(NumberAsText, ALookupThatCarriesTheTextOnIsTheSameSlip) {
    HandMade made;
    std::vector<Line> prices{{"Item", "Price"}};
    std::vector<Line> uses{{"Item", "Price"}};
    for (int row = 0; row < 6; ++row) {
        prices.push_back({"Rifle", "20"});
        uses.push_back({"Rifle", "=X -> 20"});
    }
    prices.push_back({"Tank", "' 3000000.5 "});
    uses.push_back({"Tank", "=VLOOKUP(A8,Prices!A:B,2,0) -> ' 3000000.5 "});
    made.sheet("Uses", uses).sheet("Prices", prices);
    const auto findings = audit_all(made.evidence(), {"number_as_text"});
    ASSERT_EQ(findings.size(), 1U);
    ASSERT_EQ(findings.front().places.size(), 2U);
    EXPECT_EQ(findings.front().places.front().sheet, "Prices");
    EXPECT_FALSE(findings.front().effect);
}

}  // namespace

}  // namespace pledgebook::audit
