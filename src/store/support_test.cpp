#include "store/book_test_support.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sstream>

namespace pledgebook::store::testing {

namespace fs = std::filesystem;

Folder::Folder() {
    std::string name = (fs::temp_directory_path() / "pledgebook-store-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        throw Error("no folder for the test");
    }
    m_path = name;
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

SourceBytes source(const std::string& text, const std::string& name) {
    return {name, false, {{name, text}}};
}

SourceBytes release(const std::string& label, unsigned entries) {
    return source("series ust\nlabel " + label + "\nentries " + std::to_string(entries) + "\n",
                  "ust-" + label + ".xlsx");
}

namespace {

Quantity quantity(Given given, std::int64_t units, const std::string& text) {
    return {given, Decimal::from_units(units), text};
}

Entry entry(std::uint32_t number) {
    const auto n = static_cast<std::int64_t>(number);
    Entry made;
    made.package = "DEM" + std::to_string(number);
    made.line = number;
    made.channel = Channel::multilateral;
    made.donor = "DEU";
    made.donor_text = "Germany ";
    made.kind = Kind::humanitarian;
    made.kind_text = "Weapons and \"equipment\"";
    made.announced = {EntryDate::Sort::range, Date::from(2022, 3, 4), Date::from(2022, 3, 11),
                      "between 3/4/22 & 3/11/22"};
    made.coded_month.coded = number % 3 != 0;
    if (number % 3 == 1) {
        made.coded_month.month = Month(2022, 4);
    }
    made.explanation =
        "Zeile eins\nline two\twith a tab, \xD0\xA3\xD0\xBA\xD1\x80\xD0\xB0\xD1\x97\xD0\xBD\xD0\xB0" +
        std::string(1, '\0') + "after a zero";
    made.currency = Currency::parse("USD");
    made.source_value = quantity(Given::given, n * 123456789, "1.000.00");
    made.value_source = "Value is given by the source";
    made.values.push_back({Measure::commitment,
                           Given::given,
                           Amount{Decimal::from_units(n * 77), *Currency::parse("USD")},
                           Euros(Decimal::from_units(n * 71)),
                           {"Main", number, 19}});
    made.values.push_back(
        {Measure::delivery, Given::undisclosed, std::nullopt, std::nullopt, {"Main", number, 20}});
    made.item = {"Howitzer",
                 "Heavy weapon",
                 "155mm howitzer",
                 quantity(Given::given, 50000, "5"),
                 quantity(Given::unreadable, -1, "dozens"),
                 quantity(Given::no_price, 0, ".")};
    made.links = {"https://example.org/" + std::to_string(number), "a letter",
                  "https://example.org/" + std::to_string(number)};
    made.place = {"Main", number, 1};
    return made;
}

void fill_rest(Intake& intake) {
    intake.figures = {{"country_summary",
                       "DEU",
                       "Germany ",
                       "Total",
                       "€ billion",
                       "1.5",
                       "SUM(A1:A2)",
                       {"Country Summary", 6, 7}}};
    intake.rates = {{*Currency::parse("USD"), *Rate::parse("0.98870001"), {"Exchange rates", 4, 3}}};
    intake.prices = {{"Howitzer",
                      "Heavy weapon",
                      "155mm",
                      quantity(Given::given, 10000, "1"),
                      Currency::parse("GBP"),
                      "a paper",
                      "press",
                      "old",
                      {"Price List", 2, 6}}};
    intake.macro = {
        {"DEU", Macro::What::gdp, 2021, Decimal::from_integer(3601749999999), Currency::eur(), {"GDP", 2, 3}},
        {"DEU", Macro::What::population, 2021, Decimal::from_integer(83000000), std::nullopt, {"", 3, 0}}};
    intake.notes = {{"Changed since the last release: …", {"Updates", 4, 2}, {"DEM1", "USM5"}, {"DEU"}},
                    {"Nothing is named here.", {"Updates", 5, 2}},
                    {"USM6: see there.", {"Updates", 6, 2}, {"USM6"}}};
    intake.findings = {{"unknown_donor",
                        Finding::Weight::wrong,
                        "Nobody knows 'Narnia'.",
                        {"Main", 9, 2},
                        Euros(Decimal::from_units(-15))},
                       {"odd_date", Finding::Weight::odd, "A year of 2922.", {"Main", 8, 3}, std::nullopt},
                       {"typed", Finding::Weight::note, "Typed over.", {"Main", 7, 0}, Euros()}};
    intake.cells = {100, 70, {{"helper column", 20}, {"remark", 10}}};
}

Observation observation(unsigned number) {
    Observation seen;
    seen.donor = "USA";
    seen.donor_text = "United States";
    seen.month = Month(2022, 1).plus(static_cast<int>(number));
    seen.measure = Measure::allocation;
    if (number % 2 == 0) {
        seen.kind = Kind::financial;
    }
    seen.euros = Euros(Decimal::from_units(1000003 * static_cast<std::int64_t>(number + 1)));
    seen.place = {"alloc.csv", number + 2, 3};
    return seen;
}

}  // namespace

Intake full_intake() {
    Intake intake;
    intake.release.series = "ust";
    intake.release.label = "7";
    intake.release.title = "Ukraine Support Tracker, Release 7";
    intake.release.begins = Date::from(2022, 1, 24);
    intake.release.cutoff = Date::from(2022, 10, 3);
    intake.release.published = Date::from(2022, 10, 11);
    intake.release.importer = "test";
    for (std::uint32_t number = 1; number <= 3; ++number) {
        intake.entries.push_back(entry(number));
    }
    intake.observations = {observation(0), observation(1)};
    intake.day_rates = {{*Currency::parse("GBP"), *Date::from(2025, 11, 14), *Rate::parse("0.8846")},
                        {*Currency::parse("USD"), *Date::from(2025, 11, 14), *Rate::parse("1.16")}};
    fill_rest(intake);
    return intake;
}

Intake read_test(const std::string& importer, const SourceBytes& source) {
    Intake intake;
    intake.release.importer = importer;
    intake.release.title = source.name;
    std::string all;
    for (const auto& [name, bytes] : source.files) {
        all += bytes;
    }
    std::istringstream lines(all);
    std::string word;
    std::string value;
    while (lines >> word >> value) {
        if (word == "series") {
            intake.release.series = value;
        } else if (word == "label") {
            intake.release.label = value;
        } else if (word == "cutoff") {
            intake.release.cutoff = Date::parse(value);
        } else if (word == "entries") {
            for (unsigned long number = 1; number <= std::stoul(value); ++number) {
                intake.entries.push_back(entry(static_cast<std::uint32_t>(number)));
            }
        } else if (word == "observations") {
            for (unsigned long number = 0; number < std::stoul(value); ++number) {
                intake.observations.push_back(observation(static_cast<unsigned>(number)));
            }
        } else if (word == "rates") {
            for (unsigned long number = 0; number < std::stoul(value); ++number) {
                intake.day_rates.push_back({*Currency::parse("GBP"),
                                            Date::from_days(static_cast<int>(number)),
                                            *Rate::from_units(static_cast<std::int64_t>(number + 1))});
            }
        }
    }
    fill_rest(intake);
    return intake;
}

Date today() {
    return *Date::from(2026, 11, 23);
}

Added add(Book& book, const SourceBytes& source, const Overrides& overrides, const Progress& progress) {
    return book.add(source, read_test("test", source), overrides, today(), progress);
}

std::string read(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

void write(const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

}  // namespace pledgebook::store::testing
