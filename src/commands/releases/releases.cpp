// releases: what the book holds.
#include "commands/command.hpp"
#include "commands/printing.hpp"
#include "commands/shelf_choice.hpp"
#include "render/shelf_lists.hpp"

namespace pledgebook::commands {

namespace {

int list(const Output& output, const Surroundings& surroundings) {
    format_of(output);
    if (!surroundings.book) {
        print(render::releases(store::BuiltIn().releases()), output, surroundings);
    } else {
        print(render::releases(open_book(surroundings).imports()), output, surroundings);
    }
    return fine;
}

Work set_up(CLI::App& app) {
    const auto output = std::make_shared<Output>();
    add_output(app, *output);
    return [output](const Surroundings& surroundings) { return list(*output, surroundings); };
}

}  // namespace

Command releases_command() {
    return {"what the book holds: releases, rates and macro figures", set_up};
}

}  // namespace pledgebook::commands
