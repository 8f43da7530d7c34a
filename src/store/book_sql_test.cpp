// Tables, sql and Parquet.
#include "store/book_test_support.hpp"

#include <gtest/gtest.h>

namespace pledgebook::store {
namespace {

using testing::add;
using testing::Folder;
using testing::read_test;
using testing::release;

class BookSqlTest : public ::testing::Test {
protected:
    Folder m_folder;
    Book m_book = Book::open_or_create(m_folder.book(), read_test);

    BookSqlTest() { add(m_book, release("7")); }

    std::string refusal(const std::string& sql) {
        try {
            (void)m_book.query(sql);
        } catch (const Error& error) {
            return error.what();
        }
        return {};
    }
};

TEST_F(BookSqlTest, AnswersWithTypedColumns) {
    const auto rows = m_book.query(
        "SELECT donor, count(*) AS n, sum(euros) AS euros, avg(euros)::DOUBLE > 0 AS some, DATE '2022-02-24' "
        "AS day, "
        "0.5::DOUBLE AS half, NULL AS nothing FROM ledger WHERE measure = 'commitment' GROUP BY donor");
    ASSERT_EQ(rows.rows.size(), 1U);
    using Row = std::vector<std::optional<std::string>>;
    // 71 * (1 + 2 + 3) ten-thousandths.
    EXPECT_EQ(rows.rows[0], (Row{"DEU", "3", "0.0426", "true", "2022-02-24", "0.5", std::nullopt}));
    EXPECT_EQ(rows.columns[0].name, "donor");
    EXPECT_EQ(rows.columns[0].type, Rows::Type::text);
    EXPECT_EQ(rows.columns[1].type, Rows::Type::integer);
    EXPECT_EQ(rows.columns[2].type, Rows::Type::decimal);
    EXPECT_EQ(rows.columns[3].type, Rows::Type::boolean);
    EXPECT_EQ(rows.columns[4].type, Rows::Type::date);
    EXPECT_EQ(rows.columns[5].type, Rows::Type::real);
}

TEST_F(BookSqlTest, ReadsInManyWays) {
    EXPECT_EQ(refusal("-- a remark\n WITH a AS (SELECT 1) SELECT * FROM a;"), "");
    EXPECT_EQ(refusal("FROM entries LIMIT 1"), "");
    EXPECT_EQ(refusal("DESCRIBE entries"), "");
    EXPECT_EQ(refusal("SHOW TABLES"), "");
    EXPECT_EQ(refusal("(SELECT 1)"), "");
}

TEST_F(BookSqlTest, RefusesWhateverIsNoSingleQuestion) {
    for (const auto* sql : {"",
                            ";",
                            "DELETE FROM entries",
                            "DROP TABLE entries",
                            "CREATE TABLE a (b INT)",
                            "INSERT INTO notes SELECT * FROM notes",
                            "UPDATE entries SET donor = 'X'",
                            "COPY entries TO '/tmp/pledgebook-stolen.csv'",
                            "ATTACH '/tmp/x.db'",
                            "INSTALL httpfs",
                            "LOAD httpfs",
                            "PRAGMA database_list",
                            "SET memory_limit = '10GB'",
                            "RESET threads",
                            "CALL pragma_version()",
                            "EXPORT DATABASE '/tmp/pledgebook-stolen'",
                            "CHECKPOINT",
                            "VACUUM",
                            "BEGIN",
                            "SELECT 1; SELECT 2",
                            "SELECT 1; DROP TABLE entries",
                            "EXPLAIN ANALYZE COPY entries TO '/tmp/x.csv'",
                            "WITH a AS (SELECT 1) INSERT INTO notes SELECT 'a', 1, 'b', '', 1, 1",
                            "SELECT ?",
                            "SELEC 1"}) {
        EXPECT_NE(refusal(sql), "") << sql;
    }
    EXPECT_FALSE(std::filesystem::exists("/tmp/pledgebook-stolen.csv"));
    EXPECT_EQ(m_book.load("ust-7").entries.size(), 3U);
}

TEST_F(BookSqlTest, SeesNothingButTheBook) {
    for (const auto* sql :
         {"SELECT * FROM read_csv('/etc/passwd')", "SELECT * FROM read_text('/etc/passwd')",
          "SELECT * FROM '/etc/passwd'", "SELECT * FROM read_blob('/etc/hostname')",
          "SELECT * FROM glob('/etc/*')", "SELECT * FROM read_json('/etc/passwd')",
          "SELECT * FROM read_parquet('https://example.org/a.parquet')",
          "SELECT * FROM parquet_metadata('/etc/passwd')", "SELECT * FROM sniff_csv('/etc/passwd')",
          "SELECT getenv('HOME')", "SELECT * FROM query('COPY entries TO ''/tmp/x''')"}) {
        EXPECT_NE(refusal(sql), "") << sql;
    }
}

TEST_F(BookSqlTest, ErrorsAreOneSentenceAndSayWhatToDo) {
    const auto unknown = refusal("SELECT * FROM entires");
    EXPECT_EQ(unknown.find("LINE 1"), std::string::npos) << unknown;
    EXPECT_NE(unknown.find("entries"), std::string::npos) << unknown;
    EXPECT_NE(unknown.find("\n`sql \"SHOW TABLES\"`"), std::string::npos) << unknown;
    EXPECT_NE(refusal("SELECT [1, 2] AS list").find("Cast it: list::VARCHAR"), std::string::npos);
}

TEST_F(BookSqlTest, TooLongAnAnswerIsRefused) {
    EXPECT_NE(refusal("SELECT * FROM range(1000001)").find("more than a million rows"), std::string::npos);
    EXPECT_EQ(m_book.query("SELECT * FROM range(1000000)").rows.size(), 1000000U);
}

TEST_F(BookSqlTest, EveryTableIsGivenInTheOrderOfTheSource) {
    const auto names = Book::table_names();
    EXPECT_EQ(names.size(), 15U);
    for (const auto& [name, sentence] : names) {
        const auto rows = m_book.table(name);
        EXPECT_FALSE(rows.columns.empty()) << name;
        EXPECT_EQ(sentence.back(), '.') << name;
    }
    const auto entries = m_book.table("entries");
    ASSERT_EQ(entries.rows.size(), 3U);
    EXPECT_EQ(entries.rows[2][2], "DEM3");
    EXPECT_EQ(m_book.table("ledger").rows.size(), 6U);
    EXPECT_THROW((void)m_book.table("entries; DROP TABLE entries"), Error);
}

TEST_F(BookSqlTest, ParquetIsTheSameEachTime) {
    const auto a = m_folder.path() / "it's a.parquet";
    const auto b = m_folder.path() / "b.parquet";
    m_book.write_parquet("entries", a);
    m_book.rebuild();
    m_book.write_parquet("entries", b);
    EXPECT_EQ(testing::read(a).substr(0, 4), "PAR1");
    EXPECT_EQ(testing::read(a), testing::read(b));
    EXPECT_THROW(m_book.write_parquet("entries", a), Error);
    EXPECT_THROW(m_book.write_parquet("nothing", m_folder.path() / "c.parquet"), Error);
    EXPECT_THROW(m_book.write_parquet("entries", m_folder.path() / "no" / "c.parquet"), Error);
}

}  // namespace
}  // namespace pledgebook::store
