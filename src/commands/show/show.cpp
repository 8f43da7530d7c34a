// show: one package or entry, and what became of it over the releases.
#include "commands/command.hpp"
#include "commands/printing.hpp"
#include "commands/shelf_choice.hpp"
#include "core/error.hpp"
#include "questions/desk.hpp"
#include "render/history.hpp"

#include <CLI/CLI.hpp>

namespace pledgebook::commands {

namespace {

struct Options {
    std::string id;
    Filters filters;
    Output output;
};

std::string package_of(const std::string& id) {
    return id.substr(0, id.rfind('/'));
}

// What one release holds of the package; nothing where it has none of that name.
std::optional<render::PastState> state_in(const Intake& intake, const std::string& package) {
    render::PastState state;
    state.release = intake.release;
    for (const auto& entry : intake.entries) {
        if (entry.package != package) {
            continue;
        }
        ++state.entries;
        state.announced = state.entries == 1 ? entry.announced : state.announced;
        for (const auto& value : entry.values) {
            if (value.euros) {
                state.euros[value.measure] += *value.euros;
            }
        }
    }
    return state.entries > 0 ? std::optional(state) : std::nullopt;
}

std::vector<render::PastState> history_of(const std::string& id, const store::Shelf& shelf) {
    std::vector<render::PastState> history;
    for (const auto& release : shelf.releases()) {
        if (auto state = state_in(shelf.load(release.id), package_of(id))) {
            history.push_back(std::move(*state));
        }
    }
    return history;
}

int show(const Options& options, const Surroundings& surroundings) {
    auto output = options.output;
    output.spelled_out = true;
    const auto format = format_of(output);
    auto question = question_from(options.filters);
    const auto shelf = open_shelf(surroundings);
    const auto past = history_of(options.id, *shelf);
    if (question.release.empty() && !question.as_of && !past.empty()) {
        question.release = past.back().release.id;  // the newest that has it
    }
    print(questions::Desk(*shelf).show(options.id, question), output, surroundings);
    if (format == render::Format::text) {
        surroundings.out << "\n" << render::text(render::rows(past), surroundings.look);
    }
    return fine;
}

Work set_up(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    app.add_option("ID", options->id, "a package (DEM1) or an entry of it (DEM1/3)")
        ->type_name("")
        ->required();
    add_release_filters(app, options->filters);
    app.add_option("--format", options->output.format, "text, json, csv or md")->type_name("FORMAT");
    return [options](const Surroundings& surroundings) { return show(*options, surroundings); };
}

}  // namespace

Command show_command() {
    return {"one package or entry: values, sources, history over the releases", set_up};
}

}  // namespace pledgebook::commands
