#include "store/book.hpp"

#include "store/book_test_support.hpp"

#include <gtest/gtest.h>

namespace pledgebook::store {
namespace {

using testing::add;
using testing::Folder;
using testing::full_intake;
using testing::read_test;
using testing::release;
using testing::source;
using testing::today;

void expect_equal(const Intake& a, const Intake& b) {
    EXPECT_EQ(a.release, b.release);
    EXPECT_EQ(a.entries, b.entries);
    EXPECT_EQ(a.observations, b.observations);
    EXPECT_EQ(a.figures, b.figures);
    EXPECT_EQ(a.rates, b.rates);
    EXPECT_EQ(a.prices, b.prices);
    EXPECT_EQ(a.day_rates, b.day_rates);
    EXPECT_EQ(a.macro, b.macro);
    EXPECT_EQ(a.notes, b.notes);
    EXPECT_EQ(a.findings, b.findings);
    EXPECT_EQ(a.cells, b.cells);
}

TEST(BookTest, GivesBackWholeWhatWasTakenIn) {
    const Folder folder;
    const auto given = full_intake();
    auto expected = given;
    expected.release.id = "ust-7";
    expected.release.file = "a.xlsx";
    // sha256sum of the five bytes "bytes".
    expected.release.sha256 = "277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9";
    {
        auto book = Book::open_or_create(folder.book(), read_test);
        const auto added = book.add(source("bytes", "a.xlsx"), given, {}, today());
        EXPECT_EQ(added.id, "ust-7");
        EXPECT_TRUE(added.fresh);
        expect_equal(book.load("ust-7"), expected);
    }
    const auto book = Book::open(folder.book(), read_test);
    expect_equal(book.load("ust-7"), expected);
    EXPECT_EQ(book.releases(), std::vector<Release>{expected.release});
    EXPECT_EQ(book.name(), "test.book");
}

TEST(BookTest, TheSameBytesTwiceAreOneImport) {
    const Folder folder;
    auto book = Book::open_or_create(folder.book(), read_test);
    EXPECT_TRUE(add(book, release("7")).fresh);
    const auto journal = testing::read(folder.book() / "journal.jsonl");
    const auto again = add(book, release("7"));
    EXPECT_FALSE(again.fresh);
    EXPECT_EQ(again.id, "ust-7");
    EXPECT_EQ(testing::read(folder.book() / "journal.jsonl"), journal);
    EXPECT_EQ(Book::known(folder.book(), release("7"))->id, "ust-7");
    EXPECT_EQ(Book::known(folder.book(), release("7"))->put_back, 0U);
    EXPECT_EQ(Book::known(folder.book(), release("8")), std::nullopt);
}

TEST(BookTest, ReopensWithoutReadingTheSourcesAgain) {
    const Folder folder;
    {
        auto book = Book::open_or_create(folder.book(), read_test);
        add(book, release("7"));
        add(book, release("8"));
    }
    const auto book = Book::open(folder.book(), [](const std::string&, const SourceBytes&) -> Intake {
        throw Error("a source was read again although the cache is good");
    });
    EXPECT_EQ(book.imports().size(), 2U);
}

}  // namespace
}  // namespace pledgebook::store
