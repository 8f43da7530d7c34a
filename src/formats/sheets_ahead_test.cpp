#include "formats/sheets_ahead.hpp"

#include "core/error.hpp"

#include <gtest/gtest.h>

#include <atomic>

namespace pledgebook::formats {
namespace {

Sheet named(std::size_t number) {
    Sheet sheet;
    sheet.name = std::to_string(number);
    return sheet;
}

TEST(SheetsAhead, ComeInTheirOrderWhateverLoadsFaster) {
    SheetsAhead sheets(
        50,
        [](std::size_t number) {
            std::this_thread::sleep_for(std::chrono::microseconds((number * 37) % 900));
            return named(number);
        },
        3, 5);
    for (std::size_t number = 0; number < 50; ++number) {
        EXPECT_EQ(sheets.next().name, std::to_string(number));
    }
}

TEST(SheetsAhead, NoMoreAreLoadedThanAllowed) {
    std::atomic<std::size_t> begun = 0;
    SheetsAhead sheets(
        40,
        [&](std::size_t number) {
            ++begun;
            return named(number);
        },
        2, 4);
    for (std::size_t number = 0; number < 40; ++number) {
        (void)sheets.next();
        EXPECT_LE(begun, number + 1 + 4);
    }
}

TEST(SheetsAhead, WhatLoadingThrowsComesInItsTurn) {
    SheetsAhead sheets(3, [](std::size_t number) -> Sheet {
        if (number == 1) {
            throw Error("torn");
        }
        return named(number);
    });
    EXPECT_EQ(sheets.next().name, "0");
    EXPECT_THROW((void)sheets.next(), Error);
    EXPECT_EQ(sheets.next().name, "2");
}

TEST(SheetsAhead, MayBeLeftBeforeTheEnd) {
    SheetsAhead sheets(100, named);
    EXPECT_EQ(sheets.next().name, "0");
}

}  // namespace
}  // namespace pledgebook::formats
