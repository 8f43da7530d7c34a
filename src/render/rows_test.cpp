#include "render/rows.hpp"

#include <gtest/gtest.h>

namespace pledgebook::render {

namespace {

Rows some_rows() {
    return {{{"donor", Rows::Type::text}, {"euros", Rows::Type::decimal}, {"sure", Rows::Type::boolean}},
            {{"Türkiye", "1234567.5", "true"}, {"a|b, \"c\"", "-12", std::nullopt}}};
}

}  // namespace

TEST(Rows, TextHasNumbersToTheRightWithMarks) {
    EXPECT_EQ(text(some_rows(), {}),
              "donor           euros  sure\n"
              "Türkiye   1,234,567.5  true\n"
              "a|b, \"c\"          -12\n");
}

TEST(Rows, TextIsCutToTheWidth) {
    const Rows rows{{{"what", Rows::Type::text}, {"n", Rows::Type::integer}},
                    {{"a sentence that is much too long", "123456789"}}};
    EXPECT_EQ(text(rows, Look{22, false, false}), "what                 n\na sentence…  123456789\n");
}

TEST(Rows, AWordIsNeverCut) {
    const Rows rows{{{"release", Rows::Type::text}, {"what", Rows::Type::text}},
                    {{"ust-until-2022-09-30", "a sentence that is long"}, {"ust-7", "short"}}};
    EXPECT_EQ(text(rows, Look{32, false, false}),
              "release               what\n"
              "ust-until-2022-09-30  a sentenc…\n"
              "ust-7                 short\n");
}

TEST(Rows, CsvQuotesWhatMustBe) {
    EXPECT_EQ(csv(some_rows()), "donor,euros,sure\nTürkiye,1234567.5,true\n\"a|b, \"\"c\"\"\",-12,\n");
}

TEST(Rows, MarkdownEscapesPipes) {
    EXPECT_EQ(markdown(some_rows()),
              "| donor | euros | sure |\n| --- | ---: | --- |\n"
              "| Türkiye | 1,234,567.5 | true |\n| a\\|b, \"c\" | -12 | |\n");
}

TEST(Rows, JsonKeepsTypes) {
    EXPECT_EQ(json(some_rows()),
              "[\n{\"donor\": \"Türkiye\", \"euros\": 1234567.5, \"sure\": true},\n"
              "{\"donor\": \"a|b, \\\"c\\\"\", \"euros\": -12, \"sure\": null}\n]\n");
    EXPECT_EQ(json(Rows{{{"n", Rows::Type::real}}, {{"nan"}, {"1e5"}}}),
              "[\n{\"n\": \"nan\"},\n{\"n\": 1e5}\n]\n");
    EXPECT_EQ(json(Rows{}), "[]\n");
}

TEST(Rows, MarksStandBetweenThousands) {
    EXPECT_EQ(with_marks("999"), "999");
    EXPECT_EQ(with_marks("-1000"), "-1,000");
    EXPECT_EQ(with_marks("-100000.1234"), "-100,000.1234");
}

}  // namespace pledgebook::render
