#include "importers/column_words.hpp"
#include "importers/sheet_writing_test.hpp"

#include <gtest/gtest.h>

namespace pledgebook::importers {
namespace {

using sheet_writing::sheet;

TEST(ColumnWords, HeadersAreTheSameWhateverTheirCaseBlanksAndMarks) {
    EXPECT_EQ(header_key("Official Source"), header_key("OfficialSource"));
    EXPECT_EQ(header_key("Official Source"), header_key(" official_source\xC2\xA0"));
    EXPECT_EQ(header_key("Total "), "total");
    EXPECT_NE(header_key("Country Summary (€)"), header_key("Country Summary ($)"));
    EXPECT_EQ(header_key(" \n"), "");
    EXPECT_EQ(header_key("Türkiye"), "turkiye");
}

TEST(ColumnWords, BlanksAroundAreCutAlsoThoseThatDoNotBreak) {
    EXPECT_EQ(trimmed(" \xC2\xA0 a b\n"), "a b");
    EXPECT_EQ(trimmed("\xC2\xA0"), "");
    EXPECT_EQ(trimmed("\xC2"), "\xC2") << "half a character is none";
}

TEST(ColumnWords, TheHeaderRowIsFoundByItsCells) {
    const ColumnWords words("importers/kiel_rates.tsv");
    const auto made =
        sheet("x", {{"Rates of the month"}, {}, {"", "1 EUR", "note", "Currency "}, {"", "1", "", "EUR"}});
    const auto header = find_header(made, words, {"currency", "per_euro"});
    ASSERT_TRUE(header);
    EXPECT_EQ(header->row, 3U);
    EXPECT_EQ(header->column("currency"), 4U);
    EXPECT_EQ(header->column("per_euro"), 2U);
    EXPECT_EQ(header->field_of(4), "currency");
    EXPECT_EQ(header->field_of(3), std::nullopt);
    EXPECT_FALSE(find_header(made, words, {"currency", "nothing"}));
}

TEST(ColumnWords, TheBetterSpellingWinsThenTheFurtherLeft) {
    const ColumnWords words("importers/kiel_ledger.tsv");
    const auto made = sheet("x", {{"item_sub_type", "Sub-type of item", "Sub-type of item"}});
    EXPECT_EQ(find_header(made, words, {"item_sub_type"})->column("item_sub_type"), 2U);
}

}  // namespace
}  // namespace pledgebook::importers
