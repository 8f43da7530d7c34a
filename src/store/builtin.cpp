#include "core/error.hpp"
#include "data_files.hpp"
#include "store/builtin_files.hpp"
#include "store/hash.hpp"
#include "store/shelf.hpp"

namespace pledgebook::store {

namespace {

// The built-in release as a book would hold it: with the hash of the two files it came from.
BuiltInFigures figures_of_release() {
    const auto release = data::file("figures/release.tsv");
    const auto observations = data::file("figures/observations.tsv");
    auto figures = read_release_files(release, observations);
    figures.release.file = "the built-in figures";
    Sha256 hash;
    hash.add(release);
    hash.add(observations);
    figures.release.sha256 = hash.finish();
    return figures;
}

}  // namespace

std::string BuiltIn::name() const {
    return "the built-in figures";
}

std::vector<Release> BuiltIn::releases() const {
    return {figures_of_release().release};
}

Intake BuiltIn::load(std::string_view release_id) const {
    auto figures = figures_of_release();
    if (figures.release.id != release_id) {
        throw Error("the built-in figures hold no release '" + std::string(release_id) + "'",
                    "They hold " + figures.release.id + ". Name a book with --book for other releases.");
    }
    Intake intake;
    intake.release = std::move(figures.release);
    intake.observations = std::move(figures.observations);
    intake.notes.push_back({figures.figures_source, {}});
    return intake;
}

std::vector<DayRate> BuiltIn::day_rates() const {
    return read_rates_file(data::file("rates.tsv"));
}

std::vector<Macro> BuiltIn::macro() const {
    return read_macro_file(data::file("macro.tsv"));
}

}  // namespace pledgebook::store
