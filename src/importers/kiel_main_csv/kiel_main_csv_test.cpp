#include "importers/importer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pledgebook::importers {
namespace {

Intake taken_in(std::string bytes) {
    const Source source{"x", false, {{"x", std::move(bytes)}}};
    const auto& importer = recognise(source);
    EXPECT_EQ(importer.name, "kiel_main_csv");
    return importer.take_in(source, {});
}

std::vector<std::string> rules(const Intake& intake) {
    std::vector<std::string> names;
    for (const auto& finding : intake.findings) {
        names.push_back(finding.rule);
    }
    return names;
}

TEST(KielMainCsv, ReadsASavedMainSheet) {
    const auto intake = taken_in(
        "ID,Countries,Announcement Date,Type of Aid General,Original Currency,Items,No. of Units,Total ,"
        "Converted Value in EUR,Sub-type of item,Sub-type of item.1,Total_value_dummy (1 is first row in the "
        "package)\n"
        "AUH1,Australia,2022-03-01 00:00:00,Humanitarian,AUD,.,.,35000000,22659588.242910787,.,.,1\n"
        "AUH2,Australia,\"not specified, 03/22\",Humanitarian,AUD,coal,70000,,,,,0\n");
    ASSERT_EQ(intake.entries.size(), 2U);
    EXPECT_EQ(intake.entries[0].announced.text, "") << "a true date";
    EXPECT_EQ(to_string(intake.entries[0].values.front().euros->value()), "22659588.2429");
    EXPECT_EQ(intake.entries[1].announced.sort, EntryDate::Sort::month);
    EXPECT_EQ(intake.entries[1].item.units.value, Decimal::from_integer(70000));
    EXPECT_EQ(intake.entries[0].place, (Place{"", 2, 0}));
    EXPECT_EQ(intake.release.series, "ust");
    EXPECT_EQ(intake.release.label, "");
    EXPECT_EQ(intake.release.cutoff, Date::from(2022, 3, 1));
    EXPECT_TRUE(intake.rates.empty()) << "no rate is made up";
}

TEST(KielMainCsv, ReadsDecimalCommasAndDaysWithDots) {
    const auto intake = taken_in(
        "ID;Countries;Announcement Date;Type of Aid General;Original Currency;Total;Converted Value in EUR\n"
        "AUH1;Australia;1.10.2022;Humanitarian;AUD;35000000;22659588,25\n"
        "AUH2;Australia;bis bald;Humanitarian;EUR;1,5;1,5\n");
    ASSERT_EQ(intake.entries.size(), 2U);
    EXPECT_EQ(to_string(intake.entries[0].values.front().euros->value()), "22659588.25");
    EXPECT_EQ(intake.entries[0].announced.earliest, Date::from(2022, 10, 1));
    EXPECT_EQ(to_string(intake.entries[1].values.front().amount->value), "1.5");
    EXPECT_THAT(rules(intake), testing::ElementsAre("decimal_comma", "unreadable_date", "release_unnamed",
                                                    "cutoff_derived"));
}

TEST(KielMainCsv, ReadsNumbersAsTheyAreShown) {
    const std::string head =
        "ID;Countries;Announcement Date;Type of Aid General;Original Currency;Total;Converted Value in EUR;"
        "Explanation\n";
    const auto english = taken_in(head +
                                  "AUH1;Australia;2022-10-01;Humanitarian;AUD;35,000,000;783,858;a\n"
                                  "AUH2;Australia;2022-10-01;Humanitarian;AUD;5;1,234.5;1,234,567\n");
    EXPECT_EQ(to_string(english.entries[0].values.front().euros->value()), "783858");
    EXPECT_EQ(to_string(english.entries[1].values.front().euros->value()), "1234.5");
    EXPECT_EQ(english.entries[1].explanation, "1,234,567");
    EXPECT_THAT(rules(english), testing::Contains("numbers_as_shown"));
    const auto german = taken_in(head +
                                 "AUH1;Australia;1.10.2022;Humanitarian;AUD;35.000.000;783.858;a\n"
                                 "AUH2;Australia;1.10.2022;Humanitarian;AUD;5;1.234,5;a\n");
    EXPECT_EQ(to_string(german.entries[0].values.front().euros->value()), "783858");
    EXPECT_EQ(to_string(german.entries[1].values.front().euros->value()), "1234.5");
    EXPECT_THAT(rules(taken_in(head + "AUH1;Australia;2022-10-01;Humanitarian;AUD;5;783.858;1.234.567\n")),
                testing::Not(testing::Contains("numbers_as_shown")))
        << "that may be a fraction";
}

TEST(KielMainCsv, WhatIsNoCurrencyIsFound) {
    const auto intake = taken_in(
        "ID,Countries,Announcement Date,Type of Aid General,Original Currency,Total,Converted Value in EUR\n"
        "AUH1,Australia,2022-10-01,Humanitarian,Pesos!,5,6\n");
    EXPECT_THAT(rules(intake), testing::Contains("unknown_currency"));
    EXPECT_EQ(intake.entries.front().values.front().amount, std::nullopt);
    EXPECT_EQ(intake.entries.front().values.front().euros, Euros(Decimal::from_integer(6)));
}

}  // namespace
}  // namespace pledgebook::importers
