#include "core/error.hpp"
#include "importers/importer.hpp"
#include "importers/shared_data_test.hpp"

#include <gtest/gtest.h>

#include <set>

namespace pledgebook::importers {
namespace {

Source csv(std::string bytes, std::string name = "table.csv") {
    return {name, false, {{name, std::move(bytes)}}};
}

Intake taken_in(const Source& source) {
    const auto& importer = recognise(source);
    EXPECT_EQ(importer.name, "world_bank");
    return importer.take_in(source, {});
}

TEST(WorldBank, KnowsMoneyByItsSize) {
    const auto intake =
        taken_in(csv("Country Name,Country Code,Year,Value\n"
                     "World,WLD,2021,97154001000000\nGermany,DEU,2021,4278503934733.44\n"));
    ASSERT_EQ(intake.macro.size(), 1U);
    const auto& gdp = intake.macro.front();
    EXPECT_EQ(gdp.donor, "DEU");
    EXPECT_EQ(gdp.what, Macro::What::gdp);
    EXPECT_EQ(gdp.year, 2021);
    EXPECT_EQ(to_string(gdp.value), "4278503934733.44");
    EXPECT_EQ(gdp.currency, Currency::parse("USD"));
    EXPECT_EQ(to_string(gdp.place), "D3");
    EXPECT_EQ(intake.cells.used, 8U);
    EXPECT_EQ(intake.cells.set_aside.at("countries and regions that are no donor"), 4U);
    EXPECT_EQ(intake.release.label, "gdp-2021");
    EXPECT_TRUE(intake.findings.empty());
}

TEST(WorldBank, KnowsPeopleByWholeNumbers) {
    std::string text = "Country Name,Country Code,Year,Value\n";
    for (int year = 1990; year < 2015; ++year) {
        text += "Malta,MLT," + std::to_string(year) + "," + std::to_string(350000 + year) + "\n";
    }
    const auto intake = taken_in(csv(text, "gdp.csv"));  // the name is not asked
    ASSERT_EQ(intake.macro.size(), 25U);
    EXPECT_EQ(intake.macro.front().what, Macro::What::population);
    EXPECT_EQ(intake.macro.front().currency, std::nullopt);
    EXPECT_EQ(intake.release.label, "population-2014");
}

TEST(WorldBank, BelievesTheNameLastAndSaysSo) {
    const std::string text = "Country Name,Country Code,Year,Value\nMalta,MLT,2021,518536\n";
    const auto intake = taken_in(csv(text, "population-malta.csv"));
    ASSERT_EQ(intake.macro.size(), 1U);
    EXPECT_EQ(intake.macro.front().what, Macro::What::population);
    ASSERT_EQ(intake.findings.size(), 1U);
    EXPECT_EQ(intake.findings.front().rule, "indicator_by_name");
    EXPECT_THROW(taken_in(csv(text)), Error);
}

TEST(WorldBank, ReadsTheBanksOwnWideShape) {
    const auto intake =
        taken_in(csv("\"Data Source\",\"World Development Indicators\"\n\n"
                     "\"Last Updated Date\",\"2024-06-28\"\n\n"
                     "\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\","
                     "\"2020\",\"2021\",\n"
                     "\"Norway\",\"NOR\",\"GDP (current US$)\",\"NY.GDP.MKTP.CD\",\"367633418886.6\",\"\",\n"
                     "\"Norway\",\"NOR\",\"Population, total\",\"SP.POP.TOTL\",\"5379475\",\"5408320\",\n"
                     "\"Norway\",\"NOR\",\"Surface\",\"AG.SRF.TOTL.K2\",\"624500\",\"624500\",\n"
                     "\"Euro area\",\"EMU\",\"Population, total\",\"SP.POP.TOTL\",\"1\",\"2\",\n"));
    ASSERT_EQ(intake.macro.size(), 3U);
    EXPECT_EQ(intake.macro[0].what, Macro::What::gdp);
    EXPECT_EQ(to_string(intake.macro[0].value), "367633418886.6");
    EXPECT_EQ(intake.macro[2].what, Macro::What::population);
    EXPECT_EQ(intake.macro[2].year, 2021);
    EXPECT_EQ(intake.release.label, "gdp-population-2021");
    EXPECT_EQ(intake.cells.set_aside.at("an indicator that is not taken in"), 6U);
    EXPECT_EQ(intake.cells.set_aside.at("countries and regions that are no donor"), 6U);
    EXPECT_EQ(intake.cells.set_aside.at("above the table"), 4U);
}

TEST(WorldBank, SaysWhatIsNoNumber) {
    const auto intake = taken_in(
        csv("Country Name,Country Code,Year,Value\nGermany,DEU,2021,4278503934733.44\nItaly,ITA,2021,..\n"));
    ASSERT_EQ(intake.findings.size(), 1U);
    EXPECT_EQ(to_string(intake.findings.front().place), "D3");
}

TEST(WorldBankData, TellsTheTwoFilesApart) {
    for (const auto what : {Macro::What::gdp, Macro::What::population}) {
        const std::string name = what == Macro::What::gdp ? "gdp" : "population";
        auto source = shared_data::source("economy/" + name + ".csv");
        if (!source) {
            GTEST_SKIP() << "the World Bank's files are not there";
        }
        source->name = source->files.front().name = "table.csv";
        const auto intake = taken_in(*source);
        EXPECT_TRUE(intake.findings.empty());
        std::set<std::string> donors;
        for (const auto& macro : intake.macro) {
            EXPECT_EQ(macro.what, what);
            donors.insert(macro.donor);
        }
        EXPECT_EQ(donors.size(), 40U)
            << "each donor but Taiwan, which the bank does not list, and the institutions";
        EXPECT_EQ(intake.cells.in,
                  intake.cells.used + intake.cells.set_aside.at("countries and regions that are no donor"));
    }
}

}  // namespace
}  // namespace pledgebook::importers
