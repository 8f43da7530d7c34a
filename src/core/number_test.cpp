#include "core/number.hpp"

#include "core/error.hpp"

#include <gtest/gtest.h>

namespace pledgebook {
namespace {

Number number(const char* text, int zeros = 0) {
    return Number::parse(text, zeros).value();
}

TEST(Number, ReadsWhatAFileWritesAndShowsItAgain) {
    EXPECT_EQ(to_string(number("0.053347630855840758")), "0.053347630855841");
    EXPECT_EQ(to_string(number("0.053347630855840758", 9), 4), "53347630.8558");
    EXPECT_EQ(to_string(number("-1.5E-3")), "-0.0015");
    EXPECT_EQ(to_string(number("2.3456872863749079E7"), 2), "23456872.86");
    EXPECT_EQ(to_string(number("1200")), "1200");
    EXPECT_EQ(to_string(number("1200"), 0), "1200");
    EXPECT_EQ(to_string(number("0")), "0");
    EXPECT_EQ(to_string(number("-0.0004"), 2), "0");
    EXPECT_EQ(to_string(number("9e-16")), "0.000000000000001");
    EXPECT_EQ(to_string(number("4e-17")), "0");
}

TEST(Number, RefusesWhatIsNoNumberOrTooLarge) {
    for (const auto* text : {"", "-", ".", "1,5", "1.2.3", "12 ", "E5", "1e", "1e99", "nan", "1e+ 5"}) {
        EXPECT_FALSE(Number::parse(text)) << text;
    }
    EXPECT_THROW(number("1e20") * number("1e20"), Error);
}

TEST(Number, MultipliesAndDividesExactly) {
    EXPECT_EQ(number("1.25") * number("-8"), number("-10"));
    EXPECT_EQ(ratio(number("1"), number("3")), Number::parse("0.333333333333333"));
    EXPECT_EQ(ratio(number("2"), number("-3")), Number::parse("-0.666666666666667"));
    EXPECT_FALSE(ratio(number("2"), Number{}));
    // A share of an amount, in full euros: both factors are long.
    EXPECT_EQ(to_string(number("11740000000").scaled(number("4097.4"), number("139835.3")).value(), 4),
              "344000949.6887");
    EXPECT_EQ(number("15291934750000").scaled(number("84005863692455.04"), number("84005863692455.04")),
              number("15291934750000"));
    EXPECT_EQ(number("53347630.8558").shifted(-9), number("0.053347630855800"));
    EXPECT_EQ(number("-0.5").shifted(2), number("-50"));
}

TEST(Number, GoesToAndFromMoney) {
    EXPECT_EQ(Number(*Decimal::parse("52310711034.692")), number("52310711034.692"));
    EXPECT_EQ(to_string(number("-2.00005").decimal()), "-2.0001");
}

}  // namespace
}  // namespace pledgebook
