#include "commands/export/builtin_export.hpp"

#include "core/error.hpp"
#include "core/reference.hpp"

#include <algorithm>
#include <set>

namespace pledgebook::commands {

namespace {

constexpr int reference_year = 2021;  // the year before the aid began, which shares of GDP are told by

// For the currencies that donors report in, or did: those that are built in stay.
std::vector<DayRate> rates_for(const store::Shelf& shelf, const Release& release,
                               const std::vector<DayRate>& built_in) {
    std::set<Currency> reported;
    for (const auto& rate : built_in) {
        reported.insert(rate.currency);
    }
    for (const auto& donor : Reference::builtin().donors()) {
        reported.insert(donor.currency);
    }
    const auto begins = release.begins ? Month(*release.begins).plus(-1).first() : Date{};
    auto rates = shelf.day_rates();
    std::erase_if(rates, [&](const DayRate& rate) {
        return rate.day < begins || reported.find(rate.currency) == reported.end();
    });
    return rates;
}

// The release's own GDP comes before the one of the shelf, since its shares are told by it.
std::vector<Macro> macro_for(const store::Shelf& shelf, const Intake& intake) {
    std::vector<Macro> macro = intake.macro;
    const auto has = [&macro](const Macro& other) {
        return std::any_of(macro.begin(), macro.end(), [&](const Macro& each) {
            return each.donor == other.donor && each.what == other.what && each.year == other.year;
        });
    };
    for (const auto& each : shelf.macro()) {
        if (Reference::builtin().donor(each.donor) != nullptr && !has(each)) {
            macro.push_back(each);
        }
    }
    // The EU's institutions have no economy of their own; what a release gives for them is its members'.
    const auto* institutions = Reference::builtin().group("EU_INSTITUTIONS");
    const auto none = institutions == nullptr ? std::vector<std::string>{}
                                              : institutions->members_on(Month(reference_year, 1).first());
    std::erase_if(macro, [&](const Macro& each) {
        return each.year != reference_year || std::find(none.begin(), none.end(), each.donor) != none.end();
    });
    return macro;
}

}  // namespace

store::BuiltInFigures builtin_figures(const store::Shelf& shelf, const std::string& release_id,
                                      const std::string& source) {
    const auto releases = shelf.releases();
    if (releases.empty()) {
        throw Error("the book holds no release");
    }
    const auto intake = shelf.load(release_id.empty() ? releases.back().id : release_id);
    if (intake.observations.empty()) {
        throw Error("release " + intake.release.id + " holds entries, and no amounts by month",
                    "choose a release of the site's feed with --release");
    }
    auto figures = store::read_builtin();
    figures.figures_source = source.empty() ? figures.figures_source : source;
    figures.release = intake.release;
    figures.observations = intake.observations;
    figures.day_rates = rates_for(shelf, intake.release, figures.day_rates);
    figures.macro = macro_for(shelf, intake);
    return figures;
}

}  // namespace pledgebook::commands
