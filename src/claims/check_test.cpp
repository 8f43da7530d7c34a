#include "claims/check.hpp"
#include "core/error.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <chrono>

namespace pledgebook::claims {
namespace {

const questions::Desk& desk() {
    static const store::BuiltIn shelf;
    static const questions::Desk the_one(shelf);
    return the_one;
}

CheckedArticle checked(std::string_view text, std::string_view day = "2025-11-14") {
    return check(text, {"article.txt", Date::parse(day), "en", {}}, desk());
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const auto& word : words) {
        all += (all.empty() ? "" : ",") + word;
    }
    return all;
}

// "USA 115 EUR bn supported": who, how much, and what the book says; one a claim that is in scope.
std::string claims_in(std::string_view text, std::string_view day = "2025-11-14") {
    std::string all;
    for (const auto& claim : checked(text, day).claims) {
        if (claim.in_scope) {
            all += (all.empty() ? "" : "; ") + joined(claim.donors) +
                   (claim.value ? fmt::format(" {:g} {} ", *claim.value, claim.unit) : " ") +
                   std::string(to_string(claim.verdict));
        }
    }
    return all;
}

struct Row {
    std::string_view text;
    std::string_view claims;
};

class Sentences : public testing::TestWithParam<Row> {};

TEST_P(Sentences, AreJudged) {
    EXPECT_EQ(claims_in(GetParam().text), GetParam().claims) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Amounts, Sentences,
    testing::Values(Row{"The US has given Ukraine €115 billion between January 2022 and August 2025.",
                        "USA 115 EUR bn supported"},
                    Row{"Washington has allocated €115bn in support of Kyiv since the invasion.",
                        "USA 115 EUR bn supported"},
                    Row{"The bloc has allocated €152.7 billion to Ukraine up to August 2025.",
                        "EU 152.7 EUR bn supported"},
                    Row{"EU member states have allocated €82 billion to Ukraine up to August 2025.",
                        "EU_MEMBERS 82 EUR bn supported"},
                    Row{"The EU institutions allocated €70.8 billion to Ukraine up to August 2025.",
                        "EU_INSTITUTIONS 70.8 EUR bn supported"},
                    Row{"Between January 2022 and August 2025, the EU allocated €180 billion to Ukraine.",
                        "EU 180 EUR bn other_scope"},
                    Row{"Between January 2022 and August 2025, Europe allocated €153 billion to Ukraine.",
                        "EUROPE 153 EUR bn other_scope"},
                    Row{"The US has given Ukraine €300 billion in aid.", "USA 300 EUR bn contradicted"},
                    Row{"The US has provided more than $350 billion in aid to Ukraine, Trump said.",
                        "USA 350 USD bn contradicted"},
                    Row{"The US has given Ukraine €115.4 billion, not the $350 billion that Trump named.",
                        "USA 115.4 EUR bn supported"},
                    Row{"Hungary blocked €6.6 billion in EU aid to Ukraine.", "HUN 6.6 EUR bn outdated"},
                    Row{"Ukraine received €115 billion from the United States.", "USA 115 EUR bn supported"},
                    Row{"The IMF gave Ukraine a loan of $15.6 billion.", "OTHER:IMF 15.6 USD bn not_in_data"},
                    Row{"Germany has provided Ukraine with €17.7 billion in military aid so far.",
                        "DEU 17.7 EUR bn close"},
                    Row{"Up to August 2025 Denmark and Sweden together allocated €18.1 billion to Ukraine.",
                        "DNK,SWE 18.1 EUR bn supported"}));

INSTANTIATE_TEST_SUITE_P(
    Others, Sentences,
    testing::Values(
        Row{"Germany is the second-largest donor to Ukraine.", "DEU 2 rank supported"},
        Row{"France is the largest donor to Ukraine.", "FRA 1 rank outdated"},
        Row{"Norway is the biggest donor of aid to Ukraine relative to GDP.", "NOR 1 rank supported"},
        Row{"US aid to Ukraine fell by 99 percent from January 2025.", "USA -99 percent supported"},
        Row{"US aid to Ukraine drastically dropped from January 2025.", "USA supported"},
        Row{"European support for Ukraine has increased since January 2025.", "EUROPE supported"},
        Row{"US support for Ukraine rose from January 2025.", "USA outdated"},
        Row{"Europe has committed more aid to Ukraine than the United States.", "EUROPE supported"},
        Row{"The US has given more aid to Ukraine than Europe.", "USA outdated"},
        Row{"Up to August 2025 Europe had allocated €64 billion more than the United States to Ukraine.",
            "EUROPE 64 EUR bn supported"}));

INSTANTIATE_TEST_SUITE_P(
    NoAid, Sentences,
    testing::Values(Row{"He is accused of a $100-million scheme to secure kickbacks in Ukraine.", ""},
                    Row{"Germany's defence budget will rise to €86 billion, far from Ukraine.", ""},
                    Row{"The US gave Israel $14 billion, more than to Ukraine last year.", ""},
                    Row{"Ukraine's GDP is $180 billion.", ""},
                    Row{"The damage to Ukraine's power grid is estimated at $500 billion.", ""},
                    Row{"Russia earned €200 billion from oil exports while it fights Ukraine.", ""},
                    Row{"Ukraine needs $60 billion a year to survive.", ""},
                    Row{"Poland spent €4 billion on refugees from Ukraine.", ""},
                    Row{"An apartment in Kyiv was bought for $2 million.", ""},
                    Row{"A poll found that 62 percent of Germans support aid to Ukraine.", ""},
                    Row{"The 45-year-old minister from Germany visited Kyiv with 12 aides in 2023.", ""},
                    Row{"Servicemen of the 24th Mechanized Brigade near Chasiv Yar, Ukraine, October 28 2025",
                        ""}));

constexpr std::string_view article =
    "Between January 2022 and August 2025, the US has given just over £101billion to Ukraine in military, "
    "financial and humanitarian aid.\n\nThe EU, meanwhile, has collectively given £156billion to support the "
    "fight in that same period.\n";

TEST(Check, CarriesThePeriodToTheNextSentenceAndNamesTheMixUp) {
    const auto claims = checked(article).claims;
    ASSERT_EQ(claims.size(), 2U);
    EXPECT_EQ(claims[0].verdict, Verdict::supported);
    EXPECT_EQ(claims[0].aid.size(), 3U);
    EXPECT_EQ(claims[1].verdict, Verdict::other_scope);
    EXPECT_EQ(claims[1].from, Month(2022, 1));
    EXPECT_EQ(claims[1].to, Month(2025, 8));
    ASSERT_TRUE(claims[1].held);
    EXPECT_NEAR(claims[1].held->value, 135.048, 0.001);
    EXPECT_NE(claims[1].why.find("Europe"), std::string::npos) << claims[1].why;
    EXPECT_NE(claims[1].why.find("£159.0bn"), std::string::npos) << claims[1].why;
    EXPECT_NE(claims[1].why.find("£135.0bn"), std::string::npos) << claims[1].why;
}

TEST(Check, PlacesCountBytesOfTheTextAsGiven) {
    for (const auto& claim : checked(article).claims) {
        EXPECT_EQ(article.substr(claim.start, claim.end - claim.start), claim.quote);
    }
}

// The property: a claim that holds stops holding when its number, donor, unit or currency is another.
struct Rewrite {
    std::string_view donor, sign;
    int amount;
    bool holds;
};

class Rewrites : public testing::TestWithParam<Rewrite> {};

TEST_P(Rewrites, TurnTheVerdict) {
    const auto& [donor, sign, amount, holds] = GetParam();
    const auto text =
        fmt::format("Between January 2022 and August 2025, {} allocated {}{} billion in aid to Ukraine.",
                    donor, sign, amount);
    const auto claims = checked(text).claims;
    ASSERT_EQ(claims.size(), 1U) << text;
    const bool held = claims[0].verdict == Verdict::supported || claims[0].verdict == Verdict::close;
    EXPECT_EQ(held, holds) << text << ": " << claims[0].why;
}

INSTANTIATE_TEST_SUITE_P(
    Donors, Rewrites,
    testing::Values(Rewrite{"the US", "€", 115, true}, Rewrite{"the US", "€", 105, false},
                    Rewrite{"the US", "€", 130, false}, Rewrite{"the US", "£", 115, false},
                    Rewrite{"the US", "$", 115, false}, Rewrite{"the EU", "€", 115, false},
                    Rewrite{"Germany", "€", 115, false}, Rewrite{"Europe", "€", 115, false},
                    Rewrite{"the EU", "€", 153, true}, Rewrite{"Europe", "€", 180, true},
                    Rewrite{"the EU", "$", 153, false}, Rewrite{"Germany", "€", 153, false},
                    Rewrite{"the US", "£", 102, true}, Rewrite{"the US", "£", 10, false}));

TEST(Check, ByTheReleaseOfItsOwnDayAWrongNumberIsContradicted) {
    EXPECT_EQ(claims_in("Between January 2022 and August 2025, the US allocated €60 billion to Ukraine.",
                        "2026-08-20"),
              "USA 60 EUR bn contradicted");
    EXPECT_EQ(claims_in("Between January 2022 and August 2025, the US allocated €115 billion to Ukraine.",
                        "2026-08-20"),
              "USA 115 EUR bn supported");
}

TEST(Check, CountsWhatItFound) {
    const auto coverage =
        checked(
            "The US has given Ukraine €300 billion in aid.\n\nThe IMF gave Ukraine a loan of "
            "$15.6 billion.\n\nUkraine's GDP is $180 billion.\n")
            .coverage;
    EXPECT_EQ(coverage.figures, 2U);
    EXPECT_EQ(coverage.checkable, 1U);
    EXPECT_EQ(coverage.elsewhere, 1U);
}

TEST(Check, RefusesWhatIsNoText) {
    for (const std::string_view bytes :
         {std::string_view(""), std::string_view(" \n\t"), std::string_view("%PDF-1.7 abc"),
          std::string_view("\x89PNG\r\n"), std::string_view("\xFF\xD8\xFF\xE0"),
          std::string_view("PK\x03\x04")}) {
        EXPECT_THROW(checked(bytes), Error);
    }
    EXPECT_THROW(check("Ein Text.", {"a", {}, "xx", {}}, desk()), Error);
}

TEST(Check, RefusesALanguageWithoutWords) {
    for (const std::string_view text :
         {"Deutschland hat der Ukraine seit Beginn des Krieges 5 Milliarden Euro gegeben.",
          "La France a donné 5 milliards d'euros à l'Ukraine depuis le début de la guerre.",
          "Alemania ha dado a Ucrania 5 mil millones de euros desde el comienzo de la guerra.",
          "Norge har gitt Ukraina 85 milliarder kroner i støtte siden krigen begynte."}) {
        EXPECT_THROW(check(text, {"a", {}, {}, {}}, desk()), Error) << text;
        EXPECT_NO_THROW(check(text, {"a", {}, "en", {}}, desk())) << text;
    }
    for (const std::string_view text :
         {"Germany committed €47 billion.", "US aid to Ukraine fell by 99 percent.", "€5 bn",
          "Germany: €47 billion committed, more than France."}) {
        EXPECT_EQ(check(text, {"a", {}, {}, {}}, desk()).article.language, "en") << text;
    }
}

// Whoever is named, no claim is accused by a period that another sentence named.
TEST(Check, APeriodOfAnotherSentenceAccusesNobody) {
    for (const std::string_view text :
         {"In 2024, European countries allocated €61.9 billion to Ukraine, 12% more than in 2023.\n\nEstonia "
          "gave 3.1% of its GDP in aid.\n",
          "In 2023, the EU gave Ukraine €41.8 billion.\n\nGermany has given Ukraine €29.9 billion in aid.\n",
          "In 2023, the EU gave Ukraine €41.8 billion. Germany gave €5.6 billion in aid.\n"}) {
        const auto claims = checked(text, "2026-08-20").claims;
        ASSERT_FALSE(claims.empty());
        EXPECT_EQ(claims.back().verdict, Verdict::supported) << text << claims.back().why;
    }
}

TEST(Check, KeepsFewReadingsOfAClaim) {
    for (const auto& claim :
         checked("Between January 2022 and August 2025, the EU has given Ukraine £156 billion in aid.")
             .claims) {
        EXPECT_LE(claim.readings.size(), 5U);
        for (const auto& reading : claim.readings) {
            EXPECT_EQ(reading.held.unit.substr(0, 3) == "EUR",
                      reading.words.find("if euros were meant") != std::string::npos)
                << reading.words << ' ' << reading.held.unit;
        }
    }
}

TEST(Check, BearsOddTexts) {
    EXPECT_NO_THROW(checked("Ukraine \xC3\x28 got €5 bn \xFF from Germany"));
    EXPECT_NO_THROW(checked(std::string(1'000'000, '7')));
    EXPECT_NO_THROW(checked("Ukraine: \"((( €5 billion from Germany \u201C"));
    EXPECT_NO_THROW(checked(std::string(5000, '(') + "€5 billion"));
    EXPECT_NO_THROW(checked("€ % $ £ billion of and"));
}

}  // namespace
}  // namespace pledgebook::claims
