// A shelf made by hand for the tests of this room: two small releases with entries, with every sort of
// date, and one of observations.
#pragma once

#include "core/error.hpp"
#include "store/shelf.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace pledgebook::questions::hand_made {

inline Date day(std::string_view iso) {
    return Date::parse(iso).value();
}
inline Euros euros(std::string_view text) {
    return Euros(Decimal::parse(text).value());
}
inline Currency currency(std::string_view code) {
    return Currency::parse(code).value();
}
inline Rate rate(std::string_view text) {
    return Rate::parse(text).value();
}
inline Period period(std::string_view first, std::string_view last) {
    return {day(first), day(last)};
}

class Shelf final : public store::Shelf {
public:
    std::vector<Intake> kept;
    std::vector<DayRate> rates;
    std::vector<Macro> figures;

    [[nodiscard]] std::string name() const override { return "the test shelf"; }
    [[nodiscard]] std::vector<Release> releases() const override {
        std::vector<Release> all;
        for (const auto& each : kept) {
            all.push_back(each.release);
        }
        return all;
    }
    [[nodiscard]] Intake load(std::string_view id) const override {
        const auto found =
            std::find_if(kept.begin(), kept.end(), [&](const Intake& each) { return each.release.id == id; });
        if (found == kept.end()) {
            throw Error("there is no release " + std::string(id));
        }
        return *found;
    }
    [[nodiscard]] std::vector<DayRate> day_rates() const override { return rates; }
    [[nodiscard]] std::vector<Macro> macro() const override { return figures; }
};

inline EntryDate on(std::string_view iso) {
    return {EntryDate::Sort::day, day(iso), day(iso), {}};
}
inline EntryDate in(std::string_view month) {
    const auto of = Month::parse(month).value();
    return {EntryDate::Sort::month, of.first(), of.last(), "unclear"};
}

// An entry with a commitment; nothing for `value` makes a second line without any.
inline Entry entry(std::string package, std::uint32_t line, std::string donor, Kind kind, EntryDate date,
                   std::string_view value) {
    Entry made;
    made.package = std::move(package);
    made.line = line;
    made.donor = std::move(donor);
    made.kind = kind;
    made.announced = std::move(date);
    made.currency = Currency::eur();
    if (value == ".") {
        made.values.push_back({Measure::commitment, Given::not_given, {}, {}, {}});
    } else if (!value.empty()) {
        made.values.push_back(
            {Measure::commitment, Given::given, Amount{euros(value).value(), {}}, euros(value), {}});
    }
    return made;
}

inline void add_dated(Intake& intake) {
    using enum Kind;
    auto& entries = intake.entries;
    entries.push_back(entry("DEM1", 1, "DEU", military, on("2022-02-10"), "100.25"));
    entries.push_back(entry("DEM1", 2, "DEU", military, on("2022-02-10"), ""));
    entries.push_back(entry("DEM2", 1, "DEU", military, in("2022-03"), "10"));
    entries.push_back(entry("DEH1", 1, "DEU", humanitarian,
                            {EntryDate::Sort::until, {}, day("2022-03-31"), "until"}, "7.5"));
    entries.push_back(entry("DEF1", 1, "DEU", financial,
                            {EntryDate::Sort::range, day("2022-03-20"), day("2022-04-05"), "between"}, "40"));
    entries.push_back(
        entry("FRM1", 1, "FRA", military, {EntryDate::Sort::unknown, {}, {}, "Undisclosed"}, "20"));
    entries.push_back(
        entry("FRF1", 1, "FRA", financial, {EntryDate::Sort::since, day("2022-06-01"), {}, "since"}, "5"));
    entries.push_back(entry("FRH1", 1, "FRA", humanitarian, on("2922-05-01"), "3"));
    entries.push_back(entry("FRH2", 1, "FRA", humanitarian, on("2022-05-31"), "."));
    entries.push_back(entry("USM1", 1, "USA", military, on("2022-04-30"), "1000"));
    entries.push_back(entry("EUF1", 1, "EUC", financial, on("2022-05-01"), "500"));
}

inline void add_goods(Intake& intake) {
    auto& first = intake.entries.at(0).item;
    first = {"PzH 2000", "Heavy weapon", "155mm Howitzer", {}, {}, {}};
    first.units = {Given::given, Decimal::from_integer(7), {}};
    first.units_delivered = {Given::given, Decimal::from_integer(4), {}};
    auto& second = intake.entries.at(1).item;
    second = {"Stinger", "Weapon", "MANPADS", {Given::undisclosed, {}, "undisclosed"}, {}, {}};
}

