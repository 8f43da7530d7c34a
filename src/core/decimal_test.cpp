#include "core/decimal.hpp"
#include "core/error.hpp"
#include "core/money.hpp"

#include <gtest/gtest.h>

#include <concepts>

namespace pledgebook {
namespace {

std::string read(std::string_view text) {
    const auto value = Decimal::parse(text);
    return value ? to_string(*value) : "nothing";
}

TEST(Decimal, ReadsNumbersAsFilesHaveThem) {
    EXPECT_EQ(read("0"), "0");
    EXPECT_EQ(read("21848401.581663426"), "21848401.5817");
    EXPECT_EQ(read("1.4453674346001101e-05"), "0");
    EXPECT_EQ(read("1.5E-3"), "0.0015");
    EXPECT_EQ(read("9.025E+9"), "9025000000");
    EXPECT_EQ(read("-61.97"), "-61.97");
    EXPECT_EQ(read("+.5"), "0.5");
    EXPECT_EQ(read("00012."), "12");
    EXPECT_EQ(read("0e999"), "0");
}

TEST(Decimal, RoundsHalfAwayFromZero) {
    EXPECT_EQ(read("0.00005"), "0.0001");
    EXPECT_EQ(read("-0.00005"), "-0.0001");
    EXPECT_EQ(read("0.000049999999"), "0");
    EXPECT_EQ(read("0.00000000000005"), "0");
}

TEST(Decimal, RefusesWhatIsNoNumber) {
    for (const auto* text : {"", ".", "-", "1.000.00", "1,5", " 1", "1e", "1e5x", "0x10", "nan", "1e30",
                             "99999999999999999999", "1e9999999999"}) {
        EXPECT_EQ(read(text), "nothing") << text;
    }
}

TEST(Decimal, OverflowIsAnErrorAndNeverAWrongNumber) {
    auto big = Decimal::from_integer(900'000'000'000'000);
    EXPECT_THROW(big += big, Error);
    EXPECT_THROW((void)big.scaled(3, 1), Error);
    EXPECT_THROW((void)Decimal::from_integer(1'000'000'000'000'000'000), Error);
    EXPECT_THROW((void)big.scaled(1, 0), Error);
}

TEST(Decimal, IsShownWithThousandsAndPlaces) {
    const auto value = *Decimal::parse("52310711034.692");
    EXPECT_EQ(grouped(value, 2), "52,310,711,034.69");
    EXPECT_EQ(grouped(value, 0), "52,310,711,035");
    EXPECT_EQ(grouped(*Decimal::parse("-0.005"), 2), "-0.01");
    EXPECT_EQ(grouped(*Decimal::parse("-0.004"), 2), "0.00");
    EXPECT_EQ(grouped(*Decimal::parse("999.995"), 2), "1,000.00");
    EXPECT_EQ(to_string(*Decimal::parse("-0.0001")), "-0.0001");
}

template <class T>
concept Addable = requires(T a, T b) {
    a + b;
};
template <class T, class U>
concept AddableTo = requires(T a, U b) {
    a + b;
};

TEST(Money, AmountsOfUnknownCurrencyCannotBeAdded) {
    static_assert(Addable<Euros>);
    static_assert(!Addable<Amount>);
    static_assert(!AddableTo<Euros, Amount>);
    static_assert(!AddableTo<Euros, Decimal>);
    static_assert(!std::convertible_to<Decimal, Euros>);
}

TEST(Money, RatesConvertBothWays) {
    const auto rate = *Rate::parse("0.9887");
    EXPECT_EQ(to_string(rate.to_euros(Decimal::from_integer(9887)).value()), "10000");
    EXPECT_EQ(to_string(rate.from_euros(Euros(Decimal::from_integer(10000)))), "9887");
    EXPECT_EQ(to_string(Rate::parse("20082.05")->to_euros(Decimal::from_integer(1)).value()), "0");
    EXPECT_EQ(to_string(rate), "0.9887");
    EXPECT_EQ(to_string(*Rate::parse("1")), "1");
    EXPECT_FALSE(Rate::parse("0"));
    EXPECT_FALSE(Rate::parse("N/A"));
    EXPECT_FALSE(Rate::parse("-1"));
    EXPECT_FALSE(Rate::parse(""));
}

TEST(Money, CurrenciesAreThreeLetters) {
    EXPECT_EQ(Currency::parse(" usd ")->code(), "USD");
    EXPECT_FALSE(Currency::parse("."));
    EXPECT_FALSE(Currency::parse("US1"));
    EXPECT_FALSE(Currency::parse("EURO"));
}

}  // namespace
}  // namespace pledgebook
