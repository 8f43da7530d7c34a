// The two published states of the site feed of release 29.
#include "core/reference.hpp"
#include "importers/shared_data_test.hpp"

#include <gtest/gtest.h>

#include <set>

namespace pledgebook::importers {
namespace {

Euros allocations(const Intake& intake, const std::string& donors) {
    std::set<std::string> codes{donors};
    if (const auto* group = Reference::builtin().group(donors)) {
        const auto members = group->members_on(*Date::from(2025, 8, 31));
        codes = {members.begin(), members.end()};
    }
    Euros sum;
    for (const auto& each : intake.observations) {
        if (each.measure == Measure::allocation && codes.contains(each.donor) &&
            each.month <= Month(2025, 8)) {
            sum += each.euros;
        }
    }
    return sum;
}

TEST(KielSiteData, TakesInTheStateOfAugust) {
    const auto source = shared_data::source("site/2026-08-04");
    if (!source) {
        GTEST_SKIP() << "the site feed of 2026-08-04 is not there";
    }
    const auto& importer = recognise(*source);
    EXPECT_EQ(importer.name, "kiel_site");
    const auto intake = importer.take_in(*source, {});
    EXPECT_EQ(intake.release.label, "29");
    EXPECT_EQ(intake.release.title, "Ukraine Support Tracker, Release 29 (04/2026)");
    EXPECT_EQ(intake.release.begins, Date::from(2022, 1, 1));
    EXPECT_EQ(intake.release.cutoff, Date::from(2026, 4, 30));
    EXPECT_EQ(intake.release.published, Date::from(2026, 8, 4));
    EXPECT_EQ(grouped(allocations(intake, "USA").value(), 2), "115,380,650,000.00");
    EXPECT_EQ(grouped(allocations(intake, "EU").value(), 2), "152,665,884,000.00");
    EXPECT_EQ(grouped(allocations(intake, "EUROPE").value(), 2), "179,730,466,000.00");
    EXPECT_EQ(intake.macro.size(), 41U);  // the institutions of the EU have none
}

TEST(KielSiteData, AccountsForEachCellOfBothStates) {
    for (const auto* name : {"site/2026-07-27", "site/2026-08-04"}) {
        const auto source = shared_data::source(name);
        if (!source) {
            GTEST_SKIP() << "the site feed is not there: " << name;
        }
        const auto intake = recognise(*source).take_in(*source, {});
        std::uint64_t aside = 0;
        for (const auto& [reason, cells] : intake.cells.set_aside) {
            aside += cells;
        }
        EXPECT_EQ(intake.cells.in, intake.cells.used + aside);
        EXPECT_EQ(aside, 0U) << name;
        for (const auto& finding : intake.findings) {
            ADD_FAILURE() << name << ": " << finding.rule << " " << to_string(finding.place) << " "
                          << finding.what;
        }
    }
}

}  // namespace
}  // namespace pledgebook::importers
