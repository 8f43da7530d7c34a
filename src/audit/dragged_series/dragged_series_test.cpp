#include "audit/hand_made_test.hpp"

#include <gtest/gtest.h>

namespace pledgebook::audit {

namespace {

using hand_made::HandMade;
using hand_made::Line;

std::vector<AuditFinding> found(const std::string& header, const std::vector<std::string>& cells,
                                const std::vector<std::string>& packages) {
    HandMade made;
    made.covers("2022-01-24", "2022-10-03");
    std::vector<Line> lines{{"ID", header}};
    for (std::size_t at = 0; at < cells.size(); ++at) {
        lines.push_back({packages[at], cells[at]});
        auto& entry = made.entry(packages[at], "POL", Kind::military, at == 0 ? "100" : "");
        const auto day = Date::from(2022 + static_cast<int>(at), 4, 6);
        entry.announced = {EntryDate::Sort::until, {}, day, cells[at]};
    }
    made.sheet("MAIN DATA", lines);
    return audit_all(made.evidence(), {"dragged_series"});
}

const std::vector<std::string> one{"PLM1", "PLM1", "PLM1"};

TEST(DraggedSeries, YearsThatCountUpAreOneFinding) {
    const auto findings =
        found("Announcement Date", {"until 4/6/2022", "until 4/6/2023", "until 4/6/2024"}, one);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().places.size(), 2U);
    EXPECT_EQ(findings.front().places.front(), (Place{"MAIN DATA", 3, 2}));
    EXPECT_EQ(findings.front().key, "dragged_series/bilateral/plm1/announcement-date");
}

TEST(DraggedSeries, TwoDatesAreARunOnlyWhereTheyLeadOut) {
    EXPECT_EQ(found("Announcement Date", {"until 4/6/2022", "until 4/6/2023"}, one).size(), 1U);
    EXPECT_TRUE(found("Source of Aid 1", {"https://a.example/1", "https://a.example/2"}, one).empty());
}

TEST(DraggedSeries, LinksAndAmountsCount) {
    EXPECT_EQ(found("Source of Aid 1",
                    {"https://a.example/7?x", "https://a.example/8?x", "https://a.example/9?x"}, one)
                  .size(),
              1U);
    EXPECT_EQ(found("Monetary Value as Given by Source", {"5000000", "5000001", "5000002"}, one).size(), 1U);
}

TEST(DraggedSeries, OtherSeriesAreLeftAlone) {
    EXPECT_TRUE(found("Source of Aid 1",
                      {"https://a.example/1", "https://a.example/2", "https://a.example/3"},
                      {"PLM1", "PLM2", "PLM3"})
                    .empty());
    EXPECT_TRUE(
        found("Monetary Value as Given by Source", {"=1+0 -> 1", "=B2+1 -> 2", "=B3+1 -> 3"}, one).empty());
    EXPECT_TRUE(found("Monetary Value as Given by Source", {"5", "7", "9"}, one).empty());
}

}  // namespace

}  // namespace pledgebook::audit
