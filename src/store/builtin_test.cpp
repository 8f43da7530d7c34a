#include "core/error.hpp"
#include "data_files.hpp"
#include "store/builtin_files.hpp"
#include "store/shelf.hpp"

#include <gtest/gtest.h>
#include <algorithm>
#include <set>

namespace pledgebook::store {
namespace {

TEST(BuiltInFilesTest, WritingWhatWasReadGivesTheSameBytes) {
    const auto files = write_builtin(read_builtin());
    EXPECT_EQ(files.release, data::file("figures/release.tsv"));
    EXPECT_EQ(files.observations, data::file("figures/observations.tsv"));
    EXPECT_EQ(files.rates, data::file("rates.tsv"));
    EXPECT_EQ(files.macro, data::file("macro.tsv"));
}

TEST(BuiltInFilesTest, OrderOfTheFiguresDoesNotMatter) {
    auto figures = read_builtin();
    const auto sorted = write_builtin(figures);
    std::reverse(figures.observations.begin(), figures.observations.end());
    std::reverse(figures.day_rates.begin(), figures.day_rates.end());
    std::reverse(figures.macro.begin(), figures.macro.end());
    const auto reversed = write_builtin(figures);
    EXPECT_EQ(sorted.observations, reversed.observations);
    EXPECT_EQ(sorted.rates, reversed.rates);
    EXPECT_EQ(sorted.macro, reversed.macro);
}

TEST(BuiltInFilesTest, RefusesWhatTheFormatCannotHold) {
    auto figures = read_builtin();
    figures.release.title = "two\nlines";
    EXPECT_THROW(write_builtin(figures), Error);
    figures = read_builtin();
    figures.observations.push_back(figures.observations.front());
    EXPECT_THROW(write_builtin(figures), Error);
    figures = read_builtin();
    figures.day_rates.push_back(figures.day_rates.front());
    EXPECT_THROW(write_builtin(figures), Error);
    figures = read_builtin();
    figures.macro.push_back(figures.macro.front());
    EXPECT_THROW(write_builtin(figures), Error);
}

TEST(BuiltInFilesTest, UnreadableCellsNameTheirLine) {
    auto files = write_builtin(read_builtin());
    files.observations = "donor\tmonth\tmeasure\tkind\teuros\nUSA\t2022-02\tallocation\tmilitary\tmany\n";
    try {
        read_builtin(files);
        FAIL() << "an amount that is no number was read";
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(), "figures/observations.tsv: line 2: 'many' is no amount");
    }
}

// The figures of the article that the project began with.
TEST(BuiltInTest, HoldsTheAllocationsOfTheUnitedStatesToAugust2025) {
    const BuiltIn shelf;
    ASSERT_EQ(shelf.releases().size(), 1U);
    const auto intake = shelf.load(shelf.releases().front().id);
    Euros sum;
    for (const auto& seen : intake.observations) {
        if (seen.donor == "USA" && seen.measure == Measure::allocation && seen.month <= Month(2025, 8)) {
            sum += seen.euros;
        }
    }
    EXPECT_EQ(to_string(sum.value()), "115380650000");
}

TEST(BuiltInTest, NamesWhatItHoldsWhereAskedForAnother) {
    const BuiltIn shelf;
    try {
        (void)shelf.load("ust-1");
        FAIL() << "a release was given that is not there";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find(shelf.releases().front().id), std::string::npos);
    }
}

TEST(BuiltInTest, RatesAreByCurrencyAndDayAscending) {
    const auto rates = BuiltIn().day_rates();
    ASSERT_FALSE(rates.empty());
    EXPECT_TRUE(std::is_sorted(rates.begin(), rates.end()));
    EXPECT_EQ(std::adjacent_find(rates.begin(), rates.end()), rates.end());
    std::set<Currency> currencies;
    for (const auto& rate : rates) {
        currencies.insert(rate.currency);
    }
    EXPECT_TRUE(currencies.contains(*Currency::parse("USD")));
    EXPECT_TRUE(currencies.contains(*Currency::parse("GBP")));
}

TEST(BuiltInTest, GdpHasACurrencyAndPopulationHasNone) {
    const auto macro = BuiltIn().macro();
    ASSERT_FALSE(macro.empty());
    for (const auto& each : macro) {
        EXPECT_EQ(each.currency.has_value(), each.what == Macro::What::gdp) << each.donor;
        EXPECT_GT(each.value, Decimal{}) << each.donor;
    }
}

}  // namespace
}  // namespace pledgebook::store
