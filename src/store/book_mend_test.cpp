// What a book does when parts of it are gone, and where it refuses to be made.
#include "store/book.hpp"
#include "store/book_test_support.hpp"
#include "store/sources.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::store {
namespace {

namespace fs = std::filesystem;
using testing::add;
using testing::Folder;
using ::testing::HasSubstr;
using testing::read_test;
using testing::release;

std::string refusal(const fs::path& folder) {
    try {
        (void)Book::open_or_create(folder, read_test);
    } catch (const Error& error) {
        return error.what();
    }
    return "it was made";
}

fs::path source_in(const fs::path& book) {
    const Sources sources(book);
    return sources.path_of(sources.list().hashes.at(0));
}

TEST(BookMend, ASourceThatIsGoneComesBackByImportingItAgain) {
    const Folder folder;
    {
        auto book = Book::open_or_create(folder.book(), read_test);
        add(book, release("7"));
    }
    const auto file = source_in(folder.book());
    fs::remove(file);
    fs::remove(folder.book() / "cache.duckdb");
    EXPECT_THROW(Book::open(folder.book(), read_test), Error);
    EXPECT_EQ(Book::known(folder.book(), release("8")), std::nullopt);
    EXPECT_EQ(Book::known(folder.book(), release("7"))->put_back, 1U);
    EXPECT_EQ(Book::known(folder.book(), release("7"))->put_back, 0U);
    EXPECT_TRUE(Book::open(folder.book(), read_test).verify().wrong.empty());

    testing::write(file, "altered");
    EXPECT_EQ(Book::known(folder.book(), release("7"))->put_back, 1U);
    EXPECT_TRUE(Book::open(folder.book(), read_test).verify().wrong.empty());
}

TEST(BookMend, WhatIsSaidAnewOfKnownBytesIsRefused) {
    const Folder folder;
    auto book = Book::open_or_create(folder.book(), read_test);
    add(book, release("7"));
    EXPECT_EQ(Book::known(folder.book(), release("7"), {"", "7", {}, {}})->id, "ust-7");
    EXPECT_THROW((void)Book::known(folder.book(), release("7"), {"", "8", {}, {}}), Error);
}

TEST(BookMend, AFolderOfOtherThingsStaysAsItIs) {
    const Folder folder;
    const auto home = folder.path() / "home";
    fs::create_directories(home);
    testing::write(home / "letter.txt", "dear");
    EXPECT_THAT(refusal(home), HasSubstr("not empty: it holds letter.txt"));
    EXPECT_THAT(refusal(home / "letter.txt"), HasSubstr("this is a file"));
    EXPECT_THAT(refusal(home / "letter.txt" / "book"), HasSubstr("letter.txt"));
    fs::create_directories(home / "sources");
    fs::remove(home / "letter.txt");
    testing::write(home / "sources" / "mine.txt", "dear");
    EXPECT_THAT(refusal(home), HasSubstr("not empty: it holds sources"));
    EXPECT_EQ(std::distance(fs::recursive_directory_iterator(home), {}), 2);
}

TEST(BookMend, ABookWithoutItsJournalIsNotMadeAnew) {
    const Folder folder;
    {
        auto book = Book::open_or_create(folder.book(), read_test);
        add(book, release("7"));
    }
    fs::remove(folder.book() / "journal.jsonl");
    EXPECT_THAT(refusal(folder.book()), HasSubstr("has lost its journal.jsonl"));
    EXPECT_THROW(Book::open(folder.book(), read_test), Error);
    EXPECT_FALSE(fs::exists(folder.book() / "journal.jsonl"));
}

TEST(BookMend, DaysThatCannotBeAreRefused) {
    const Folder folder;
    auto book = Book::open_or_create(folder.book(), read_test);
    const auto before = Date::from(1999, 1, 1);
    const auto with_days = testing::source("series ust\nlabel 7\ncutoff 2022-10-03\nentries 1\n");
    EXPECT_THROW(add(book, with_days, {"", "", {}, before}), Error);
    auto begun = read_test("test", with_days);
    begun.release.begins = Date::from(2022, 1, 24);
    EXPECT_THROW(book.add(with_days, begun, {"", "", before, {}}, testing::today()), Error);
    EXPECT_TRUE(book.imports().empty());
}

}  // namespace
}  // namespace pledgebook::store
