// What is acknowledged is kept in the journal beside the imports, and leaves the cache as it is.
#include "store/book_test_support.hpp"
#include "store/journal.hpp"

#include <gtest/gtest.h>

namespace pledgebook::store {
namespace {

using testing::add;
using testing::Folder;
using testing::read_test;
using testing::release;
using testing::today;

Acknowledgement reason(const std::string& key, const std::string& why) {
    return {"ust", key, why, today()};
}

TEST(BookAcknowledge, HoldsInTheSeriesUntilItIsWithdrawn) {
    const Folder folder;
    {
        auto book = Book::open_or_create(folder.book(), read_test);
        add(book, release("7"));
        book.acknowledge(reason("a/b", "first \"word\""));
        book.acknowledge(reason("a/c", "another"));
        add(book, release("8"));
        book.acknowledge(reason("a/b", "last word"));
        EXPECT_TRUE(book.verify().wrong.empty());
        EXPECT_EQ(book.verify().journal_lines, 5U);
    }
    auto book = Book::open(folder.book(), read_test);
    EXPECT_EQ(book.acknowledgements("ust"),
              (std::vector{reason("a/b", "last word"), reason("a/c", "another")}));
    EXPECT_TRUE(book.acknowledgements("ecb").empty());
    EXPECT_EQ(book.releases().size(), 2U);
    EXPECT_TRUE(book.verify().wrong.empty());

    book.withdraw(reason("a/b", ""));
    EXPECT_EQ(Book::open(folder.book(), read_test).acknowledgements("ust"),
              std::vector{reason("a/c", "another")});
    EXPECT_THROW(book.withdraw(reason("a/b", "")), Error);
    EXPECT_THROW(book.acknowledge(reason("a/d", "")), Error);
    add(book, release("9"));
    EXPECT_EQ(book.releases().size(), 3U);
    EXPECT_TRUE(book.verify().wrong.empty());
}

TEST(BookAcknowledge, TheCacheIsNotMadeAgain) {
    const Folder folder;
    auto book = Book::open_or_create(folder.book(), read_test);
    add(book, release("7"));
    const auto cache = testing::read(folder.book() / "cache.duckdb");
    book.acknowledge(reason("a/b", "why"));
    int read_again = 0;
    (void)Book::open(folder.book(), [&](const std::string& importer, const SourceBytes& source) {
        ++read_again;
        return read_test(importer, source);
    });
    EXPECT_EQ(read_again, 0);
    EXPECT_EQ(testing::read(folder.book() / "cache.duckdb"), cache);
}

TEST(BookAcknowledge, ALineChangedByHandIsRefused) {
    const Folder folder;
    {
        auto book = Book::open_or_create(folder.book(), read_test);
        add(book, release("7"));
        book.acknowledge(reason("a/b", "why"));
    }
    const auto file = folder.book() / "journal.jsonl";
    auto text = testing::read(file);
    text.replace(text.find("\"why\""), 5, "\"not\"");
    testing::write(file, text);
    EXPECT_THROW(Journal(folder.book()), Error);
}

TEST(BookAcknowledge, ASourceIsGivenBackAsItCame) {
    const Folder folder;
    auto book = Book::open_or_create(folder.book(), read_test);
    const auto given = release("7");
    add(book, given);
    const auto back = book.source("ust-7");
    EXPECT_EQ(back.name, given.name);
    EXPECT_EQ(back.files, given.files);
    EXPECT_THROW((void)book.source("ust-8"), Error);
}

}  // namespace
}  // namespace pledgebook::store
