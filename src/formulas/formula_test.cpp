#include "formulas/formula.hpp"

#include <gtest/gtest.h>

namespace pledgebook::formulas {
namespace {

// In C5, unless said otherwise.
std::string relative(const std::string& formula, std::uint32_t row = 5, std::uint32_t column = 3) {
    return relative_form(tokens_of(formula, row, column));
}

TEST(Formula, RelativeFormIsTheSameAlongADraggedFormula) {
    EXPECT_EQ(relative("A1+$A$1+B$2+$B2"), "R[-4]C[-2]+R1C1+R2C[-1]+R[-3]C2");
    EXPECT_EQ(relative("SUM(C2:C4)/$C$2"), relative("SUM(D12:D14)/$C$2", 15, 4));
    EXPECT_EQ(relative("C5"), "RC");
    EXPECT_EQ(relative("SUMIFS(S:S,$B:$B,A5)"), "SUMIFS(C[16]:C[16],C2:C2,RC[-2])");
    EXPECT_EQ(relative("SUM(1:$3)"), "SUM(R[-4]:R3)");
    EXPECT_EQ(relative("'It''s'!A1+Data!B2"), "'It''s'!R[-4]C[-2]+Data!R[-3]C[-1]");
    EXPECT_EQ(relative("SUM( a1 , B2 )"), relative("sum(A1,B2)"));
}

TEST(Formula, FunctionsThatAreYoungerThanTheFormatLoseTheirPrefix) {
    EXPECT_EQ(relative("_xlfn._xlws.FILTER(A1:A2,_xlfn.UNIQUE(A1))"),
              "FILTER(R[-4]C[-2]:R[-3]C[-2],UNIQUE(R[-4]C[-2]))");
}

TEST(Formula, ARelativeFormIsWrittenOutForAnotherCell) {
    const auto tokens = tokens_of("IF(A5=\"x\"\"y\",'My sheet'!$B5,SUM(B2:B4))", 5, 3);
    EXPECT_EQ(written_at(tokens, 5, 3), "IF(A5=\"x\"\"y\",'My sheet'!$B5,SUM(B2:B4))");
    EXPECT_EQ(written_at(tokens, 7, 4), "IF(B7=\"x\"\"y\",'My sheet'!$B7,SUM(C4:C6))");
    EXPECT_EQ(written_at(tokens_of("A1+1", 5, 3), 4, 3), "#REF!+1");
}

TEST(Formula, ARangeWrittenBackwardsIsTheSameCells) {
    const auto tokens = tokens_of("A:$A+B5:A1", 5, 3);
    EXPECT_EQ(written_at(tokens, 5, 6), "D:$A+E5:D1");
    EXPECT_EQ(relative_form(tokens_of(written_at(tokens, 5, 6), 5, 6)), relative_form(tokens));
    EXPECT_EQ(tokens[2].reference.area_from(5, 6), (Area{0, 1, 4, 5, 5}));
}

TEST(Formula, BlanksAreAnOperatorOnlyBetweenReferences) {
    EXPECT_EQ(relative("A1:B5 B2 + 1"), "R[-4]C[-2]:RC[-1] R[-3]C[-1]+1");
    EXPECT_EQ(relative("1 + 2"), "1+2");
}

std::vector<Token::Kind> kinds(const std::string& formula) {
    std::vector<Token::Kind> kinds;
    for (const auto& token : tokens_of(formula, 5, 3)) {
        kinds.push_back(token.kind);
    }
    return kinds;
}

TEST(Formula, WhatLooksLikeAReferenceAndIsNone) {
    using Kind = Token::Kind;
    EXPECT_EQ(kinds("LOG10(2)").front(), Kind::function);
    EXPECT_EQ(kinds("rate1x"), std::vector{Kind::name});
    EXPECT_EQ(kinds("ABCD1"), std::vector{Kind::name});
    EXPECT_EQ(kinds("A1048577"), std::vector{Kind::name});
    EXPECT_EQ(kinds("[1]Sheet1!A1"), std::vector{Kind::name});
    EXPECT_EQ(kinds("'[1]My sheet'!A1"), std::vector{Kind::name});
    EXPECT_EQ(kinds("Table1[[#This Row],[a]]"), std::vector{Kind::name});
    EXPECT_EQ(kinds("Sheet1!#REF!"), std::vector{Kind::error});
    EXPECT_EQ(kinds("#N/A"), std::vector{Kind::error});
    EXPECT_EQ(kinds("TRUE"), std::vector{Kind::boolean});
    EXPECT_EQ(kinds("\"open"), std::vector{Kind::unknown});
    EXPECT_EQ(kinds("A1#").back(), Kind::unknown);
}

TEST(Formula, WhatIsNoFormulaSaysSo) {
    for (const auto* bad :
         {"", "1+", "SUM(1", "1)", "(1", "{1,2", "{1;2,3}", "{A1}", "\"x", "1 2", "A1#", ",", "=1"}) {
        EXPECT_FALSE(parse(bad, 5, 3).ok()) << bad;
    }
    for (const auto* good : {"1", "-1%", "SUM()", "IF(A1,,2)", "{1,-2;3,\"x\"}", "(A1,B2)", "@A1",
                             "A1:INDEX(A:A,3)", "name+1"}) {
        EXPECT_TRUE(parse(good, 5, 3).ok()) << good << ": " << parse(good, 5, 3).problem;
    }
}

TEST(Formula, TooLongAndTooDeepAreRefused) {
    EXPECT_EQ(parse(std::string(40'000, '1'), 1, 1).problem, "it is too long");
    EXPECT_EQ(parse(std::string(500, '('), 1, 1).problem, "it is nested too deep");
    EXPECT_EQ(parse(std::string(500, '-') + "1", 1, 1).problem, "it is nested too deep");
    std::string chain = "1";
    for (int i = 0; i < 3000; ++i) {
        chain += "+1";
    }
    EXPECT_EQ(parse(chain, 1, 1).problem, "it chains too many operations");
    EXPECT_EQ(parse("1" + std::string(3000, '%'), 1, 1).problem, "it chains too many operations");
}

}  // namespace
}  // namespace pledgebook::formulas
