#include "formats/csv.hpp"

#include "core/error.hpp"

#include <gtest/gtest.h>
#include <string>

namespace pledgebook::formats {
namespace {

using namespace std::string_literals;

// All fields of a row, "|" between them, from column 1 to the last one that holds something.
std::string line(const Sheet& sheet, std::uint32_t number) {
    std::string result;
    const auto* row = sheet.row(number);
    if (row == nullptr) {
        return "(none)";
    }
    std::uint32_t column = 1;
    for (const auto& cell : row->cells) {
        for (; column < cell.column; ++column) {
            result += '|';
        }
        result += cell.text;
    }
    return result;
}

std::string utf16(const std::string& ascii, bool big) {
    std::string result;
    for (const auto each : ascii) {
        result += big ? '\0' : each;
        result += big ? each : '\0';
    }
    return result;
}

std::string error_of(const std::string& bytes) {
    try {
        read_csv(bytes);
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

TEST(Csv, CellsKnowTheirPlace) {
    const auto sheet = read_csv("a,b\nc,,d\n");
    ASSERT_EQ(sheet.rows.size(), 2U);
    const auto* cell = sheet.at(2, 3);
    ASSERT_NE(cell, nullptr);
    EXPECT_EQ(cell->text, "d");
    EXPECT_EQ(cell->row, 2U);
    EXPECT_EQ(cell->column, 3U);
    EXPECT_EQ(cell->type, CellType::text);
    EXPECT_EQ(sheet.at(2, 2), nullptr);
}

TEST(Csv, QuotesOfRfc4180) {
    const auto sheet = read_csv("\"a,1\",\"say \"\"so\"\"\",\"two\r\nlines\"\r\nx,y,z\r\n");
    EXPECT_EQ(line(sheet, 1), "a,1|say \"so\"|two\r\nlines");
    EXPECT_EQ(line(sheet, 2), "x|y|z");
    EXPECT_EQ(sheet.rows.size(), 2U);
}

TEST(Csv, QuotesInsideOfAField) {
    const auto sheet = read_csv("a 12\" gun,\"x\"y,z\n");
    EXPECT_EQ(line(sheet, 1), "a 12\" gun|xy|z");
}

TEST(Csv, EveryLineEnd) {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        const auto sheet = read_csv("a,b" + end + "c,d" + end);
        ASSERT_EQ(sheet.rows.size(), 2U);
        EXPECT_EQ(line(sheet, 2), "c|d");
    }
}

TEST(Csv, LastLineWithoutAnEnd) {
    EXPECT_EQ(line(read_csv("a,b\nc,d"), 2), "c|d");
    EXPECT_EQ(line(read_csv("a,b\nc,"), 2), "c");
}

TEST(Csv, RaggedRowsStayAsTheyAre) {
    const auto sheet = read_csv("a,b,c\nd\ne,f,g,h,i\n");
    EXPECT_EQ(line(sheet, 2), "d");
    EXPECT_EQ(line(sheet, 3), "e|f|g|h|i");
}

TEST(Csv, BlankLinesCountButAreNotThere) {
    const auto sheet = read_csv("a,b\n\nc,d\n");
    EXPECT_EQ(sheet.rows.size(), 2U);
    EXPECT_EQ(line(sheet, 2), "(none)");
    EXPECT_EQ(line(sheet, 3), "c|d");
}

TEST(Csv, RowsCountRecordsNotLines) {
    const auto sheet = read_csv("a,\"1\n2\n3\"\nb,c\n");
    EXPECT_EQ(line(sheet, 2), "b|c");
}

TEST(Csv, Delimiters) {
    EXPECT_EQ(line(read_csv("a;b;c\n1,5;2,5;3,5\n"), 2), "1,5|2,5|3,5");
    EXPECT_EQ(line(read_csv("a\tb\n1,5\t2;3\n"), 2), "1,5|2;3");
    EXPECT_EQ(line(read_csv("a,b\n\"x;y;z\",\"1\t2\"\n"), 2), "x;y;z|1\t2");
    EXPECT_EQ(line(read_csv("alone\nand alone\n"), 2), "and alone");
}

TEST(Csv, DecimalCommasDoNotOutvoteTheSemicolon) {
    std::string text = "name;x;y\n";
    for (int row = 0; row < 60; ++row) {
        text += "a;1,5;2,5\n";
    }
    EXPECT_EQ(line(read_csv(text), 1), "name|x|y");
    EXPECT_EQ(line(read_csv(text), 61), "a|1,5|2,5");
}

TEST(Csv, ExcelsHintIsNoRecord) {
    EXPECT_EQ(line(read_csv("sep=;\r\na,1;b\r\n"), 1), "a,1|b");
}

TEST(Csv, Utf8WithAMark) {
    EXPECT_EQ(line(read_csv("\xEF\xBB\xBF"
                            "T\xC3\xBCrkiye,\xE2\x82\xAC\n"),
                   1),
              "T\xC3\xBCrkiye|\xE2\x82\xAC");
}

TEST(Csv, Utf16InEveryGuise) {
    for (const bool big : {false, true}) {
        for (const bool mark : {false, true}) {
            const std::string begin = !mark ? ""s : big ? "\xFE\xFF"s : "\xFF\xFE"s;
            const auto sheet = read_csv(begin + utf16("donor\tvalue\r\n\"a\tb\"\t12\r\n", big));
            EXPECT_EQ(line(sheet, 1), "donor|value");
            EXPECT_EQ(line(sheet, 2), "a\tb|12");
        }
    }
}

TEST(Csv, Utf16BeyondTheBasicPlane) {
    const auto sheet = read_csv("\xFF\xFE"s + "a\0,\0\x3D\xD8\x00\xDE\n\0"s);
    EXPECT_EQ(line(sheet, 1), "a|\xF0\x9F\x98\x80");
}

TEST(Csv, NothingInNothing) {
    EXPECT_TRUE(read_csv("").rows.empty());
    EXPECT_TRUE(read_csv("\xEF\xBB\xBF").rows.empty());
    EXPECT_TRUE(read_csv("\n\n").rows.empty());
}

TEST(Csv, AQuoteThatNeverCloses) {
    EXPECT_NE(error_of("a,b\nc,\"d\ne,f\n").find("row 2: a quote opens here and never closes"),
              std::string::npos);
}

TEST(Csv, WhatIsNoText) {
    EXPECT_NE(error_of("a,b\nc,\0d\n"s).find("byte 7"), std::string::npos);
    EXPECT_NE(error_of("a,b\nT\xFCrkiye,1\n").find("byte 6 is no text: it is not UTF-8"), std::string::npos);
    EXPECT_NE(error_of("a,\xED\xA0\x80\n").find("not UTF-8"), std::string::npos);  // a surrogate in UTF-8
    EXPECT_NE(error_of("\xFF\xFE"s + "a\0,"s).find("cut off"), std::string::npos);
    EXPECT_NE(error_of("\xFF\xFE"s + "a\0\x3D\xD8z\0"s).find("half a UTF-16 pair"), std::string::npos);
    EXPECT_NE(error_of("%PDF-1.7 abc").find("a PDF"), std::string::npos);
    EXPECT_NE(error_of("<!DOCTYPE html><html>").find("an HTML page"), std::string::npos);
}

}  // namespace
}  // namespace pledgebook::formats
