#include "importers/kiel_workbook/release_prose.hpp"

#include <gtest/gtest.h>

namespace pledgebook::importers::kiel_workbook_sheets {
namespace {

TEST(ReleaseProse, ReadsNumberAndDays) {
    const auto prose =
        read_release_prose("Ukraine Support Tracker – 7th release (covering January 24 to October 3, 2022)");
    EXPECT_EQ(prose.number, 7);
    EXPECT_EQ(prose.begins, Date::from(2022, 1, 24));
    EXPECT_EQ(prose.cutoff, Date::from(2022, 10, 3));
}

TEST(ReleaseProse, ReadsTheHeadingOfAChangeLog) {
    const auto prose = read_release_prose("Release 8 (until November 20, 2022)");
    EXPECT_EQ(prose.number, 8);
    EXPECT_EQ(prose.begins, std::nullopt);
    EXPECT_EQ(prose.cutoff, Date::from(2022, 11, 20));
}

TEST(ReleaseProse, ReadsOtherWaysToSayIt) {
    const auto prose = read_release_prose(
        "UKRAINE SUPPORT TRACKER, 21st Release: data from 24 January 2022 to "
        "31 December 2024");
    EXPECT_EQ(prose.number, 21);
    EXPECT_EQ(prose.begins, Date::from(2022, 1, 24));
    EXPECT_EQ(prose.cutoff, Date::from(2024, 12, 31));
    EXPECT_EQ(read_release_prose("Release 13, through May 2023").cutoff, Date::from(2023, 5, 31));
}

TEST(ReleaseProse, OtherTextsSayNothing) {
    for (const auto* text : {"", "Kiel Working Paper 2218", "a press release of 2022", "release",
                             "in this current release we decided"}) {
        const auto prose = read_release_prose(text);
        EXPECT_EQ(prose.number, std::nullopt) << text;
        EXPECT_EQ(prose.cutoff, std::nullopt) << text;
    }
}

}  // namespace
}  // namespace pledgebook::importers::kiel_workbook_sheets
