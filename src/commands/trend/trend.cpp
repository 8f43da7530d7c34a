// trend: amounts by month, quarter or year.
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
    std::string by = "month";
};

Trend::By by_of(const std::string& word) {
    if (word == "month") {
        return Trend::By::month;
    }
    if (word == "quarter") {
        return Trend::By::quarter;
    }
    if (word == "year") {
        return Trend::By::year;
    }
    throw Error("there is no trend by '" + word + "'" + did_you_mean(word, {"month", "quarter", "year"}),
                "--by takes month, quarter or year");
}

int answer(const Options& options, const Surroundings& surroundings) {
    const auto question = question_from(options.filters);
    const auto by = by_of(folded(options.by));
    const auto shelf = open_shelf(surroundings);
    print(questions::Desk(*shelf).trend(question, by), options.output, surroundings);
    return fine;
}

Work set_up(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    app.add_option("--by", options->by, "month (else), quarter or year")->type_name("SPAN");
    add_output(app, options->output);
    add_filters(app, options->filters);
    return [options](const Surroundings& surroundings) { return answer(*options, surroundings); };
}

}  // namespace

Command trend_command() {
    return {"amounts by month, quarter or year, with a plot", set_up};
}

}  // namespace pledgebook::commands
