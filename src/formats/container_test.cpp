// Zip containers that lie, climb out, burst or are cut: each an Error that says what and what to do.
#include "formats/container.hpp"

#include "core/error.hpp"
#include "formats/zip.hpp"
#include "support/zip_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::formats {
namespace {

using testing::HasSubstr;
using namespace test_support;

std::string error_of(const std::string& bytes, const WorkbookLimits& limits = {}) {
    try {
        read_zip(bytes, limits);
    } catch (const Error& error) {
        EXPECT_FALSE(error.advice().empty());
        return error.what();
    }
    return "";
}

TEST(Zip, ReadsEveryFile) {
    for (const bool zip64 : {false, true}) {
        const auto files = read_zip(
            write_zip({{"a.csv", "1,2\n"}, {"folder/", "", false}, {"folder/b", "", false}}, {zip64}));
        ASSERT_EQ(files.size(), 2U);
        EXPECT_EQ(files[0].name, "a.csv");
        EXPECT_EQ(files[0].bytes, "1,2\n");
        EXPECT_EQ(files[1].name, "folder/b");
        EXPECT_EQ(files[1].bytes, "");
    }
}

TEST(Zip, NamesThatClimbOut) {
    for (const std::string name :
         {"../../etc/passwd", "/etc/passwd", "a/../../b", "a\\b", "C:\\x", "c:x", "./a", "a/.."}) {
        EXPECT_THAT(error_of(write_zip({{name, "x"}})), HasSubstr("leads out of it")) << name;
    }
}

TEST(Zip, TheSameNameTwice) {
    EXPECT_THAT(error_of(write_zip({{"a", "x"}, {"a", "y"}})), HasSubstr("'a' is in the container twice"));
    EXPECT_THAT(error_of(write_zip({{"a", "x"}, {"A", "y"}})), HasSubstr("twice"));
}

TEST(Zip, TooManyFiles) {
    WorkbookLimits limits;
    limits.entries = 2;
    EXPECT_THAT(error_of(write_zip({{"a", ""}, {"b", ""}, {"c", ""}}), limits),
                HasSubstr("3 files; the limit is 2"));
}

TEST(Zip, ExpandedSizes) {
    WorkbookLimits limits;
    limits.expanded_bytes = 1000;
    EXPECT_THAT(error_of(write_zip({{"a", std::string(1001, 'x')}}), limits),
                HasSubstr("1001 bytes; the limit is 1000"));
    EXPECT_THAT(error_of(write_zip({{"a", std::string(600, 'x')}, {"b", std::string(600, 'x')}}), limits),
                HasSubstr("more than 1000 bytes"));
    EXPECT_EQ(error_of(write_zip({{"a", std::string(1000, 'x')}}), limits), "");
}

TEST(Zip, Bombs) {
    const std::string zeros(4U << 20, '\0');
    WorkbookLimits limits;
    limits.ratio = 100;
    EXPECT_THAT(error_of(write_zip({{"bomb", zeros}}), limits), HasSubstr("the limit is 100 times"));
    ZipPart lying{"bomb", zeros};
    lying.declared_size = 100;
    EXPECT_THAT(error_of(write_zip({lying}), limits),
                HasSubstr("more than the 100 bytes that the directory declares"));
}

TEST(Zip, SizesThatAreTooLarge) {
    ZipPart lying{"a", "abc"};
    lying.declared_size = 4;
    EXPECT_THAT(error_of(write_zip({lying})), HasSubstr("damaged"));
    lying.compress = false;
    EXPECT_THAT(error_of(write_zip({lying})), HasSubstr("damaged"));
    lying.declared_size = 1ULL << 60;
    EXPECT_THAT(error_of(write_zip({lying}, {true})), HasSubstr("would expand to"));
}

TEST(Zip, CheckSums) {
    ZipPart wrong{"a", "abc"};
    wrong.declared_crc = 1;
    EXPECT_THAT(error_of(write_zip({wrong})),
                HasSubstr("a: its data is damaged: the check sum does not agree"));
}

TEST(Zip, BrokenData) {
    ZipPart broken{"a", "abc"};
    broken.stored = "\xFF\xFF\xFF";
    EXPECT_THAT(error_of(write_zip({broken})), HasSubstr("its compressed data is damaged"));
    broken.stored = deflate("abc") + "more";
    EXPECT_THAT(error_of(write_zip({broken})), HasSubstr("its compressed data is damaged"));
}

TEST(Zip, CutAnywhere) {
    const auto whole = write_zip({{"a", "some text"}, {"b", std::string(300, 'x')}});
    for (std::size_t length = 0; length < whole.size(); ++length) {
        EXPECT_NE(error_of(whole.substr(0, length)), "") << length;
    }
    EXPECT_THAT(error_of(whole.substr(0, whole.size() / 2)), HasSubstr("the file is cut off"));
}

TEST(Zip, WhatIsNoZip) {
    EXPECT_THAT(error_of("a,b\n"), HasSubstr("no zip file but plain text"));
    EXPECT_THAT(error_of(""), HasSubstr("no zip file but an empty file"));
}

}  // namespace
}  // namespace pledgebook::formats
