#include "render/json.hpp"

#include <gtest/gtest.h>
#include <limits>

namespace pledgebook::render {

TEST(Json, DecimalsAreExactWithAtLeastOnePlace) {
    EXPECT_EQ(Json(Decimal::parse("52310711034.692").value()).written(), "52310711034.692");
    EXPECT_EQ(Json(Decimal::from_integer(115380650000)).written(), "115380650000.0");
    EXPECT_EQ(Json(Decimal::parse("-0.0001").value()).written(), "-0.0001");
    EXPECT_EQ(Json(Decimal::parse("900719925474099.1234").value()).written(), "900719925474099.1234");
}

TEST(Json, RealsHaveTenDigitsAndNoNan) {
    EXPECT_EQ(Json(0.1).written(), "0.1");
    EXPECT_EQ(Json(101.0).written(), "101");
    EXPECT_EQ(Json(-0.0).written(), "0");
    EXPECT_EQ(Json(std::numeric_limits<double>::quiet_NaN()).written(), "null");
}

TEST(Json, TextsAreEscapedAndAlwaysUtf8) {
    EXPECT_EQ(Json("a\"b\\c\n\x01").written(), "\"a\\\"b\\\\c\\n\\u0001\"");
    EXPECT_EQ(Json("caf\xE9 Türkiye").written(), "\"caf\uFFFD Türkiye\"");
}

TEST(Json, MembersKeepTheirOrderAndShortOnesStandOnOneLine) {
    auto json = Json::object({{"b", 1}, {"a", Json::array({"x", "y"})}, {"n", std::optional<Date>{}}});
    EXPECT_EQ(json.written(), R"({"b": 1, "a": ["x", "y"], "n": null})");
    json.add("long", std::string(90, 'x'));
    EXPECT_EQ(json.written(), "{\n  \"b\": 1,\n  \"a\": [\"x\", \"y\"],\n  \"n\": null,\n  \"long\": \"" +
                                  std::string(90, 'x') + "\"\n}");
}

}  // namespace pledgebook::render
