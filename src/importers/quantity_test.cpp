#include "importers/quantity.hpp"

#include <gtest/gtest.h>

namespace pledgebook::importers {
namespace {

formats::Cell cell(formats::CellType type, std::string text) {
    formats::Cell made;
    made.type = type;
    made.text = std::move(text);
    return made;
}

Quantity quantity(const std::string& text, Given blank = Given::none) {
    const auto made = cell(formats::CellType::text, text);
    return read_quantity(&made, blank);
}

TEST(Quantity, NumbersAreExact) {
    const auto number = cell(formats::CellType::number, "2.3456872863749079E7");
    EXPECT_EQ(to_string(*read_quantity(&number, Given::none).value), "23456872.8637");
    EXPECT_EQ(to_string(*quantity(" 3193503.68 \n").value), "3193503.68");
}

TEST(Quantity, WhatStandsInTheirPlaceKeepsItsMeaning) {
    EXPECT_EQ(quantity("Not given").given, Given::not_given);
    EXPECT_EQ(quantity("not given ").given, Given::not_given);
    EXPECT_EQ(quantity("Undisclosed").given, Given::undisclosed);
    EXPECT_EQ(quantity("No price").given, Given::no_price);
    EXPECT_EQ(quantity("dozens").given, Given::undisclosed);
    EXPECT_EQ(quantity("dozens").text, "dozens");
    EXPECT_EQ(quantity(".", Given::not_given).given, Given::not_given);
    EXPECT_EQ(quantity(".", Given::none), Quantity{});
    EXPECT_EQ(quantity("\xC2\xA0", Given::blanked).given, Given::blanked);
    EXPECT_EQ(read_quantity(nullptr, Given::blanked).given, Given::blanked);
}

TEST(Quantity, WhatIsNeitherIsUnreadable) {
    EXPECT_EQ(quantity("1.000.00").given, Given::unreadable);
    EXPECT_EQ(quantity("1.000.00").text, "1.000.00");
    EXPECT_EQ(quantity("12 tons").given, Given::unreadable);
    const auto error = cell(formats::CellType::error, "#N/A");
    EXPECT_EQ(read_quantity(&error, Given::none).given, Given::unreadable);
    const auto truth = cell(formats::CellType::boolean, "TRUE");
    EXPECT_EQ(read_quantity(&truth, Given::none).given, Given::unreadable);
}

TEST(Quantity, NumbersAsTextAreTold) {
    const auto text = cell(formats::CellType::text, " 350");
    const auto number = cell(formats::CellType::number, "350");
    const auto words = cell(formats::CellType::text, "undisclosed");
    EXPECT_TRUE(is_number_as_text(&text));
    EXPECT_FALSE(is_number_as_text(&number));
    EXPECT_FALSE(is_number_as_text(&words));
    EXPECT_FALSE(is_number_as_text(nullptr));
}

TEST(Quantity, BillionsBecomeFullUnitsExactly) {
    EXPECT_EQ(to_string(*read_number("0.002645", 9)), "2645000");
    EXPECT_EQ(to_string(*read_number("1.5E-3", 9)), "1500000");
    EXPECT_EQ(to_string(*read_number("1312.77115526256", 9)), "1312771155262.56");
    EXPECT_EQ(read_number("", 9), std::nullopt);
    EXPECT_EQ(read_number("1.5E", 9), std::nullopt);
    EXPECT_EQ(read_number("E5"), std::nullopt);
    EXPECT_EQ(read_number("1E2147483647", 9), std::nullopt);
    EXPECT_EQ(read_number("1E300"), std::nullopt);
    EXPECT_EQ(to_string(*read_number("1E-300", 9)), "0");
}

TEST(Quantity, PowersAreWrittenOut) {
    EXPECT_EQ(without_power("1.5E-3"), "0.0015");
    EXPECT_EQ(without_power("8.7571E-1"), "0.87571");
    EXPECT_EQ(without_power("-1.5e+3"), "-1500.");
    EXPECT_EQ(without_power("33.424"), "33.424");
    EXPECT_EQ(without_power("1E999"), "1E999");
}

TEST(Quantity, UnitsAreRead) {
    ASSERT_TRUE(read_unit("€ billion"));
    EXPECT_EQ(read_unit(" € Billion ")->zeros, 9);
    EXPECT_EQ(read_unit("US$ billion")->currency, Currency::parse("USD"));
    EXPECT_EQ(read_unit("€ million")->zeros, 6);
    EXPECT_FALSE(read_unit("% GDP"));
}

}  // namespace
}  // namespace pledgebook::importers
