#include "audit/hand_made_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;
using hand_made::Line;

// Prices in dollars from euros, and a total of them in euros.
std::vector<AuditFinding> found(const std::string& fourth, const std::string& header = "Unit Price") {
    HandMade made;
    made.sheet("Rates", {{"EUR", "1"}, {"USD", "1.25"}, {"GBP", "0.8"}});
    for (const auto& [code, row] : {std::pair("EUR", 1U), {"USD", 2U}, {"GBP", 3U}}) {
        made.intake.rates.push_back({*Currency::parse(code), *Rate::parse("1.25"), {"Rates", row, 2}});
    }
    std::vector<Line> lines{{"Item", "price in EUR", header}};
    for (int row = 2; row <= 8; ++row) {
        lines.push_back({fmt::format("Item {}", row), "100",
                         row == 4 ? fourth : fmt::format("=B{}*Rates!$B$2 -> 125", row)});
    }
    made.sheet("Prices", lines).sheet("Sum", {{"All", "=Prices!C4/1000000000 -> 0"}});
    made.figure("country_summary", "Total", "All", "\xE2\x82\xAC billion", "0", {"Sum", 1, 2});
    return audit_all(made.evidence(), {"exchange_rate"});
}

TEST(ExchangeRate, OneThatDividesWhereTheOthersMultiply) {
    EXPECT_TRUE(found("=B4*Rates!$B$2 -> 125").empty());
    const auto findings = found("=B4/VLOOKUP(\"USD\",Rates!A:B,2,0) -> 80");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].places, (std::vector<Place>{{"Prices", 4, 3}}));
    EXPECT_EQ(findings[0].effect, Euros(*Decimal::parse("45")));
}

TEST(ExchangeRate, OneThatTakesTheNextRowsRate) {
    const auto findings = found("=B4*Rates!B3 -> 80");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_NE(findings[0].what.find("takes the rate of GBP"), std::string::npos) << findings[0].what;
}

TEST(ExchangeRate, AColumnWhoseHeadersSayTheOtherWay) {
    HandMade made;
    made.sheet("Rates", {{"EUR", "1"}, {"USD", "1.25"}});
    made.intake.rates.push_back({*Currency::parse("USD"), *Rate::parse("1.25"), {"Rates", 2, 2}});
    made.sheet("Table", {{"Country", "GNI in current USD", "GNI in EUR"},
                         {"A", "100", "=B2*VLOOKUP(\"USD\",Rates!A:B,2,0) -> 125"},
                         {"B", "200", "=B3*VLOOKUP(\"USD\",Rates!A:B,2,0) -> 250"}});
    const auto findings = audit_all(made.evidence(), {"exchange_rate"});
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].places.size(), 2U);
}

}  // namespace

}  // namespace pledgebook::audit
