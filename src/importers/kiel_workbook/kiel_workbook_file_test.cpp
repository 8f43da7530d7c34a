// From the bytes of a workbook to its entries, and what is said where the bytes are no good.
#include "core/error.hpp"
#include "importers/importer.hpp"
#include "support/workbook_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::importers {
namespace {

using namespace test_support;

std::string workbook_bytes() {
    TestSheet readme{"ReadMe"};
    readme.cells = {
        text("B2", "Ukraine Support Tracker, 9th release (covering January 24, 2022 to January 15, 2023)")};
    TestSheet main{"Main"};
    main.cells = {text("A1", "ID"),
                  text("B1", "Donor"),
                  text("C1", "Announcement Date"),
                  text("D1", "Type of Aid General"),
                  text("E1", "Converted Value in EUR"),
                  text("F1", "Source of Aid 1"),
                  text("A2", "DEM1"),
                  text("B2", "Germany"),
                  day("C2", "44621"),
                  text("D2", "Military"),
                  formula("E2", "A1*2", number("E2", "2.3456872863749079E7")),
                  linked("https://a.example/", text("F2", "press"))};
    return write_workbook({{readme, main}});
}

Source file(std::string bytes) {
    return {"x", false, {{"x", std::move(bytes)}}};
}

TEST(KielWorkbookFile, IsKnownByWhatItsSheetsHold) {
    const auto source = file(workbook_bytes());
    const auto& importer = recognise(source);
    ASSERT_EQ(importer.name, "kiel_workbook");
    std::vector<std::string> steps;
    const auto intake = importer.take_in(source, [&](std::string_view what, double share) {
        steps.emplace_back(what);
        EXPECT_GE(share, 0);
        EXPECT_LE(share, 1);
    });
    EXPECT_THAT(steps, testing::ElementsAre("sheet 'ReadMe'", "sheet 'Main'"));
    EXPECT_EQ(intake.release.label, "9");
    ASSERT_EQ(intake.entries.size(), 1U);
    EXPECT_EQ(intake.entries.front().announced.earliest, Date::from(2022, 3, 1));
    EXPECT_EQ(to_string(intake.entries.front().values.front().euros->value()), "23456872.8637");
    EXPECT_EQ(intake.entries.front().links, (std::vector<std::string>{"press", "https://a.example/"}));
}

TEST(KielWorkbookFile, CutOffAnywhereItIsAnError) {
    const auto bytes = workbook_bytes();
    for (std::size_t size = 1; size < bytes.size(); size += 97) {
        const auto source = file(bytes.substr(0, size));
        EXPECT_THROW(recognise(source), Error) << size;
    }
}

TEST(KielWorkbookFile, AnotherWorkbookIsNobodys) {
    TestSheet other{"Budget"};
    other.cells = {text("A1", "Month"), number("B1", "5")};
    const auto source = file(write_workbook({{other}}));
    EXPECT_FALSE(importer_named("kiel_workbook").recognises(source));
    EXPECT_THROW(importer_named("kiel_workbook").take_in(source, {}), Error);
    EXPECT_THROW(recognise(source), Error);
}

}  // namespace
}  // namespace pledgebook::importers
