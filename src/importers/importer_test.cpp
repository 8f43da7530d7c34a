#include "importers/importer.hpp"

#include "core/error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace pledgebook::importers {
namespace {

using testing::HasSubstr;

std::string refusal(const Source& source) {
    try {
        return "recognised as " + std::string(recognise(source).name);
    } catch (const Error& error) {
        return error.what();
    }
}

Source file(std::string bytes) {
    return {"x", false, {{"x", std::move(bytes)}}};
}

TEST(Importer, EachHasANameAndSaysWhatItTakes) {
    std::set<std::string_view> names;
    for (const auto& importer : all_importers()) {
        EXPECT_FALSE(importer.what.empty());
        EXPECT_EQ(&importer_named(importer.name), &importer);
        names.insert(importer.name);
    }
    EXPECT_EQ(names.size(), all_importers().size());
    EXPECT_EQ(all_importers().front().name, "kiel_workbook");
    EXPECT_THROW(importer_named("kiel"), Error);
}

TEST(Importer, WhatNobodyKnowsIsRefusedWithWhatItIs) {
    EXPECT_THAT(refusal(file("<!DOCTYPE html><html><body>404</body></html>")), HasSubstr("an HTML page"));
    EXPECT_THAT(refusal(file("%PDF-1.7\n")), HasSubstr("a PDF"));
    EXPECT_THAT(refusal(file("")),
                HasSubstr("What can be imported: a workbook of the Ukraine Support Tracker"));
    EXPECT_THAT(refusal(file("a,b\n1,2\n")), HasSubstr("no source is known"));
    EXPECT_THAT(refusal({"folder", true, {}}), HasSubstr("the folder is empty"));
    EXPECT_THAT(refusal({"folder", true, {{"a.csv", "a,b\n1,2\n"}}}), HasSubstr("no source is known"));
    EXPECT_THAT(refusal({"nothing", false, {}}), HasSubstr("nothing to import"));
}

TEST(Importer, NoContentMakesAnImporterFail) {
    for (const auto* bytes :
         {"", "\"", "\xFF\xFE\x00", "PK\x03\x04", "ID,\"", "\x00\x01\x02", "Date,USD\n"}) {
        for (const auto& importer : all_importers()) {
            EXPECT_FALSE(importer.recognises(file(bytes)));
            EXPECT_FALSE(importer.recognises({"folder", true, {{"a", bytes}}}));
        }
    }
}

TEST(Importer, AFolderWithAFileThatCanBeImportedNamesIt) {
    const SourceFile sheet{"main.csv",
                           "ID,Countries,Announcement Date,Type of Aid General,Converted Value in "
                           "EUR\nA1,Italy,2022-10-01,Financial,5\n"};
    const SourceFile other{"a.txt", "words"};
    try {
        recognise({"folder", true, {other, sheet}});
        FAIL() << "a folder of that sort is none that is known";
    } catch (const Error& error) {
        EXPECT_EQ(error.advice(), "'main.csv' in it is one: name the file itself.");
    }
}

TEST(Importer, OtherSpreadsheetsAreToBeSavedAsXlsx) {
    const std::string head = "PK\x03\x04" + std::string(26, '\x01');
    try {
        recognise(
            {"a.ods", false, {{"a.ods", head + "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"}}});
        FAIL() << "no spreadsheet of that sort is read";
    } catch (const Error& error) {
        EXPECT_EQ(error.advice(), "Open it in a spreadsheet program and save it as .xlsx.");
    }
}

}  // namespace
}  // namespace pledgebook::importers
