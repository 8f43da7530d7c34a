// releases: what the book holds.
#include "commands/command.hpp"
#include "commands/printing.hpp"
#include "commands/shelf_choice.hpp"
#include "render/shelf_lists.hpp"

namespace pledgebook::commands {

namespace {

int list(const Output& output, const Surroundings& surroundings) {
    const auto format = format_of(output);
    const auto held = surroundings.book ? open_book(surroundings).imports() : store::BuiltIn().releases();
    if (format != render::Format::text) {
        print(render::releases(held), output, surroundings);
        return fine;
    }
    if (held.empty()) {
        surroundings.out << "the book holds nothing yet\n";
    }
    surroundings.out << render::releases_text(held, surroundings.look);
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
