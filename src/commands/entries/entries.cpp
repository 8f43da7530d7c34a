// entries: the lines of the ledger behind an answer.
#include "commands/command.hpp"
#include "commands/printing.hpp"
#include "commands/shelf_choice.hpp"
#include "questions/desk.hpp"

namespace pledgebook::commands {

namespace {

struct Options {
    Filters filters;
    Output output;
};

int answer(const Options& options, const Surroundings& surroundings) {
    const auto question = question_from(options.filters);
    const auto shelf = open_shelf(surroundings);
    print(questions::Desk(*shelf).entries(question), options.output, surroundings);
    return fine;
}

Work set_up(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    add_filters(app, options->filters);
    add_output(app, options->output);
    return [options](const Surroundings& surroundings) { return answer(*options, surroundings); };
}

}  // namespace

Command entries_command() {
    return {"the lines of the ledger behind an answer, with places and links", set_up};
}

}  // namespace pledgebook::commands
