#include "audit/hand_made_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;
using hand_made::Line;

constexpr std::array<const char*, 7> donors{"DEU", "FRA", "ITA", "POL", "USA", "GBR", "EUC"};

// A ledger with an entry for each donor, and a table of them: what each gave, its share of the EU's, both.
HandMade workbook(const std::string& total, const std::string& with_share) {
    HandMade made;
    made.covers("2022-01-24", "2022-10-03");
    std::vector<Line> ledger{{"ID", "donor", "euros"}};
    std::vector<Line> table{{"Country", "Total", "Share in EU", "Total with EU"}};
    for (std::size_t i = 0; i < donors.size(); ++i) {
        const std::string donor = donors.at(i);
        const auto row = i + 2;
        ledger.push_back({donor + "M1", donor, "1000000000"});
        auto& entry = made.entry(donor + "M1", donor, Kind::military, "1000000000");
        entry.values.front().place.column = 3;
        table.push_back({donor,
                         fmt::format("=SUMIFS('MAIN DATA'!C:C,'MAIN DATA'!B:B,A{})/1000000000 -> 1", row),
                         i < 4 ? fmt::format("=B8/4 -> 0.25") : "0", fmt::format("=B{}+C{} -> 1", row, row)});
        for (const std::uint32_t column : {2U, 4U}) {
            made.figure("country_summary", donor, table[0][column - 1], "\xE2\x82\xAC billion", "1",
                        {"Summary", static_cast<std::uint32_t>(row), column});
        }
    }
    table.push_back({"Total", total, "=SUM(C2:C8) -> 1", with_share});
    for (const std::uint32_t column : {2U, 4U}) {
        made.figure("country_summary", "Total", table[0][column - 1], "\xE2\x82\xAC billion", "7",
                    {"Summary", 9, column});
    }
    made.sheet("MAIN DATA", ledger).sheet("Summary", table);
    return made;
}

TEST(CountedOnce, ATotalThatCountsTheEuInItsRowAndInThoseOfItsMembers) {
    const auto findings =
        audit_all(workbook("=SUM(B2:B8) -> 7", "=SUM(D2:D8) -> 8").evidence(), {"counted_once"});
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].places, (std::vector<Place>{{"Summary", 9, 4}}));
    EXPECT_EQ(findings[0].effect, Euros(*Decimal::parse("1000000000")));
    EXPECT_NE(findings[0].what.find("counts twice"), std::string::npos);
    EXPECT_EQ(findings[0].sure, Sureness::certain);
}

TEST(CountedOnce, ATotalThatIsRightIsNone) {
    EXPECT_TRUE(
        audit_all(workbook("=SUM(B2:B8) -> 7", "=SUM(D2:D7) -> 7").evidence(), {"counted_once"}).empty());
}

TEST(CountedOnce, ATotalThatLeavesOutARow) {
    const auto findings =
        audit_all(workbook("=SUM(B3:B8) -> 6", "=SUM(D2:D7) -> 7").evidence(), {"counted_once"});
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].places, (std::vector<Place>{{"Summary", 9, 2}}));
    EXPECT_NE(findings[0].what.find("leaves out"), std::string::npos);
    EXPECT_NE(findings[0].what.find("Germany"), std::string::npos);
}

TEST(CountedOnce, ASumOfSomeIsNoTotal) {
    EXPECT_TRUE(audit_all(workbook("=B2+B3 -> 2", "=SUM(D2:D7) -> 7").evidence(), {"counted_once"}).empty());
}

TEST(CountedOnce, AGroupThatMissesAMember) {
    auto made = workbook("=SUM(B2:B8) -> 7", "=SUM(D2:D7) -> 7");
    made.sheet("Groups", {{"Group", "Total"}, {"EU members", "=Summary!B2+Summary!B3+Summary!B5 -> 3"}});
    made.figure("country_groups", "EU_MEMBERS", "Total", "\xE2\x82\xAC billion", "3", {"Groups", 2, 2});
    const auto findings = audit_all(made.evidence(), {"counted_once"});
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_NE(findings[0].what.find("Italy"), std::string::npos) << findings[0].what;
}

}  // namespace

}  // namespace pledgebook::audit
