// Which id an import gets, and what may stand in one.
#include "store/book_test_support.hpp"

#include <gtest/gtest.h>

namespace pledgebook::store {
namespace {

using testing::add;
using testing::Folder;
using testing::read_test;
using testing::release;
using testing::source;

class BookIdsTest : public ::testing::Test {
protected:
    Folder m_folder;
    Book m_book = Book::open_or_create(m_folder.book(), read_test);

    std::string refusal(const SourceBytes& bytes, const Overrides& overrides = {}) {
        const auto journal = testing::read(m_folder.book() / "journal.jsonl");
        try {
            add(m_book, bytes, overrides);
        } catch (const Error& error) {
            EXPECT_EQ(testing::read(m_folder.book() / "journal.jsonl"), journal);
            return error.what();
        }
        return {};
    }
};

TEST_F(BookIdsTest, ALabelThatIsTakenGetsANumber) {
    EXPECT_EQ(add(m_book, release("7", 1)).id, "ust-7");
    EXPECT_EQ(add(m_book, release("7", 2)).id, "ust-7.1");
    EXPECT_EQ(add(m_book, release("7", 3)).id, "ust-7.2");
    EXPECT_EQ(add(m_book, release("7.3", 1)).id, "ust-7.3");
    EXPECT_EQ(add(m_book, release("7", 4)).id, "ust-7.4");
    EXPECT_EQ(m_book.load("ust-7.1").entries.size(), 2U);
}

TEST_F(BookIdsTest, WithoutALabelTheCutoffNamesIt) {
    const std::string text = "series ust\ncutoff 2022-11-20\n";
    EXPECT_EQ(add(m_book, source(text + "entries 1\n")).id, "ust-until-2022-11-20");
    EXPECT_EQ(add(m_book, source(text + "entries 2\n")).id, "ust-until-2022-11-20.1");
}

TEST_F(BookIdsTest, OverridesGoOverWhatTheSourceSays) {
    const Overrides overrides{"own", "first", Date::from(2020, 1, 2), Date::from(2020, 2, 3)};
    EXPECT_EQ(add(m_book, release("7"), overrides).id, "own-first");
    m_book.rebuild();
    const auto again = m_book.load("own-first").release;
    EXPECT_EQ(again.series, "own");
    EXPECT_EQ(again.label, "first");
    EXPECT_EQ(again.cutoff, overrides.cutoff);
    EXPECT_EQ(again.published, overrides.published);
}

TEST_F(BookIdsTest, TheSameBytesUnderOtherWordsAreRefused) {
    const Overrides eight{"", "8", {}, {}};
    const Overrides seven{"ust", "7", {}, {}};
    add(m_book, release("7"));
    EXPECT_NE(refusal(release("7"), eight).find("in the book already as ust-7"), std::string::npos);
    EXPECT_EQ(refusal(release("7"), seven), "");
}

TEST_F(BookIdsTest, OnlyPlainWordsAreLabels) {
    const Overrides path{"", "../7", {}, {}};
    const Overrides blank{"u st", "", {}, {}};
    EXPECT_NE(refusal(release("7"), path).find("the label '../7' has other signs"), std::string::npos);
    EXPECT_NE(refusal(release("7"), blank).find("the series 'u st' has other signs"), std::string::npos);
}

TEST_F(BookIdsTest, WhatNamesNothingIsRefusedWithWhatToDo) {
    EXPECT_NE(refusal(source("entries 1\n")).find("--as"), std::string::npos);
    EXPECT_NE(refusal(source("series ust\nentries 1\n")).find("--label"), std::string::npos);
}

TEST_F(BookIdsTest, AFolderIsKnownByItsFilesNamesAndBytes) {
    SourceBytes folder{"site", true, {{"a.csv", "series ust\nlabel 29\n"}, {"b.csv", "observations 3\n"}}};
    EXPECT_EQ(add(m_book, folder).id, "ust-29");
    EXPECT_EQ(m_book.load("ust-29").observations.size(), 3U);
    EXPECT_EQ(m_book.releases().front().file, "site");
    EXPECT_FALSE(add(m_book, folder).fresh);
    folder.files[1].first = "c.csv";
    EXPECT_EQ(add(m_book, folder).id, "ust-29.1");
    EXPECT_TRUE(m_book.verify().wrong.empty());
}

TEST_F(BookIdsTest, RatesAreAnImportButNoRelease) {
    EXPECT_EQ(add(m_book, source("series ecb\nlabel 2026-04-13\nrates 5000\n")).id, "ecb-2026-04-13");
    EXPECT_TRUE(m_book.releases().empty());
    EXPECT_EQ(m_book.imports().size(), 1U);
    const auto rates = m_book.day_rates();
    EXPECT_TRUE(std::is_sorted(rates.begin(), rates.end()));
    const DayRate taken_in{*Currency::parse("GBP"), Date::from_days(4999), *Rate::from_units(5000)};
    EXPECT_TRUE(std::find(rates.begin(), rates.end(), taken_in) != rates.end());
    EXPECT_GT(rates.size(), 5000U + 1000U);
}

TEST_F(BookIdsTest, WhatWasTakenInGoesOverTheBuiltInFigures) {
    add(m_book, source("series world-bank\nlabel gdp\n"));
    for (const auto& each : m_book.macro()) {
        if (each.donor == "DEU" && each.what == Macro::What::population) {
            EXPECT_EQ(each.value, Decimal::from_integer(83000000));
        }
    }
    EXPECT_EQ(m_book.macro().size(), BuiltIn().macro().size());
}

}  // namespace
}  // namespace pledgebook::store
