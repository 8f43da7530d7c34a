#include "claims/figures/figure.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace pledgebook::claims {
namespace {

std::string said(const Figure& figure) {
    auto text = fmt::format("{:g}", figure.value);
    if (figure.value_to) {
        text += fmt::format("-{:g}", *figure.value_to);
    }
    return text + " " + figure.unit() + " " + std::string(to_string(figure.approximation));
}

std::string figures_in(std::string_view text) {
    const auto sentence = sentence_of(text, 0, text.size(), Words::of("en"));
    std::string all;
    for (const auto& figure : figures_of(sentence)) {
        if (figure.sort != Figure::Sort::bare) {
            all += (all.empty() ? "" : "; ") + said(figure);
        }
    }
    return all;
}

struct Row {
    std::string_view text;
    std::string_view figures;
};

class Figures : public testing::TestWithParam<Row> {};

TEST_P(Figures, AreReadAsWritten) {
    EXPECT_EQ(figures_in(GetParam().text), GetParam().figures) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Amounts, Figures,
    testing::Values(
        Row{"just over £101billion", "101 GBP bn just_over"}, Row{"£156billion", "156 GBP bn exact"},
        Row{"a $100-million scheme", "100 USD mn exact"}, Row{"€1.2bn", "1.2 EUR bn exact"},
        Row{"€ 1.2 bn", "1.2 EUR bn exact"}, Row{"US$ 61.4 bn", "61.4 USD bn exact"},
        Row{"US$61.4bn", "61.4 USD bn exact"}, Row{"1.2 billion euros", "1.2 EUR bn exact"},
        Row{"EUR 89.9 billion", "89.9 EUR bn exact"},
        Row{"EUR 480 million (USD 500 million)", "480 EUR mn exact; 500 USD mn exact"},
        Row{"500m euros", "500 EUR mn exact"}, Row{"£50,000", "50000 GBP exact"},
        Row{"$1,234,567.89", "1.23457e+06 USD exact"}, Row{"1.5 million pounds", "1.5 GBP mn exact"},
        Row{"60 billion dollars", "60 USD bn exact"}, Row{"one billion euros", "1 EUR bn exact"},
        Row{"twenty-five billion euros", "25 EUR bn exact"},
        Row{"half a billion dollars", "0.5 USD bn exact"}, Row{"7.1 billion kronor", "7.1 SEK bn exact"},
        Row{"SEK 7.1bn", "7.1 SEK bn exact"}, Row{"C$2 billion", "2 CAD bn exact"},
        Row{"$61 trillion", "61 USD tn exact"}, Row{"€3 billion a year", "3 EUR bn exact"}));

INSTANTIATE_TEST_SUITE_P(
    Exactness, Figures,
    testing::Values(
        Row{"nearly €90 billion", "90 EUR bn just_under"}, Row{"almost €90bn", "90 EUR bn just_under"},
        Row{"about 1.4 billion euros", "1.4 EUR bn about"},
        Row{"only about €4.2 billion", "4.2 EUR bn about"}, Row{"roughly €41.6 billion", "41.6 EUR bn about"},
        Row{"more than $60 billion", "60 USD bn at_least"}, Row{"over $200 billion", "200 USD bn at_least"},
        Row{"at least €5bn", "5 EUR bn at_least"}, Row{"up to €5bn", "5 EUR bn at_most"},
        Row{"less than €5bn", "5 EUR bn at_most"}, Row{"just under 12 billion euros", "12 EUR bn just_under"},
        Row{"a good €18 billion", "18 EUR bn just_over"}, Row{"just €77 billion", "77 EUR bn exact"},
        Row{"slightly more than €77 billion", "77 EUR bn just_over"}));

INSTANTIATE_TEST_SUITE_P(Ranges, Figures,
                         testing::Values(Row{"around $30-$35 billion", "30-35 USD bn about"},
                                         Row{"between 5 and 6 billion euros", "5-6 EUR bn exact"},
                                         Row{"€5-6 billion", "5-6 EUR bn exact"},
                                         Row{"€5bn to €6bn", "5-6 EUR bn exact"},
                                         Row{"€500 million to €1 billion", "500-1000 EUR mn exact"}));

INSTANTIATE_TEST_SUITE_P(
    CarriedOver, Figures,
    testing::Values(
        Row{"25 billion euros in military aid, as well as 9.2 billion in humanitarian aid and 10.3 "
            "billion in financial aid",
            "25 EUR bn exact; 9.2 EUR bn exact; 10.3 EUR bn exact"},
        Row{"around €52 billion, 35 from the EU and its institutions", "52 EUR bn about; 35 EUR bn exact"}));

INSTANTIATE_TEST_SUITE_P(Percentages, Figures,
                         testing::Values(Row{"dropped by 57 percent", "57 percent exact"},
                                         Row{"a 99% decrease", "99 percent exact"},
                                         Row{"0.25 per cent of GDP", "0.25 percent exact"},
                                         Row{"less than 0.2 percent", "0.2 percent at_most"}));

INSTANTIATE_TEST_SUITE_P(NoFigures, Figures,
                         testing::Values(Row{"in 2022", ""}, Row{"on November 12, 2025", ""},
                                         Row{"155mm artillery", ""}, Row{"an RPG-7 grenade launcher", ""},
                                         Row{"the 24th Mechanized Brigade", ""}, Row{"F-16 fighter jets", ""},
                                         Row{"for the second time", ""}, Row{"45-year-old man", ""},
                                         Row{"call 0800 123 456", ""},
                                         Row{"https://a.org/5-billion-euros", ""},
                                         Row{"at 10.30 on 5 May", ""}));

TEST(FigureInterval, FollowsTheWrittenPrecision) {
    const auto first = [](std::string_view text) {
        return figures_of(sentence_of(text, 0, text.size(), Words::of("en"))).at(0).interval();
    };
    EXPECT_TRUE(first("€67 billion").holds(66.5e9));
    EXPECT_TRUE(first("€67 billion").holds(67.5e9));
    EXPECT_FALSE(first("€67 billion").holds(67.6e9));
    EXPECT_TRUE(first("€1.5 billion").holds(1.549e9));
    EXPECT_FALSE(first("€1.5 billion").holds(1.56e9));
    EXPECT_FALSE(first("€100 billion").holds(99.4e9));
    EXPECT_TRUE(first("€50,000").holds(49'600));
    EXPECT_FALSE(first("€50,000").holds(49'400));
    EXPECT_TRUE(first("just over £101billion").holds(102.07e9));
    EXPECT_FALSE(first("just over £101billion").holds(100.9e9));
    EXPECT_TRUE(first("nearly €90 billion").holds(87.7e9));
    EXPECT_FALSE(first("nearly €90 billion").holds(90.5e9));
    EXPECT_TRUE(first("more than €100bn").holds(300e9));
    EXPECT_NEAR(first("€100 billion").beyond(110.55e9), 0.1, 1e-6);
}

}  // namespace
}  // namespace pledgebook::claims
