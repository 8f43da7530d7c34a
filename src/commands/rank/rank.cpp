// rank: donors by amount, or by amount per GDP or inhabitant.
#include "commands/command.hpp"
#include "commands/near_words.hpp"
#include "commands/printing.hpp"
#include "commands/shelf_choice.hpp"
#include "core/error.hpp"
#include "core/reference.hpp"
#include "questions/desk.hpp"

#include <CLI/CLI.hpp>

namespace pledgebook::commands {

namespace {

struct Options {
    Filters filters;
    Output output;
    std::string per;
    std::size_t top = 0;
};

Ranking::Per per_of(const std::string& word) {
    if (word.empty()) {
        return Ranking::Per::nothing;
    }
    if (word == "gdp") {
        return Ranking::Per::gdp;
    }
    if (word == "capita") {
        return Ranking::Per::capita;
    }
    throw Error("nothing can be ranked per '" + word + "'" + did_you_mean(word, {"gdp", "capita"}),
                "--per takes gdp or capita");
}

int answer(const Options& options, const Surroundings& surroundings) {
    const auto question = question_from(options.filters);
    const auto per = per_of(folded(options.per));
    const auto shelf = open_shelf(surroundings);
    print(questions::Desk(*shelf).rank(question, per, options.top), options.output, surroundings);
    return fine;
}

Work set_up(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    app.add_option("--per", options->per, "gdp (percent of it) or capita (per inhabitant)")
        ->type_name("WHAT")
        ->check(nothing_given);
    app.add_option("--top", options->top, "only the first so many; else all")
        ->type_name("N")
        ->check(CLI::Range(1, 1000));
    add_output(app, options->output);
    add_filters(app, options->filters);
    return [options](const Surroundings& surroundings) { return answer(*options, surroundings); };
}

}  // namespace

Command rank_command() {
    return {"donors by amount, also per GDP or inhabitant", set_up};
}

}  // namespace pledgebook::commands
