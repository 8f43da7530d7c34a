// `verify` proves a sound book and names what is not.
#include "store/book_test_support.hpp"
#include "store/cache.hpp"
#include "store/duck/database.hpp"

#include <gtest/gtest.h>
#include <unistd.h>
#include <algorithm>

namespace pledgebook::store {
namespace {

using testing::add;
using testing::Folder;
using testing::read;
using testing::read_test;
using testing::release;
using testing::write;

class BookVerifyTest : public ::testing::Test {
protected:
    Folder m_folder;
    Book m_book = Book::open_or_create(m_folder.book(), read_test);

    BookVerifyTest() {
        add(m_book, release("7"));
        add(m_book, release("8"));
    }
    std::filesystem::path source_of(const std::string& id) {
        for (const auto& each : m_book.imports()) {
            if (each.id == id) {
                return m_folder.book() / "sources" / each.sha256.substr(0, 2) / each.sha256;
            }
        }
        return {};
    }
};

TEST_F(BookVerifyTest, ASoundBookIsSound) {
    const auto found = m_book.verify();
    EXPECT_TRUE(found.wrong.empty());
    EXPECT_TRUE(found.leftovers.empty());
    EXPECT_EQ(found.sources, 2U);
    EXPECT_EQ(found.journal_lines, 2U);
    EXPECT_GT(found.rows, 10U);
    EXPECT_EQ(found.content_hash, m_book.content_hash());
}

TEST_F(BookVerifyTest, AnAlteredSourceIsNamed) {
    auto bytes = read(source_of("ust-8"));
    bytes[0] = 'x';
    write(source_of("ust-8"), bytes);
    const auto found = m_book.verify();
    ASSERT_EQ(found.wrong.size(), 1U);
    EXPECT_NE(found.wrong[0].find(source_of("ust-8").string()), std::string::npos);
    EXPECT_NE(found.wrong[0].find("altered"), std::string::npos);
    EXPECT_NE(found.wrong[0].find("ust-8.xlsx of ust-8"), std::string::npos);
    EXPECT_THROW(m_book.rebuild(), Error);
    EXPECT_EQ(m_book.load("ust-8").entries.size(), 3U);
}

TEST_F(BookVerifyTest, AMissingSourceIsNamed) {
    std::filesystem::remove(source_of("ust-7"));
    const auto found = m_book.verify();
    ASSERT_EQ(found.wrong.size(), 1U);
    EXPECT_NE(found.wrong[0].find("missing"), std::string::npos);
}

TEST_F(BookVerifyTest, ADamagedJournalIsNamed) {
    const auto file = m_folder.book() / "journal.jsonl";
    auto bytes = read(file);
    bytes[20] = '#';
    write(file, bytes);
    const auto found = m_book.verify();
    ASSERT_EQ(found.wrong.size(), 1U);
    EXPECT_NE(found.wrong[0].find("journal.jsonl: line 1"), std::string::npos);
    EXPECT_THROW(Book::open(m_folder.book(), read_test), Error);
}

TEST_F(BookVerifyTest, FilesThatNothingNamesAreLeftoversAndNotWrong) {
    write(m_folder.book() / "sources" / "note.txt", "by hand");
    write(m_folder.book() / "journal.jsonl", read(m_folder.book() / "journal.jsonl") + "{\"vers");
    const auto found = m_book.verify();
    EXPECT_TRUE(found.wrong.empty());
    EXPECT_EQ(found.leftovers,
              (std::vector<std::string>{"the end of journal.jsonl: a line that was never finished",
                                        "sources/note.txt"}));
}

TEST_F(BookVerifyTest, AReaderThatReadsOtherwiseThanTheCacheSaysIsFound) {
    const auto book = Book::open(m_folder.book(), [](const std::string& importer, const SourceBytes& source) {
        auto intake = read_test(importer, source);
        intake.entries[1].donor = "FRA";
        return intake;
    });
    const auto found = book.verify();
    ASSERT_EQ(found.wrong.size(), 1U);
    EXPECT_NE(found.wrong[0].find("the cache does not hold what the sources give"), std::string::npos);
}

TEST_F(BookVerifyTest, WhatDeadProcessesLeftIsCleanedByTheNextWriter) {
    // Process ids end far below this one.
    std::string name = (m_folder.book() / "cache.duckdb.new-").string();
    char host[256] = {};
    ASSERT_EQ(::gethostname(host, sizeof host - 1), 0);
    std::string clean_host = host;
    std::replace(clean_host.begin(), clean_host.end(), '-', '_');
    const std::filesystem::path dead = name + clean_host + "-2000000000-1";
    const std::filesystem::path living = name + clean_host + "-" + std::to_string(::getpid()) + "-999";
    const std::filesystem::path elsewhere = name + "other_host-2000000000-1";
    for (const auto& each : {dead, living, elsewhere}) {
        write(each, "half a cache");
    }
    EXPECT_EQ(m_book.verify().leftovers, std::vector<std::string>{dead.filename().string()});
    add(m_book, release("9"));
    EXPECT_FALSE(std::filesystem::exists(dead));
    EXPECT_TRUE(std::filesystem::exists(living));
    EXPECT_TRUE(std::filesystem::exists(elsewhere));
}

}  // namespace
}  // namespace pledgebook::store