// "ust-7": entries from 2022-01-24 to 2022-07-31, its own dollar rate, GDPs, and figures.
inline Intake with_entries() {
    Intake intake;
    intake.release = {"ust-7", "ust", "7", "Release 7", day("2022-01-24"), day("2022-07-31"), {}, {}, {}, {}};
    intake.rates.push_back({currency("USD"), rate("1.25"), {}});
    add_dated(intake);
    add_goods(intake);
    auto commercial = entry("USC1", 1, "USA", Kind::military, on("2022-03-03"), "77");
    commercial.channel = Channel::commercial;
    intake.entries.push_back(commercial);
    auto& bought = intake.entries.at(9);  // USM1: 1,100 dollars promised, 10 euros of it delivered
    bought.currency = currency("USD");
    bought.values.at(0).amount = Amount{Decimal::from_integer(1100), currency("USD")};
    bought.values.push_back({Measure::delivery, Given::given, {}, euros("10"), {}});
    const auto gdp = [&](const char* donor, std::int64_t value, const char* code) {
        intake.macro.push_back(
            {donor, Macro::What::gdp, 2020, Decimal::from_integer(value), currency(code), {}});
    };
    gdp("DEU", 1000, "EUR");
    gdp("USA", 50000, "USD");
    gdp("EUC", 9, "EUR");
    const auto figure = [&](const char* donor, const char* unit, const char* value) {
        intake.figures.push_back(
            {"country_summary", donor, donor, "Share in total EU commitments", unit, value, {}, {}});
    };
    figure("DEU", "€ billion", "0.000000125");
    figure("DEU", "% GDP", "0.3");
    figure("FRA", "€ billion", "1.0000000000000001E-7");
    return intake;
}

// "ust-29": observations by month from 2022-01 to 2022-06, allocations by kind, commitments in sum.
inline Intake with_observations() {
    Intake intake;
    intake.release = {
        "ust-29", "ust", "29", "Release 29", day("2022-01-01"), day("2022-06-30"), day("2026-08-04"),
        {},       {},    {}};
    const auto observe = [&](const char* donor, int month, std::optional<Kind> kind, const char* value) {
        intake.observations.push_back({donor,
                                       donor,
                                       Month(2022, month),
                                       kind,
                                       kind ? Measure::allocation : Measure::commitment,
                                       euros(value),
                                       {}});
    };
    observe("DEU", 1, Kind::military, "100");
    observe("DEU", 1, Kind::financial, "10.3333");
    observe("DEU", 3, Kind::military, "-20");
    observe("FRA", 3, Kind::humanitarian, "0.0001");
    observe("USA", 6, Kind::military, "400.1111");
    observe("NOR", 2, Kind::military, "90.3333");
    observe("EUC", 4, Kind::financial, "700");
    observe("DEU", 1, std::nullopt, "110");
    observe("USA", 6, std::nullopt, "900");
    return intake;
}

inline Shelf shelf() {
    Shelf made;
    made.kept = {with_entries(), with_observations()};
    const auto known = [&](const char* code, const char* on, const char* value) {
        made.rates.push_back({currency(code), day(on), rate(value)});
    };
    known("GBP", "2022-01-31", "0.8");
    known("GBP", "2022-03-01", "0.85");
    known("GBP", "2022-03-31", "0.95");
    known("GBP", "2022-04-29", "0.9");
    known("GBP", "2022-06-17", "0.75");
    known("GBP", "2022-07-29", "0.7");
    known("USD", "2022-04-29", "1.1");
    known("USD", "2022-03-31", "1.2");
    made.figures.push_back({"DEU", Macro::What::gdp, 2021, Decimal::from_integer(2000), Currency::eur(), {}});
    made.figures.push_back({"FRA", Macro::What::gdp, 2021, Decimal::from_integer(500), Currency::eur(), {}});
    made.figures.push_back({"FRA", Macro::What::gdp, 2023, Decimal::from_integer(700), Currency::eur(), {}});
    made.figures.push_back({"DEU", Macro::What::population, 2021, Decimal::from_integer(83), {}, {}});
    return made;
}

}  // namespace pledgebook::questions::hand_made
