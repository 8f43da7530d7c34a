// The cache is made again, silently and correctly, from whatever state it is found in.
#include "store/book_test_support.hpp"
#include "store/cache.hpp"
#include "store/content.hpp"

#include <gtest/gtest.h>
#include <atomic>
#include <thread>

namespace pledgebook::store {
namespace {

using testing::add;
using testing::Folder;
using testing::read;
using testing::read_test;
using testing::release;
using testing::source;
using testing::write;

class BookCacheTest : public ::testing::Test {
protected:
    Folder m_folder;
    std::filesystem::path m_cache = Cache::path_in(m_folder.book());
    std::string m_hash;

    BookCacheTest() {
        auto book = Book::open_or_create(m_folder.book(), read_test);
        add(book, release("7"));
        add(book, source("series ust\nlabel 29\nobservations 5\nrates 10\n"));
        m_hash = book.content_hash();
    }

    // Opens the book and tells whether a source had to be read again for it.
    bool was_made_again() {
        bool read_again = false;
        const auto book = Book::open(
            m_folder.book(),
            [&](const std::string& importer, const SourceBytes& bytes) {
                read_again = true;
                return read_test(importer, bytes);
            },
            {}, 1);
        EXPECT_EQ(book.content_hash(), m_hash);
        EXPECT_EQ(book.load("ust-7").entries.size(), 3U);
        return read_again;
    }
};

TEST_F(BookCacheTest, AGoodOneIsLeftAlone) {
    const auto bytes = read(m_cache);
    EXPECT_FALSE(was_made_again());
    EXPECT_EQ(read(m_cache), bytes);
}

TEST_F(BookCacheTest, AMissingOneIsMadeAgainWithProgress) {
    std::filesystem::remove(m_cache);
    std::vector<std::string> told;
    const auto book = Book::open(m_folder.book(), read_test,
                                 [&](std::string_view what, double) { told.emplace_back(what); });
    EXPECT_EQ(told, (std::vector<std::string>{"reading ust-7", "reading ust-29"}));
    EXPECT_EQ(book.content_hash(), m_hash);
}

TEST_F(BookCacheTest, CutAnywhereItIsMadeAgain) {
    const auto bytes = read(m_cache);
    std::vector<std::size_t> lengths{0, 1, 100, 4096, 8192, 12288, bytes.size() - 1};
    for (std::size_t part = 1; part < 8; ++part) {
        lengths.push_back(bytes.size() * part / 8);
    }
    for (const auto length : lengths) {
        write(m_cache, bytes.substr(0, length));
        EXPECT_TRUE(was_made_again()) << length << " of " << bytes.size();
    }
}

TEST_F(BookCacheTest, OverwrittenAnywhereItIsMadeAgainOrUnharmed) {
    const auto bytes = read(m_cache);
    for (std::size_t part = 0; part < 12; ++part) {
        auto altered = bytes;
        altered.replace(bytes.size() * part / 12, 4096, std::string(4096, '\xA5'));
        write(m_cache, altered);
        was_made_again();
    }
    write(m_cache, "this is no database at all");
    EXPECT_TRUE(was_made_again());
}

// Rows changed by a sound program leave the file sound, so that only the fingerprint tells.
TEST_F(BookCacheTest, RowsThatWereChangedAreFound) {
    {
        const duck::Database database(m_cache, {});
        duck::Connection connection(database);
        connection.run("UPDATE observations SET euros = euros + 1 WHERE nr = 2");
    }
    EXPECT_TRUE(was_made_again());
}

TEST_F(BookCacheTest, OneOfAnotherVersionIsMadeAgain) {
    {
        const duck::Database database(m_cache, {});
        duck::Connection connection(database);
        connection.run("UPDATE cache_state SET schema_version = 'older'");
    }
    EXPECT_TRUE(was_made_again());
}

// As after a crash between the journal line and the new cache.
TEST_F(BookCacheTest, AnOlderOneIsBroughtUpToDate) {
    const auto older = read(m_cache);
    std::string hash;
    {
        auto book = Book::open(m_folder.book(), read_test);
        add(book, release("8"));
        hash = book.content_hash();
    }
    write(m_cache, older);
    std::vector<std::string> told;
    const auto book = Book::open(m_folder.book(), read_test,
                                 [&](std::string_view what, double) { told.emplace_back(what); });
    EXPECT_EQ(told, std::vector<std::string>{"reading ust-8"});
    EXPECT_EQ(book.content_hash(), hash);
}

TEST_F(BookCacheTest, OneOfAnotherJournalIsMadeAgain) {
    const Folder other;
    {
        auto book = Book::open_or_create(other.book(), read_test);
        add(book, release("9", 1));
        add(book, release("10", 1));
    }
    std::filesystem::copy_file(Cache::path_in(other.book()), m_cache,
                               std::filesystem::copy_options::overwrite_existing);
    EXPECT_TRUE(was_made_again());
}

TEST_F(BookCacheTest, WithoutItsSourceItCannotBeMadeAndTheErrorSaysWhich) {
    const auto sha = Book::open(m_folder.book(), read_test).imports().front().sha256;
    const auto place = m_folder.book() / "sources" / sha.substr(0, 2) / sha;
    std::filesystem::remove(place);
    EXPECT_FALSE(was_made_again());
    std::filesystem::remove(m_cache);
    try {
        Book::open(m_folder.book(), read_test);
        FAIL() << "a book was made without its source";
    } catch (const Error& error) {
        EXPECT_EQ(std::string(error.what())
                      .find("ust-7: " + place.string() + ": a source of this book is missing\n"),
                  0U)
            << error.what();
    }
}

TEST_F(BookCacheTest, RebuildingGivesTheSameHashOnAnyNumberOfThreads) {
    for (unsigned label = 40; label < 46; ++label) {
        auto book = Book::open(m_folder.book(), read_test);
        add(book, release(std::to_string(label), label));
    }
    auto one = Book::open(m_folder.book(), read_test, {}, 1);
    m_hash = one.content_hash();
    EXPECT_EQ(one.rebuild(), m_hash);
    EXPECT_EQ(one.rebuild(), m_hash);
    EXPECT_EQ(Book::open(m_folder.book(), read_test, {}, 2).rebuild(), m_hash);
    EXPECT_EQ(Book::open(m_folder.book(), read_test, {}, 5).rebuild(), m_hash);
}

TEST_F(BookCacheTest, TwoBooksOfTheSameImportsHaveTheSameHashAndOtherImportsAnother) {
    const Folder other;
    auto book = Book::open_or_create(other.book(), read_test);
    add(book, release("7"));
    EXPECT_NE(book.content_hash(), m_hash);
    add(book, source("series ust\nlabel 29\nobservations 5\nrates 10\n"));
    EXPECT_EQ(book.content_hash(), m_hash);
}

TEST_F(BookCacheTest, ReadersGoOnWithWhatTheyOpenedWhileOthersWrite) {
    const auto reader = Book::open(m_folder.book(), read_test);
    auto writer = Book::open(m_folder.book(), read_test);
    bool wrong = false;
    std::atomic<bool> done = false;
    std::thread reading([&] {
        while (!done) {
            wrong = wrong || reader.load("ust-7").entries.size() != 3 || reader.imports().size() != 2;
            const auto fresh = Book::open(m_folder.book(), read_test);
            for (const auto& each : fresh.releases()) {
                const auto expected = each.label == "29"            ? 0U
                                      : std::stoul(each.label) < 10 ? 3U
                                                                    : std::stoul(each.label);
                wrong = wrong || fresh.load(each.id).entries.size() != expected;
            }
        }
    });
    for (unsigned label = 50; label < 56; ++label) {
        add(writer, release(std::to_string(label), label));
    }
    done = true;
    reading.join();
    EXPECT_FALSE(wrong);
    EXPECT_EQ(writer.imports().size(), 8U);
}

}  // namespace
}  // namespace pledgebook::store
