#include "formats/sniff.hpp"

#include "support/workbook_writer.hpp"

#include <gtest/gtest.h>

namespace pledgebook::formats {
namespace {

using namespace std::string_literals;

TEST(Sniff, ByTheBytesAlone) {
    const auto workbook = test_support::write_workbook({{{"Data"}}});
    const auto ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(600, '\0');
    EXPECT_EQ(sniff(""), FileType::empty);
    EXPECT_EQ(sniff(workbook), FileType::workbook);
    EXPECT_EQ(sniff(workbook.substr(0, workbook.size() / 2)), FileType::workbook);
    EXPECT_EQ(sniff(test_support::write_zip({{"a.csv", "x"}})), FileType::zip);
    EXPECT_EQ(sniff(test_support::write_zip({})), FileType::zip);
    EXPECT_EQ(sniff(ole), FileType::legacy_excel);
    EXPECT_EQ(sniff(ole + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s), FileType::encrypted);
    EXPECT_EQ(sniff("%PDF-1.7\n"), FileType::pdf);
    EXPECT_EQ(sniff("\n<!DOCTYPE html>\n<html>"), FileType::html);
    EXPECT_EQ(sniff("\xEF\xBB\xBF<HTML><body>"), FileType::html);
    EXPECT_EQ(sniff("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">"), FileType::html);
    EXPECT_EQ(sniff("<?xml version=\"1.0\"?><gesmes/>"), FileType::xml);
    EXPECT_EQ(sniff("a,b\n1,2\n"), FileType::text);
    EXPECT_EQ(sniff("a <b>, c\n"), FileType::text);
    EXPECT_EQ(sniff("\xFF\xFE"s + "a\0,\0b\0"s), FileType::text);
    EXPECT_EQ(sniff("T\xC3\xBCrkiye"), FileType::text);
    EXPECT_EQ(sniff("\x89PNG\r\n\x1A\n\0\0\0\r"s), FileType::binary);
    EXPECT_EQ(sniff("\x7F\x45LF\x01\0\0\0"s), FileType::binary);
}

TEST(Sniff, ACharacterCutByTheSampleIsStillText) {
    for (std::size_t shift = 0; shift < 4; ++shift) {
        std::string text(shift, 'a');
        while (text.size() < 10'000) {
            text += "\xF0\x9F\x98\x80";
        }
        EXPECT_EQ(sniff(text), FileType::text) << shift;
    }
}

TEST(Sniff, AnOpenDocumentSaysSoInItsFirstFile) {
    const std::string head = "PK\x03\x04" + std::string(26, '\x01');
    EXPECT_EQ(sniff(head + "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
              FileType::open_document);
    EXPECT_EQ(sniff(head + "eurofxref-hist.csv"), FileType::zip);
    EXPECT_EQ(sniff("PK\x03\x04"), FileType::zip);
}

TEST(Sniff, EveryTypeHasAName) {
    for (const auto type : {FileType::empty, FileType::workbook, FileType::zip, FileType::open_document,
                            FileType::legacy_excel, FileType::encrypted, FileType::html, FileType::xml,
                            FileType::pdf, FileType::text, FileType::binary}) {
        EXPECT_FALSE(describe(type).empty());
    }
    EXPECT_EQ(describe(FileType::html), "an HTML page");
}

}  // namespace
}  // namespace pledgebook::formats
