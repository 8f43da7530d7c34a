// Families of sentences: who, what, when and how it is said. Each row is a sentence on its own, put behind
// one that says what the article is about.
#include "claims/check.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace pledgebook::claims {
namespace {

const questions::Desk& desk() {
    static const store::BuiltIn shelf;
    static const questions::Desk the_one(shelf);
    return the_one;
}

std::string list(const std::vector<std::string>& words) {
    std::string all;
    for (const auto& word : words) {
        all += (all.empty() ? "" : ",") + word;
    }
    return all;
}

// "DEU 1.2 USD tn contradicted", one a claim in scope.
std::string claims_in(std::string_view text) {
    const auto article = "The war in Ukraine goes on.\n\n" + std::string(text) + "\n";
    std::string all;
    for (const auto& claim : check(article, {"a", Date::parse("2026-08-20"), "en", {}}, desk()).claims) {
        if (claim.in_scope) {
            all += (all.empty() ? "" : "; ") + list(claim.donors) +
                   (claim.value ? fmt::format(" {:g} {} ", *claim.value, claim.unit) : " ") +
                   std::string(to_string(claim.verdict));
        }
    }
    return all;
}

struct Row {
    std::string_view text, claims;
};

class Family : public testing::TestWithParam<Row> {};

TEST_P(Family, IsJudged) {
    EXPECT_EQ(claims_in(GetParam().text), GetParam().claims) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Subjects, Family,
    testing::Values(
        Row{"Germany has given Ukraine €29.9bn in aid.", "DEU 29.9 EUR bn supported"},
        Row{"The German government has given Ukraine €29.9bn in aid.", "DEU 29.9 EUR bn supported"},
        Row{"Berlin has given Kyiv €29.9bn in aid.", "DEU 29.9 EUR bn supported"},
        Row{"The Germans have given Ukraine €29.9bn in aid.", "DEU 29.9 EUR bn supported"},
        Row{"Washington has given Kyiv €115bn in aid.", "USA 115 EUR bn supported"},
        Row{"The Trump administration has given Ukraine €115bn in aid.", "USA 115 EUR bn supported"},
        Row{"The bloc has given Ukraine €181.4bn in aid.", "EU 181.4 EUR bn supported"},
        Row{"Brussels has given Ukraine €181.4bn in aid.", "EU 181.4 EUR bn supported"},
        Row{"London has given Ukraine €21.3bn in aid.", "GBR 21.3 EUR bn supported"},
        Row{"Britain has given Ukraine €21.3bn in aid.", "GBR 21.3 EUR bn supported"},
        Row{"The Dutch have given Ukraine €10.7bn in aid.", "NLD 10.7 EUR bn supported"},
        Row{"Denmark has helped Ukraine. It has given €11bn in aid.", "DNK 11 EUR bn supported"},
        Row{"Ukraine has received €29.9bn in aid from Germany.", "DEU 29.9 EUR bn supported"},
        Row{"Germany (€29.9bn) and France (€9.2bn) have given aid to Ukraine.",
            "DEU 29.9 EUR bn supported; FRA 9.2 EUR bn outdated"},
        Row{"Denmark and Sweden together have given Ukraine €21.6bn in aid.",
            "DNK,SWE 21.6 EUR bn supported"},
        Row{"Germany's aid to Ukraine amounts to €29.9bn.", "DEU 29.9 EUR bn supported"},
        Row{"German aid to Ukraine amounts to €29.9bn.", "DEU 29.9 EUR bn supported"},
        Row{"Aid of €29.9bn was given to Ukraine by Germany.", "DEU 29.9 EUR bn supported"}));

INSTANTIATE_TEST_SUITE_P(
    Money, Family,
    testing::Values(Row{"The US gave Ukraine $1.2 trillion in aid.", "USA 1.2 USD tn contradicted"},
                    Row{"Germany gave Ukraine EUR 29.9bn in aid.", "DEU 29.9 EUR bn supported"},
                    Row{"Germany gave Ukraine EUR29.9bn in aid.", "DEU 29.9 EUR bn supported"},
                    Row{"Germany gave Ukraine 29.9bn euros in aid.", "DEU 29.9 EUR bn supported"},
                    Row{"Germany gave Ukraine €29.9 bn in aid.", "DEU 29.9 EUR bn supported"},
                    Row{"Germany gave Ukraine 29.9 billion euros in aid.", "DEU 29.9 EUR bn supported"},
                    Row{"Germany gave Ukraine €29,928 million in aid.", "DEU 29928 EUR mn supported"},
                    Row{"Germany gave Ukraine €29,927,507,000 in aid.", "DEU 2.99275e+10 EUR supported"},
                    Row{"The US gave Ukraine USD 135 bn in aid.", "USA 135 USD bn supported"},
                    Row{"The US gave Ukraine US$135bn in aid.", "USA 135 USD bn supported"},
                    Row{"The US gave Ukraine $135-billion in aid.", "USA 135 USD bn supported"},
                    Row{"Norway gave Ukraine NOK 120 billion in aid.", "NOR 120 NOK bn supported"},
                    Row{"Britain gave Ukraine £18.5bn in aid.", "GBR 18.5 GBP bn supported"},
                    Row{"Estonia gave Ukraine almost one billion euros in aid.", "EST 1 EUR bn supported"},
                    Row{"Iceland gave Ukraine half a billion euros in aid.", "ISL 0.5 EUR bn contradicted"},
                    Row{"Canada gave Ukraine C$22 billion in aid.", "CAN 22 CAD bn close"},
                    Row{"Germany gave Ukraine between €29bn and €31bn in aid.", "DEU 29 EUR bn supported"},
                    Row{"Germany gave Ukraine €29-31bn in aid.", "DEU 29 EUR bn supported"}));

INSTANTIATE_TEST_SUITE_P(
    Exactness, Family,
    testing::Values(Row{"Germany gave Ukraine about €30bn in aid.", "DEU 30 EUR bn supported"},
                    Row{"Germany gave Ukraine nearly €30bn in aid.", "DEU 30 EUR bn supported"},
                    Row{"Germany gave Ukraine just under €30bn in aid.", "DEU 30 EUR bn supported"},
                    Row{"Germany gave Ukraine more than €29bn in aid.", "DEU 29 EUR bn supported"},
                    Row{"Germany gave Ukraine at least €29bn in aid.", "DEU 29 EUR bn supported"},
                    Row{"Germany gave Ukraine just over €29bn in aid.", "DEU 29 EUR bn supported"},
                    Row{"Germany gave Ukraine some €30bn in aid.", "DEU 30 EUR bn supported"},
                    Row{"Germany gave Ukraine up to €30bn in aid.", "DEU 30 EUR bn supported"},
                    Row{"Germany gave Ukraine €29bn in aid.", "DEU 29 EUR bn close"},
                    Row{"Germany gave Ukraine €30bn in aid.", "DEU 30 EUR bn supported"},
                    Row{"Germany gave Ukraine about €60bn in aid.", "DEU 60 EUR bn contradicted"},
                    Row{"Germany gave Ukraine more than €60bn in aid.", "DEU 60 EUR bn contradicted"},
                    Row{"The US gave Ukraine €120bn in aid.", "USA 120 EUR bn outdated"}));

INSTANTIATE_TEST_SUITE_P(
    Periods, Family,
    testing::Values(
        Row{"Since February 2022, Germany has allocated €29.9bn in aid to Ukraine.",
            "DEU 29.9 EUR bn supported"},
        Row{"Since the full-scale invasion, Germany has allocated €29.9bn in aid to Ukraine.",
            "DEU 29.9 EUR bn supported"},
        Row{"In the first half of 2025, Europe allocated €39.6bn in aid to Ukraine.",
            "EUROPE 39.6 EUR bn supported"},
        Row{"Over the past three years, Germany has allocated €29.9bn in aid to Ukraine.",
            "DEU 29.9 EUR bn supported"},
        Row{"Last year the US allocated €0.5bn in aid to Ukraine.", "USA 0.5 EUR bn supported"},
        Row{"In July and August 2025, Europe allocated €11.6bn in aid to Ukraine.",
            "EUROPE 11.6 EUR bn supported"},
        Row{"Between March and May 2022 the US allocated €8.9bn in aid to Ukraine.",
            "USA 8.9 EUR bn contradicted"},
        Row{"So far this year Germany has allocated €4.6bn in aid to Ukraine.", "DEU 4.6 EUR bn supported"},
        Row{"By the end of 2024 the US had allocated €115bn in aid to Ukraine.", "USA 115 EUR bn supported"},
        Row{"As of 31 August 2025 the EU had allocated €152.7bn in aid to Ukraine.",
            "EU 152.7 EUR bn supported"},
        Row{"From 2022 to 2024 the US allocated €114.9bn in aid to Ukraine.", "USA 114.9 EUR bn supported"},
        Row{"In 2024 the US allocated €46.4bn in aid to Ukraine; in 2025 it was only €0.5bn.",
            "USA 46.4 EUR bn supported; USA 0.5 EUR bn supported"},
        Row{"In 2024 the US allocated €46.4bn in aid to Ukraine, and in 2025 only €0.5bn.",
            "USA 46.4 EUR bn supported; USA 0.5 EUR bn supported"},
        Row{"The US allocated €46.4bn in aid to Ukraine in 2024 and €0.5bn in 2025.",
            "USA 46.4 EUR bn supported; USA 0.5 EUR bn supported"},
        Row{"The US allocated €46.4bn in aid to Ukraine in 2024, while in 2025 it was €0.5bn.",
            "USA 46.4 EUR bn supported; USA 0.5 EUR bn supported"},
        Row{"Last year the US allocated €60bn in aid to Ukraine.", "USA 60 EUR bn contradicted"},
        Row{"In 2024 the US allocated €90bn in aid to Ukraine.", "USA 90 EUR bn contradicted"},
        Row{"Berlin set aside €9bn in aid to Ukraine in 2026.", "DEU 9 EUR bn outdated"}));

INSTANTIATE_TEST_SUITE_P(
    Changes, Family,
    testing::Values(Row{"In 2025, Europe allocated €74.1bn in aid to Ukraine, 66% more than in 2024.",
                        "EUROPE 74.1 EUR bn supported; EUROPE 66 percent supported"},
                    Row{"In 2025, European aid to Ukraine was 66 percent higher than in 2024.",
                        "EUROPE 66 percent supported"},
                    Row{"In 2025, US aid to Ukraine was 99% less than in 2024.", "USA -99 percent supported"},
                    Row{"Germany has given 278% more aid to Ukraine than France.", "DEU 278 percent close"},
                    Row{"In 2025, Europe allocated 58% more military aid to Ukraine than in 2024.",
                        "EUROPE 58 percent contradicted"}));

INSTANTIATE_TEST_SUITE_P(
    Doubts, Family,
    testing::Values(
        Row{"The US did not give Ukraine $350 billion, as he claimed.", ""},
        Row{"The US never gave Ukraine $350 billion in aid.", ""},
        Row{"He falsely said the US gave Ukraine $350bn in aid.", "USA 350 USD bn outdated"},
        Row{"\"We gave Ukraine $350bn,\" Trump said.", "ALL 350 USD bn outdated"},
        Row{"The claim that the US gave Ukraine $350bn in aid is false.", "USA 350 USD bn outdated"},
        Row{"Did the US give Ukraine $350bn in aid?", "USA 350 USD bn outdated"},
        Row{"The US would give Ukraine $350bn in aid.", "USA 350 USD bn not_in_data"},
        Row{"Germany plans to give Ukraine €60bn in aid.", "DEU 60 EUR bn not_in_data"},
        Row{"Germany will give Ukraine €60bn in aid.", "DEU 60 EUR bn not_in_data"},
        Row{"The EU proposed to give Ukraine a loan of €90bn.", "EU 90 EUR bn not_in_data"},
        Row{"If Germany gave Ukraine €60bn in aid, it would be first.", "DEU 60 EUR bn not_in_data"},
        Row{"Germany has promised to give Ukraine €47.7bn in aid.", "DEU 47.7 EUR bn supported"}));

INSTANTIATE_TEST_SUITE_P(
    Others, Family,
    testing::Values(
        Row{"The EU spent €1bn on bananas.", ""}, Row{"France's military budget is €50bn.", ""},
        Row{"NATO members spend 2% of GDP on defence.", ""}, Row{"Germany's economy grew 1%.", ""},
        Row{"Russia's oil revenue was €200bn.", ""}, Row{"The US gave Israel $3.8bn.", ""},
        Row{"The US spent $3.8bn on aid to Israel.", ""},
        Row{"The US gave $3.8bn in military aid to Israel.", ""}, Row{"The war caused damage of $500bn.", ""},
        Row{"Ukraine needs $40bn.", ""}, Row{"Frozen Russian assets of €210bn are held in Belgium.", ""},
        Row{"The EU's 19th sanctions package was adopted.", ""}, Row{"Poland hosts 1m refugees.", ""},
        Row{"Germany gave its farmers €3bn in support.", ""}, Row{"France spent €2bn on its own army.", ""},
        Row{"Germany sent €3bn to Poland.", ""}, Row{"Germany allocated €5bn for railways.", ""},
        Row{"The EU committed €20bn to climate protection.", ""},
        Row{"The bloc handed €1bn to Moldova in support.", ""}, Row{"Ukraine's budget deficit is $40bn.", ""},
        Row{"Ukraine exported €10bn of grain to the EU.", ""},
        Row{"The German government took on €100bn in debt.", ""}, Row{"Japan's aid to Africa was $3bn.", ""},
        Row{"Germany spent €5.6bn on aid to Ukraine in 2023. It spent €1bn on bananas.",
            "DEU 5.6 EUR bn supported"},
        Row{"A fund worth £200m for energy repair was set up by private donors.", ""},
        Row{"Volunteers from Germany collected €3m.", ""},
        Row{"Trade between Germany and Ukraine was €10bn.", ""},
        Row{"The German car industry lost €5bn.", ""}, Row{"Ukraine's GDP fell by 29 percent.", ""},
        Row{"The US bought €2bn worth of drones.", ""},
        Row{"France allocated €2bn for its nuclear plants.", ""},
        Row{"Germany spent 5% of its budget on pensions.", ""}, Row{"Germany cut taxes by €5bn.", ""},
        Row{"Prices rose by 10% in Germany.", ""}));

INSTANTIATE_TEST_SUITE_P(
    Ranks, Family,
    testing::Values(
        Row{"Norway is the third-largest donor of military aid to Ukraine.", "NOR 3 rank contradicted"},
        Row{"Britain is the third-largest donor to Ukraine.", "GBR 3 rank supported"},
        Row{"The US is the largest donor of military aid to Ukraine.", "USA 1 rank supported"},
        Row{"Denmark is the largest donor to Ukraine relative to GDP.", "DNK 1 rank supported"},
        Row{"Largest donors to Ukraine: Germany, France and the UK.", "DEU,FRA,GBR 1 rank outdated"},
        Row{"Estonia gave 3.1% of its GDP in aid to Ukraine.", "EST 3.1 percent supported"},
        Row{"Estonia gave 3% of its GDP in aid to Ukraine.", "EST 3 percent supported"},
        Row{"Poland gave 9% of its GDP in aid to Ukraine.", "POL 9 percent contradicted"},
        Row{"Germany gave more aid to Ukraine than France.", "DEU supported"},
        Row{"France gave more aid to Ukraine than Germany.", "FRA outdated"}));

}  // namespace
}  // namespace pledgebook::claims
