#include "importers/importer.hpp"
#include "importers/shared_data_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace pledgebook::importers {
namespace {

Source csv(std::string bytes) {
    return {"rates.csv", false, {{"rates.csv", std::move(bytes)}}};
}

constexpr auto three_days =
    "Date,USD,JPY,GBP,CZK,PLN,\n"
    "2022-10-05,0.9915,143.09,0.87070,24.502,N/A,\n"
    "2022-10-04,0.9884,143.01,N/A,24.529,4.8023,\n"
    "2022-10-03,0.9764,141.49,0.87070,24.527,4.8320,\n";

TEST(EcbRates, ReadsARateForEachDayThatHasOne) {
    const auto source = csv(three_days);
    const auto& importer = recognise(source);
    ASSERT_EQ(importer.name, "ecb_rates");
    const auto intake = importer.take_in(source, {});
    EXPECT_EQ(intake.day_rates.size(), 13U);
    EXPECT_EQ(intake.day_rates.front(),
              (DayRate{*Currency::parse("USD"), *Date::from(2022, 10, 5), *Rate::parse("0.9915")}));
    EXPECT_EQ(intake.release.series, "ecb");
    EXPECT_EQ(intake.release.label, "2022-10-05");
    EXPECT_EQ(intake.release.cutoff, Date::from(2022, 10, 5));
    EXPECT_EQ(intake.cells.in, 24U);
    EXPECT_EQ(intake.cells.set_aside.at("no rate on that day (N/A)"), 2U);
    EXPECT_EQ(intake.cells.used, 22U);
    EXPECT_TRUE(intake.findings.empty());
}

TEST(EcbRates, WhatIsNoRateIsFound) {
    const auto source = csv("Date,USD,JPY,GBP,CZK,PLN\n2022-10-05,0.9915,x,0.8,24.5,0\nlater,1,2,3,4,5\n");
    const auto intake = recognise(source).take_in(source, {});
    ASSERT_EQ(intake.findings.size(), 3U);
    EXPECT_EQ(to_string(intake.findings[0].place), "C2");
    EXPECT_EQ(to_string(intake.findings[1].place), "F2");
    EXPECT_EQ(intake.findings[2].rule, "unreadable_date");
    EXPECT_EQ(intake.cells.set_aside.at("rows without a day"), 6U);
    EXPECT_EQ(intake.day_rates.size(), 3U);
}

TEST(EcbRates, OtherTablesAreNotTaken) {
    for (const auto* text :
         {"Date,Open,High,Low,Close,Volume\n2022-10-05,1,2,3,4,5\n", "Date,USD\n2022-10-05,1\n",
          "Day,USD,JPY,GBP,CZK,PLN\n2022-10-05,1,2,3,4,5\n", "Date,USD,JPY,GBP,CZK,PLN\n"}) {
        EXPECT_FALSE(importer_named("ecb_rates").recognises(csv(text))) << text;
    }
}

TEST(EcbRatesData, ReadsTheZipOfTheBank) {
    const auto source = shared_data::source("rates/eurofxref-hist.zip");
    if (!source) {
        GTEST_SKIP() << "the ECB's rates are not there";
    }
    const auto& importer = recognise(*source);
    ASSERT_EQ(importer.name, "ecb_rates");
    const auto intake = importer.take_in(*source, {});
    EXPECT_EQ(intake.release.label, "2026-04-13");
    EXPECT_EQ(intake.release.begins, Date::from(1999, 1, 4));
    EXPECT_TRUE(intake.findings.empty());
    const DayRate dollars{*Currency::parse("USD"), *Date::from(2022, 10, 6), *Rate::parse("0.9860")};
    EXPECT_NE(std::find(intake.day_rates.begin(), intake.day_rates.end(), dollars), intake.day_rates.end());
    EXPECT_EQ(intake.cells.in, intake.cells.used + intake.cells.set_aside.at("no rate on that day (N/A)"));
}

}  // namespace
}  // namespace pledgebook::importers
